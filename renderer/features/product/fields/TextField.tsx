import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ProductField, ProductFields } from '../../../../electron/shared/fields/product-fields'
import { labelOf } from '../../../../electron/shared/fields/shown'
import { FieldNotes } from './FieldNotes'
import classes from './fields.module.css'
import { useProductField } from './use-product-field'

/** Fields whose value is a plain text. */
type TextFieldName = {
  [Field in ProductField]: ProductFields[Field] extends string ? Field : never
}[ProductField]

type Props = {
  field: TextFieldName
  hint?: ReactNode
  placeholder?: string
  required?: boolean
  lines?: number
}

export function TextField({ field, hint, placeholder, required, lines }: Props) {
  const { value, set, error, readOnly } = useProductField(field)
  const shared = {
    label: labelOf(field),
    value,
    error,
    placeholder,
    readOnly,
    withAsterisk: required,
    'aria-required': required,
    description: hint,
    inputWrapperOrder: ['label', 'input', 'error', 'description'] satisfies (
      'label' | 'input' | 'error' | 'description'
    )[],
  }
  return (
    <div className={classes.field} data-field={field}>
      {lines ? (
        <Textarea {...shared} autosize minRows={lines} maxRows={12} onChange={(event) => set(event.target.value)} />
      ) : (
        <TextInput {...shared} onChange={(event) => set(event.target.value)} />
      )}
      <FieldNotes field={field} />
    </div>
  )
}
