import type { Catalogue } from '../catalogue/catalogue'
import type { ThingRef } from '../shared/change-address'
import { toBeRedone } from './redo'
import { isWanted } from './revert'
import type { Asked } from './reverts-under-way'

const readAtOnce = 200

/** What of one thing is next: that of a set goes back, or what an undo took out of the queue is done again. */
export type StepBack = { does: 'back' | 'again'; thing: ThingRef }

/**
 * The things of a set, read from its last change on, a page at a time, each when its last change is met; then those of the set
 * that is done again, in the order they were changed first.
 */
export function stepsBack({ changes }: Catalogue, { redoes, ...asked }: Asked) {
  const isChosen = isWanted({ changeIds: asked.changeIds ?? undefined, choice: asked.choice ?? undefined })
  const done = new Set<number>()
  let before = Number.MAX_SAFE_INTEGER
  let page: StepBack[] = []
  let again = redoes

  function read(): StepBack[] {
    const outline = changes.outlineBefore(asked.setId, before, readAtOnce)
    before = outline.at(-1)?.id ?? 0
    if (outline.length > 0) {
      return unique(
        outline.filter((change) => change.state !== 'taken-back' && isChosen(change)),
        'back',
      )
    }
    if (again === null) return []
    const left = toBeRedone(changes, again)
    again = null
    done.clear()
    return unique(left, 'again')
  }

  const isLeft = ({ thing }: StepBack): boolean => !done.has(thing.id)

  return {
    next(): readonly StepBack[] {
      page = page.filter(isLeft)
      while (page.length === 0 && (before > 0 || again !== null)) page = read().filter(isLeft)
      return page
    },
    /** No two things have one local id. */
    done: ({ thing }: StepBack): void => void done.add(thing.id),
  }
}

function unique(
  outline: readonly { thing: ThingRef['thing']; productId: number }[],
  does: StepBack['does'],
): StepBack[] {
  const things = new Map(outline.map(({ thing, productId: id }) => [id, { thing, id }]))
  return [...things.values()].map((thing) => ({ does, thing }))
}
