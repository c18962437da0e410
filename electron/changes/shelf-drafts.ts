import type { Catalogue } from '../catalogue/catalogue'
import type { ShelfThing } from '../shared/fields/shelf-fields'
import { shelfDraftSchema, type ShelfDraft, type TypedShelf } from '../shared/shelf'
import { draftKeyOf, draftPrefix, shelfNamed } from './shelves'

/** By its local id. */
export const shelfDraft = ({ meta }: Catalogue, id: number): ShelfDraft | null =>
  meta.get(draftKeyOf(id), shelfDraftSchema) ?? null

/** Local ids of those that have one. */
export const shelvesWithDraft = ({ meta }: Catalogue): number[] =>
  meta.keysFrom(draftPrefix).map((key) => Number(key.slice(draftPrefix.length)))

/** By the keys of their lines; what is in no list is left out. */
export function shelfDrafts(catalogue: Catalogue): TypedShelf[] {
  const lists = { category: catalogue.categories.list(), productType: catalogue.productTypes.list() }
  return shelvesWithDraft(catalogue).flatMap((localId) => {
    const shelf = catalogue.shelves.get(localId)
    const draft = shelfDraft(catalogue, localId)
    if (!shelf || !draft) return []
    const { thing, ecwidId } = shelf
    const line = lists[thing].find(({ id }) => id === (ecwidId ?? localId))
    return line ? [{ thing, key: line.madeAs ?? line.id, draft }] : []
  })
}

/** Null: there is none any more. `id`: by which products name it. What is not here keeps none. */
export function putShelfDraft(
  catalogue: Catalogue,
  { thing, id, draft }: { thing: ShelfThing; id: number; draft: ShelfDraft | null },
): void {
  const localId = shelfNamed(catalogue, thing, id)
  if (draft && catalogue.shelves.get(localId)) catalogue.meta.set(draftKeyOf(localId), draft)
  else catalogue.meta.remove(draftKeyOf(localId))
}
