import { attributeOfText } from '../shared/fields/attribute-texts'
import { attributeNamed } from '../shared/fields/attribute-made-here'
import type { ProductFields, ProductPatch } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'
import type { ProductType } from '../shared/store'

/** Ids of the attributes that products of a type have: its own, and those of the General one; undefined: it is not known here. */
export function attributesOfType(types: readonly ProductType[], typeId: number): ReadonlySet<string> | undefined {
  const [general, own] = [0, typeId].map((wanted) => types.find(({ id }) => id === wanted))
  if (!general || !own) return undefined
  return new Set([...general.attributes, ...own.attributes].map(({ id }) => String(id)))
}

/**
 * The store drops the values of attributes that the new type does not have: they go by an edit, so that the history keeps them
 * and an undo brings them back.
 */
export function withoutLostValues(
  patch: ProductPatch,
  current: ProductFields,
  types: () => readonly ProductType[],
): ProductPatch {
  const { productClassId: typeId, attributes = current.attributes } = patch
  if (typeId === undefined || typeId === current.productClassId) return patch
  const known = attributesOfType(types(), typeId)
  const all = Object.entries(attributes)
  // Of a type that the store does not have yet an attribute is called by both their names.
  const kept = all.filter(([id]) => !known || known.has(id) || attributeNamed(id)?.id === typeId)
  return kept.length === all.length ? patch : { ...patch, attributes: Object.fromEntries(kept) }
}

/** The store drops what an attribute says in other languages with its value: that goes by an edit of its own too. `base`: what was there before. */
export function withoutLostTexts(patch: ProductPatch, base: ProductFields): ProductPatch {
  const { attributes, attributesTranslated = base.attributesTranslated } = patch
  if (attributes === undefined) return patch
  const isEmptied = (attribute: string) => Boolean(base.attributes[attribute]) && !attributes[attribute]
  const all = Object.entries(attributesTranslated)
  const kept = all.filter(([key]) => !isEmptied(attributeOfText(key)))
  return kept.length === all.length ? patch : { ...patch, attributesTranslated: Object.fromEntries(kept) }
}

/** Where an attribute is shown goes with its value as well: what its product had of its own, by an edit, all else as its type says. */
export function withoutLostShows(
  patch: ProductPatch,
  base: ProductFields,
  types: () => readonly ProductType[],
): ProductPatch {
  const { attributes, attributesShown = base.attributesShown } = patch
  const emptied = Object.keys(base.attributesShown).filter((id) => base.attributes[id] && !attributes?.[id])
  if (attributes === undefined || emptied.length === 0) return patch
  const ofTypes = showsOfTypes(types())
  const isOwn = (id: string) => ofTypes.has(id) && ofTypes.get(id) !== base.attributesShown[id]
  const all = Object.entries(attributesShown)
  const kept = all.filter(([id]) => !emptied.includes(id) || !isOwn(id))
  return kept.length === all.length ? patch : { ...patch, attributesShown: Object.fromEntries(kept) }
}

/** The same product, to make another of: where it shows an attribute as its type does, that one follows the type as well. */
export function withoutTypeShows(product: RemoteProduct, types: readonly ProductType[]): RemoteProduct {
  const ofTypes = showsOfTypes(types)
  const attributes = product.attributes?.map(({ show, ...each }) =>
    each.id !== undefined && ofTypes.get(String(each.id)) === show ? each : { ...each, show },
  )
  return { ...product, attributes }
}

/** Where types show their attributes, by the ids of these. */
const showsOfTypes = (types: readonly ProductType[]): ReadonlyMap<string, string> =>
  new Map(types.flatMap(({ attributes }) => attributes.map(({ id, show }) => [String(id), show] as const)))
