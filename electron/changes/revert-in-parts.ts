import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeOutline } from '../catalogue/change-set-parts'
import { createPacer } from './pacer'
import type { Applied } from './apply'
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
const transactionMs = 12
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
  const running = new Map<number, Promise<Applied>>()
  let isStopped = false

  const underWay = (): UnderWay[] => catalogue.meta.get(key, underWaySchema) ?? []
  const note = (one: UnderWay): void =>
    catalogue.meta.set(key, [...underWay().filter(({ setId }) => setId !== one.setId), one])
  const forget = (gone: number): void =>
    catalogue.meta.set(
      key,
      underWay().filter(({ setId }) => setId !== gone),
    )

  function revert(wanted: Wanted): Promise<Applied> {
    const { setId, changeIds = null } = wanted
    const known = running.get(setId)
    if (known) return known
    setOrFail(catalogue, setId)
    const outline = chosen(catalogue.changes.outlineOf(setId), changeIds)
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
      catalogue.changes.keepBack(outline.map(({ id }) => id))
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
    const pace = createPacer()
    const touched: number[] = []
    const { changeIds = null } = underWay().find((one) => one.setId === setId) ?? {}
    const products = [...byProduct(chosen(catalogue.changes.outlineOf(setId), changeIds))].reverse()
    let revertSetId: number | null = null
    while (products.length > 0) {
      // Closed: the next start goes on.
      if (isStopped) return { changeSetId: null, productIds: touched }
      const some = catalogue.transaction(() => goBackSome(setId, products))
      touched.push(...some)
      onChanged(some)
      await pace()
    }
    if (isStopped) return { changeSetId: null, productIds: touched }
    catalogue.transaction(() => {
      revertSetId = underWay().find((one) => one.setId === setId)?.revertSetId ?? null
      forget(setId)
      noteUndone(catalogue, setId, { changeSetId: revertSetId, productIds: touched })
    })
    return { changeSetId: revertSetId, productIds: touched }
  }

  /** Takes products off the list until its time is over. Returns what looks different. */
  function goBackSome(setId: number, products: [productId: number, changeIds: number[]][]): number[] {
    const until = performance.now() + transactionMs
    const touched: number[] = []
    const one = underWay().find((known) => known.setId === setId)
    if (!one) return []
    const into = writeSet(catalogue, now(), one.revertSetId ?? newSet(setId, products[0]?.[1][0]))
    do {
      const [, ids] = products.shift() ?? []
      if (!ids) break
      const changes = ids.flatMap((id) => catalogue.changes.get(id) ?? [])
      const wanted = { setId, changeIds: one.changeIds ?? undefined }
      touched.push(...backToBefore(catalogue, changes, wanted, into))
    } while (performance.now() < until)
    if (into.id() !== one.revertSetId) note({ ...one, revertSetId: into.id() })
    return [...new Set([...touched, ...into.productIds()])]
  }

  function newSet(setId: number, changeId = 0): NewSet {
    const { productName = '' } = catalogue.changes.get(changeId) ?? {}
    const products = catalogue.changes.productCountOf(setId)
    const label = revertLabel(catalogue, setOrFail(catalogue, setId), products, productName)
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
      isStopped = true
      await Promise.allSettled(running.values())
    },
  }
}

function chosen(outline: ChangeOutline[], changeIds: readonly number[] | null): ChangeOutline[] {
  const wanted = changeIds && new Set(changeIds)
  return outline.filter(({ id, state }) => state !== 'dropped' && (wanted?.has(id) ?? true))
}

function byProduct(outline: readonly ChangeOutline[]): Map<number, number[]> {
  const products = new Map<number, number[]>()
  for (const { id, productId } of outline) products.set(productId, [...(products.get(productId) ?? []), id])
  return products
}
