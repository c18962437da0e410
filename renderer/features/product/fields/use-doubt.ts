import type { Doubt } from '../../../../electron/shared/fields/doubt'
import { doubtAbout } from '../../../../electron/shared/fields/doubts-of'
import { fieldOf, isProductField, type ProductField } from '../../../../electron/shared/fields/product-fields'
import { isOf, isTouched, valuesOf } from '../../../stores/product-edits'
import { useProductStore } from '../../../stores/product-store'

/** What is perhaps not meant about what is typed, here or in a field that this depends on. Of what is not understood as typed nothing is said. */
export function useDoubt(field: ProductField): Doubt | null {
  return useProductStore(({ open }) => {
    const { doubt } = fieldOf(field)
    if (!open || !doubt) return null
    const { edits } = open
    const concerned = [field, ...doubt.beside].filter(isProductField)
    const isUnread = Object.keys(edits.unparsed).some((path) => concerned.some((name) => isOf(path, name)))
    const isTyped = concerned.some((name) => isTouched(edits, name))
    return isTyped && !isUnread ? doubtAbout(field, valuesOf(edits)) : null
  })
}
