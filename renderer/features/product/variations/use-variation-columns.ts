import { useMemo } from 'react'
import { valuesOf } from '../../../stores/product-edits'
import { useProductStore } from '../../../stores/product-store'
import { useFormState } from '../form-state'
import { attributesOf } from '../../../format/product-type-attributes'
import { attributeColumn, type VariationColumn } from '../../../format/variation-column'
import { variationColumns } from '../../../format/variation-columns'

/** All that can stand side by side: what every variation may have, and the attributes of its product, such as its UPC. */
export function useVariationColumns(): readonly VariationColumn[] {
  const { productTypes } = useFormState()
  const typeId = useProductStore(({ open }) => (open ? valuesOf(open.edits).productClassId : 0))
  return useMemo(() => {
    const { general, own } = attributesOf(productTypes, typeId)
    return [...variationColumns, ...[...general, ...own].map(attributeColumn)]
  }, [productTypes, typeId])
}
