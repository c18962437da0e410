import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeOutline } from '../catalogue/change-set-parts'
import type { ThingRef } from '../shared/change-address'
import type { Applied } from './apply'
import { grow } from './grow'
import { noteUndone } from './redoable'
import { assertResting, backToBefore, isWanted, revertLabel, revertSet, setOrFail, type Wanted } from './revert'
import { createRevertsUnderWay, type Asked } from './reverts-under-way'
import { writeSet, type NewSet } from './write-set'

type Parts = {
  catalogue: Catalogue
  now: () => number
  /** These products look different now; something may wait to be sent. */
  onChanged: (productIds: number[]) => void
  logError: (context: string, error: unknown) => void
}

/** Fewer changes than this go back in one transaction. */
const many = 200
const readAtOnce = 200

/**
 * Takes back change sets of thousands a few products at a time, so that nothing else waits for it. What is still to be done
 * is in the database from the start: a crash in the middle leaves work for the next start, and nothing half done for good.
 */
export function createRevertInParts({ catalogue, now, onChanged, logError }: Parts) {
  const { changes } = catalogue
  const underWay = createRevertsUnderWay(catalogue)
  const running = new Map<string, Promise<Applied>>()
  const closing = new AbortController()

  function revert(wanted: Wanted): Promise<Applied> {
    const { setId, changeIds, choice = null } = wanted
    const asked = { setId, changeIds: changeIds ? [...changeIds] : null, choice }
    // Asked once more, also after it failed: it goes on where it is.
    if (underWay.find(asked)) return begin(asked)
    setOrFail(catalogue, asked.setId)
    const outline = chosen(changes.outlineOf(asked.setId), wanted)
    if (outline.length < many) {
      const applied = catalogue.transaction(() => {
        const done = revertSet(catalogue, now(), wanted)
        noteUndone(catalogue, asked.setId, done)
        return done
      })
      onChanged(applied.productIds)
      return Promise.resolve(applied)
    }
    assertResting(outline)
    underWay.begin(
      asked,
      outline.map(({ id }) => id),
    )
    return begin(asked)
  }

  function begin(asked: Asked): Promise<Applied> {
    const name = JSON.stringify([asked.setId, asked.changeIds, asked.choice])
    const known = running.get(name)
    if (known) return known
    const work = goBack(asked).finally(() => running.delete(name))
    running.set(name, work)
    return work
  }

  async function goBack(asked: Asked): Promise<Applied> {
    const { setId, changeIds, choice } = asked
    const wanted = { setId, changeIds: changeIds ?? undefined, choice: choice ?? undefined }
    const things = thingsFromTheEnd(setId, wanted)
    const touched = new Set<number>()
    let known = underWay.find(asked)?.revertSetId ?? null
    let into: number | NewSet = known ?? newSet(setId)
    await grow({
      catalogue,
      signal: closing.signal,
      isWanted: () => typeof into !== 'number' || changes.hasUnreverted(into),
      next: () => things.next(),
      write(thing) {
        const written = writeSet(catalogue, now(), into)
        const ofThing = chosen(changes.outlineOfThing(setId, thing), wanted)
        const records = ofThing.flatMap(({ id }) => changes.get(id) ?? [])
        const back = backToBefore(catalogue, records, wanted, written)
        into = written.id() ?? into
        things.done(thing)
        return [...back, ...written.productIds()]
      },
      note() {
        if (typeof into !== 'number' || into === known) return
        known = into
        underWay.noteSet(asked, into)
      },
      tell(productIds) {
        for (const productId of productIds) touched.add(productId)
        onChanged(productIds)
      },
    })
    // Closed: the next start goes on.
    if (closing.signal.aborted) return { changeSetId: null, productIds: [...touched] }
    const applied = { changeSetId: typeof into === 'number' ? into : null, productIds: [...touched] }
    const released = catalogue.transaction(() => {
      noteUndone(catalogue, setId, applied)
      return underWay.end(asked)
    })
    if (released.length > 0) onChanged(released)
    return applied
  }

  /** What a set is about, read from its last change on, a page at a time; each when its last change is met. */
  function thingsFromTheEnd(setId: number, wanted: Wanted) {
    const done = new Set<number>()
    let before = Number.MAX_SAFE_INTEGER
    let page: ThingRef[] = []
    return {
      next(): readonly ThingRef[] {
        page = page.filter(({ id }) => !done.has(id))
        while (page.length === 0) {
          const read = changes.outlineBefore(setId, before, readAtOnce)
          if (read.length === 0) return []
          before = read.at(-1)?.id ?? 0
          const met = new Map(chosen(read, wanted).map(({ thing, productId: id }) => [id, { thing, id }]))
          page = [...met.values()].filter(({ id }) => !done.has(id))
        }
        return page
      },
      /** No two things have one local id. */
      done: ({ id }: ThingRef): void => void done.add(id),
    }
  }

  function newSet(setId: number): NewSet {
    const [last] = changes.outlineBefore(setId, Number.MAX_SAFE_INTEGER, 1)
    const { productName = '' } = (last && changes.get(last.id)) ?? {}
    const label = revertLabel(catalogue, setOrFail(catalogue, setId), changes.thingCountOf(setId), productName)
    return { source: 'revert', label, revertOf: setId }
  }

  return {
    revert,
    /** Goes on with what was under way when the app ended. */
    resume(): void {
      for (const one of underWay.all()) {
        begin(one).catch((error: unknown) => logError(`undo of change set ${one.setId}`, error))
      }
    },
    async stop(): Promise<void> {
      closing.abort()
      await Promise.allSettled(running.values())
    },
  }
}

function chosen(outline: ChangeOutline[], wanted: Wanted): ChangeOutline[] {
  const isChosen = isWanted(wanted)
  return outline.filter((change) => change.state !== 'taken-back' && isChosen(change))
}
