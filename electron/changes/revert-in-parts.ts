import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeOutline } from '../catalogue/change-set-parts'
import type { Applied } from './apply'
import { grow } from './grow'
import { noteUndone } from './redoable'
import { assertResting, backToBefore, revertLabel, revertSet, setOrFail, type Wanted } from './revert'
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
const key = 'revertsUnderWay'
const underWaySchema = z.array(
  z.object({ setId: z.number(), changeIds: z.array(z.number()).nullable(), revertSetId: z.number().nullable() }),
)
type UnderWay = z.infer<typeof underWaySchema>[number]

/**
 * Takes back change sets of thousands a few products at a time, so that nothing else waits for it. What is still to be done
 * is in the database from the start: a crash in the middle leaves work for the next start, and nothing half done for good.
 */
export function createRevertInParts({ catalogue, now, onChanged, logError }: Parts) {
  const { changes } = catalogue
  const running = new Map<number, Promise<Applied>>()
  const closing = new AbortController()

  const underWay = (): UnderWay[] => catalogue.meta.get(key, underWaySchema) ?? []
  const noted = (setId: number): UnderWay | undefined => underWay().find((one) => one.setId === setId)
  const others = (setId: number): UnderWay[] => underWay().filter((one) => one.setId !== setId)
  const note = (one: UnderWay): void => catalogue.meta.set(key, [...others(one.setId), one])

  function revert(wanted: Wanted): Promise<Applied> {
    const { setId, changeIds = null } = wanted
    const known = running.get(setId)
    if (known) return known
    setOrFail(catalogue, setId)
    const outline = chosen(changes.outlineOf(setId), changeIds && new Set(changeIds))
    if (outline.length < many) {
      const applied = catalogue.transaction(() => {
        const done = revertSet(catalogue, now(), wanted)
        noteUndone(catalogue, setId, done)
        return done
      })
      onChanged(applied.productIds)
      return Promise.resolve(applied)
    }
    assertResting(outline)
    catalogue.transaction(() => {
      // What is to be taken back must not leave meanwhile.
      changes.keepBack(outline.map(({ id }) => id))
      note({ setId, changeIds: changeIds && [...changeIds], revertSetId: null })
    })
    return begin(setId)
  }

  function begin(setId: number): Promise<Applied> {
    const work = goBack(setId).finally(() => running.delete(setId))
    running.set(setId, work)
    return work
  }

  async function goBack(setId: number): Promise<Applied> {
    const { changeIds = null, revertSetId = null } = noted(setId) ?? {}
    const wanted = changeIds && new Set(changeIds)
    const products = productsFromTheEnd(setId, wanted)
    const touched = new Set<number>()
    let into: number | NewSet = revertSetId ?? newSet(setId)
    let known = revertSetId
    await grow({
      catalogue,
      signal: closing.signal,
      isWanted: () => typeof into !== 'number' || changes.hasUnreverted(into),
      next: () => products.next(),
      write(productId) {
        const written = writeSet(catalogue, now(), into)
        const ofProduct = chosen(changes.outlineOfThing(setId, { thing: 'product', id: productId }), wanted)
        const records = ofProduct.flatMap(({ id }) => changes.get(id) ?? [])
        const back = backToBefore(catalogue, records, { setId, changeIds: changeIds ?? undefined }, written)
        into = written.id() ?? into
        products.done(productId)
        return [...back, ...written.productIds()]
      },
      note() {
        if (typeof into !== 'number' || into === known) return
        known = into
        note({ setId, changeIds, revertSetId: into })
      },
      tell(productIds) {
        for (const productId of productIds) touched.add(productId)
        onChanged(productIds)
      },
    })
    // Closed: the next start goes on.
    if (closing.signal.aborted) return { changeSetId: null, productIds: [...touched] }
    const applied = { changeSetId: typeof into === 'number' ? into : null, productIds: [...touched] }
    catalogue.transaction(() => {
      catalogue.meta.set(key, others(setId))
      noteUndone(catalogue, setId, applied)
    })
    return applied
  }

  /** The products of a set, read from its last change on, a page at a time; each when its last change is met. */
  function productsFromTheEnd(setId: number, wanted: ReadonlySet<number> | null) {
    const done = new Set<number>()
    let before = Number.MAX_SAFE_INTEGER
    let page: number[] = []
    return {
      next(): readonly number[] {
        page = page.filter((productId) => !done.has(productId))
        while (page.length === 0) {
          const read = changes.outlineBefore(setId, before, readAtOnce)
          if (read.length === 0) return []
          before = read.at(-1)?.id ?? 0
          const met = chosen(read, wanted).map(({ productId }) => productId)
          page = [...new Set(met)].filter((productId) => !done.has(productId))
        }
        return page
      },
      done: (productId: number): void => void done.add(productId),
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
      for (const { setId } of underWay()) {
        begin(setId).catch((error: unknown) => logError(`undo of change set ${setId}`, error))
      }
    },
    async stop(): Promise<void> {
      closing.abort()
      await Promise.allSettled(running.values())
    },
  }
}

function chosen(outline: ChangeOutline[], wanted: ReadonlySet<number> | null): ChangeOutline[] {
  return outline.filter(({ id, state }) => state !== 'taken-back' && (wanted?.has(id) ?? true))
}
