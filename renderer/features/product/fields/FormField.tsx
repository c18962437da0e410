import type { ReactNode } from 'react'
import type { SectionName } from '../../../../electron/shared/fields/field'
import {
  fieldOf,
  productFieldNames,
  type ProductField,
  type ProductFields,
} from '../../../../electron/shared/fields/product-fields'
import { ControlOf } from '../../../components/controls/ControlOf'
import { useFormState } from '../form-state'
import { FieldNotes } from './FieldNotes'
import classes from './fields.module.css'
import { useFormTexts } from './use-form-texts'
import { useProductField } from './use-product-field'

type Look = { hint?: ReactNode; placeholder?: string; required?: boolean; label?: string; error?: string }

/** A field of the open product, by the control of its kind, with what the store has to say about it. */
export function FormField({ field, ...look }: Look & { field: ProductField }) {
  const { value, saved, set, error, readOnly } = useProductField(field)
  const { kind, label } = fieldOf(field)
  const words = useFormState()
  const texts = useFormTexts(field)
  return (
    <div className={classes.field} data-field={field}>
      <ControlOf
        path={field}
        label={label}
        {...{ kind, value, saved, error, readOnly, words, texts, ...look }}
        // A control gives values of its kind.
        onChange={(next) => set(next as ProductFields[ProductField])}
      />
      <FieldNotes field={field} />
    </div>
  )
}

type FieldWithParts = 'dimensions' | 'ribbon' | 'shipping' | 'tax'

/** One part of a field, such as the width of the dimensions. */
export function PartField<Field extends FieldWithParts>({
  field,
  part,
  ...look
}: Look & { field: Field; part: string & keyof ProductFields[Field] }) {
  const { value, saved, set, readOnly } = useProductField(field)
  const words = useFormState()
  const path = `${field}.${part}`
  const texts = useFormTexts(path)
  const known = fieldOf(field).kind.parts[part]
  if (!known) throw new Error(`${field} has no ${part}.`)
  const { kind, label } = known
  return (
    <div className={classes.field} data-field={path}>
      <ControlOf
        {...{ path, label, kind, readOnly, words, texts, ...look }}
        value={value[part]}
        saved={saved[part]}
        onChange={(next) => set({ ...value, [part]: next })}
      />
    </div>
  )
}

/** The fields of a section for which the form has no place of its own. */
export function OtherFields({ section, arranged }: { section: SectionName; arranged: readonly ProductField[] }) {
  return productFieldNames
    .filter((field) => fieldOf(field).section === section && !arranged.includes(field))
    .map((field) => <FormField key={field} field={field} />)
}
