import type { Catalogue } from '../catalogue/catalogue'
import type { ShelfThing } from '../shared/fields/shelf-fields'
import { shelfDraftSchema, type ShelfDraft } from '../shared/shelf'
import { draftKeyOf, draftPrefix, shelfNamed } from './shelves'

/** By its local id. */
export const shelfDraft = ({ meta }: Catalogue, id: number): ShelfDraft | null =>
  meta.get(draftKeyOf(id), shelfDraftSchema) ?? null

/** Local ids of those that have one. */
export const shelvesWithDraft = ({ meta }: Catalogue): number[] =>
  meta.keysFrom(draftPrefix).map((key) => Number(key.slice(draftPrefix.length)))

/** Null: there is none any more. `id`: by which products name it. What is not here keeps none. */
export function putShelfDraft(
  catalogue: Catalogue,
  { thing, id, draft }: { thing: ShelfThing; id: number; draft: ShelfDraft | null },
): void {
  const localId = shelfNamed(catalogue, thing, id)
  if (draft && catalogue.shelves.get(localId)) catalogue.meta.set(draftKeyOf(localId), draft)
  else catalogue.meta.remove(draftKeyOf(localId))
}
