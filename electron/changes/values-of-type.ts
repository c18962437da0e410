import { attributeOfText } from '../shared/fields/attribute-texts'
import type { ProductFields, ProductPatch } from '../shared/fields/product-fields'
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
  const kept = all.filter(([id]) => known?.has(id) ?? true)
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
