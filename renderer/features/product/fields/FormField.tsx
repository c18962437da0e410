import type { ReactNode } from 'react'
import type { KindName } from '../../../../electron/shared/fields/kind'
import { sections, type SectionName } from '../../../../electron/shared/fields/field'
import { fieldOf, productFieldNames, type ProductField } from '../../../../electron/shared/fields/product-fields'
import { ControlOf } from '../../../components/controls/ControlOf'
import { notifyDone } from '../../../components/notify'
import { useAccess } from '../../../stores/access'
import { putIntoNewCategory } from '../../../stores/category-actions'
import { setProductValue } from '../../../stores/product-store'
import { useIsWrong } from '../form-problems'
import { useFormState } from '../form-state'
import { BarcodeNote } from './BarcodeNote'
import { FieldNotes } from './FieldNotes'
import { FormerValue } from './FormerValue'
import classes from './fields.module.css'
import { useFormTexts } from './use-form-texts'
import { useProductField } from './use-product-field'

/** Makes what a field can refer to; why not, as a sentence, where that failed. */
const makers: Partial<Record<ProductField, (name: string) => Promise<string | null>>> = {
  categoryIds: async (name) => {
    const problem = await putIntoNewCategory(name)
    if (problem === null) notifyDone(`The category “${name.trim()}” is made. It stays, also if you discard this form.`)
    return problem?.message ?? null
  },
}

/** What there is to say of one of several values under names. */
const notes: Partial<Record<ProductField, (name: string) => ReactNode>> = {
  attributes: (name) => <BarcodeNote attributeId={name} />,
}

type Look = {
  hint?: ReactNode
  placeholder?: string
  required?: boolean
  label?: string
  only?: readonly string[]
  isLabelHidden?: boolean
}

/** Each with a label of its own, in the line where one label would leave room. */
const ofSeveralBoxes: ReadonlySet<KindName> = new Set(['attributes', 'record'])

/** A field of the open product, by the control of its kind, with what the store has to say about it. */
export function FormField({ field, ...look }: Look & { field: ProductField }) {
  const { kind } = fieldOf(field)
  return (
    <div className={classes.field} data-field={field}>
      <FieldControl field={field} {...look} />
      <FieldNotes field={field} />
      <FormerValue field={field} isBelow={(look.isLabelHidden ?? false) || ofSeveralBoxes.has(kind.name)} />
    </div>
  )
}

/** A field that may mean nothing beside the others. Its box stays as long as something is wrong with it: that keeps the form from being saved. */
export function FormFieldWhere({ counts, ...props }: Look & { field: ProductField; counts: boolean }) {
  const isWrong = useIsWrong(props.field)
  return counts || isWrong ? <FormField {...props} /> : null
}

/** More of a field that stands elsewhere, such as the attributes of its own type. */
export function FieldControl({ field, ...look }: Look & { field: ProductField }) {
  const { value, saved, error, readOnly } = useProductField(field)
  const { kind, label, hint } = fieldOf(field)
  const words = useFormState()
  const texts = useFormTexts(field)
  const { canCreate } = useAccess()
  const onMake = canCreate ? makers[field] : undefined
  return (
    <ControlOf
      path={field}
      {...(onMake && { onMake })}
      {...(notes[field] && { noteAt: notes[field] })}
      {...{ kind, label, hint, value, saved, error, readOnly, words, texts, ...look }}
      onChange={(next, typed) => setProductValue(field, next, typed)}
    />
  )
}

/** Whether the heading of the section says already what it is. */
const isTitled = (section: SectionName, field: ProductField) => sections[section].title === fieldOf(field).label

/** The fields of a section for which the form has no place of its own. */
export function OtherFields({ section, arranged }: { section: SectionName; arranged: readonly ProductField[] }) {
  return productFieldNames
    .filter((field) => fieldOf(field).section === section && !arranged.includes(field))
    .map((field) => <FormField key={field} field={field} isLabelHidden={isTitled(section, field)} />)
}
