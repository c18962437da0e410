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
  types: readonly ProductType[],
): ProductPatch {
  const { productClassId: typeId, attributes = current.attributes } = patch
  if (typeId === undefined || typeId === current.productClassId) return patch
  const known = attributesOfType(types, typeId)
  const all = Object.entries(attributes)
  const kept = all.filter(([id]) => known?.has(id) ?? true)
  return kept.length === all.length ? patch : { ...patch, attributes: Object.fromEntries(kept) }
}
