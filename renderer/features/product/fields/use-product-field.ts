import {
  newProductFields,
  type ProductField,
  type ProductFields,
} from '../../../../electron/shared/fields/product-fields'
import { setProductField, useProductStore, type OpenProduct } from '../../../stores/product-store'
import { valuesOf, type ProductEdits } from '../../../stores/product-edits'
import { useFieldError } from '../form-problems'
import { useFormState } from '../form-state'

type Bound<Field extends ProductField> = {
  value: ProductFields[Field]
  /** What it was before it was edited, or what is being saved of it: what is typed goes on from there. */
  saved: ProductFields[Field]
  set: (value: ProductFields[Field]) => void
  /** A sentence; undefined when the value is fine. */
  error: string | undefined
  readOnly: boolean
}

/** A field of the open product: its value on screen, and how to change it. */
export function useProductField<Field extends ProductField>(field: Field): Bound<Field> {
  const value = useProductStore(({ open }) => fieldOf(open, field))
  const saved = useProductStore(({ open }) => savedOf(open, field))
  const { readOnly } = useFormState()
  const error = useFieldError(field)
  return {
    value,
    saved,
    set: (next) => setProductField(field, next),
    error,
    readOnly,
  }
}

/** A value somewhere else in the form needs, such as the price for the margin. */
export function useProductValue<Field extends ProductField>(field: Field): ProductFields[Field] {
  return useProductStore(({ open }) => fieldOf(open, field))
}

/** The text of a field that is being edited, or of a new product; null: it is what it was, and nobody needs to hear of it. */
export function useTyped(field: 'name' | 'sku'): string | null {
  return useProductStore(({ open }) => {
    const isTyped = open !== null && (open.target === 'new' || field in open.edits.patch)
    return isTyped ? fieldOf(open, field) : null
  })
}

function fieldOf<Field extends ProductField>(open: OpenProduct | null, field: Field): ProductFields[Field] {
  // A field may be asked once more while the form around it goes away.
  if (!open) return newProductFields[field]
  const values: ProductFields = field in open.edits.patch ? valuesOf(open.edits) : open.edits.base
  return values[field]
}

function savedOf<Field extends ProductField>(open: OpenProduct | null, field: Field): ProductFields[Field] {
  const { base, sent }: Pick<ProductEdits, 'base' | 'sent'> = open?.edits ?? { base: newProductFields }
  return { ...base, ...sent?.patch }[field]
}
