import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { Applied } from './apply'

const key = 'undone'
/** The change sets that were taken back, the last one at the end, and the newest of this person's sets at that time. */
const undoneSchema = z.object({
  newest: z.number(),
  sets: z.array(z.object({ setId: z.number(), revertSetId: z.number().nullable() })),
})
export type Undone = z.infer<typeof undoneSchema>['sets'][number]
const mostRemembered = 100

/** Remembers that a set was taken back: it can be done again until something new is done. */
export function noteUndone(catalogue: Catalogue, setId: number, { changeSetId, productIds }: Applied): void {
  const source = catalogue.changes.findSet(setId)?.source
  if (productIds.length === 0 || source === undefined || source === 'pull' || source === 'revert') return
  const others = undoneSets(catalogue).filter((one) => one.setId !== setId)
  remember(catalogue, [...others.slice(1 - mostRemembered), { setId, revertSetId: changeSetId }])
}

/** A set that does another one again is nothing new: what was taken back before that one is still to be done again. */
export function withoutEnding<T>(catalogue: Catalogue, redoneSetId: number, redo: () => T): T {
  const others = undoneSets(catalogue).filter(({ setId }) => setId !== redoneSetId)
  const done = redo()
  remember(catalogue, others)
  return done
}

/** What was taken back, the last at the end; none: something new was done since. */
export function undoneSets(catalogue: Catalogue): Undone[] {
  const known = catalogue.meta.get(key, undoneSchema)
  return known?.newest === catalogue.changes.newestOwn() ? known.sets : []
}

const remember = (catalogue: Catalogue, sets: Undone[]): void =>
  catalogue.meta.set(key, { newest: catalogue.changes.newestOwn(), sets })
