import type { ReactNode } from 'react'
import { fieldOf, type ProductField } from '../../../../electron/shared/fields/product-fields'
import { ControlOf } from '../../../components/controls/ControlOf'
import { notifyDone } from '../../../components/notify'
import { useAccess } from '../../../stores/access'
import { putIntoNewCategory } from '../../../stores/category-actions'
import { setProductValue } from '../../../stores/product-store'
import { useFormState } from '../form-state'
import { AttributeShownMenu, AttributeShownNote } from './AttributeShown'
import { AttributeTranslation } from './AttributeTranslation'
import { BarcodeNote } from './BarcodeNote'
import { FormerAttribute, FormerAttributeShown } from './FormerValue'
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
  attributes: (name) => (
    <>
      <AttributeShownNote id={name} />
      <FormerAttributeShown id={name} />
      <BarcodeNote attributeId={name} />
      <FormerAttribute id={name} />
      <AttributeTranslation id={name} />
    </>
  ),
}

/** What stands in the box of one of them. */
const boxed: Partial<Record<ProductField, (name: string) => ReactNode>> = {
  attributes: (name) => <AttributeShownMenu id={name} />,
}

export type Look = {
  hint?: ReactNode
  placeholder?: string
  required?: boolean
  label?: string
  only?: readonly string[]
  isLabelHidden?: boolean
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
      {...(boxed[field] && { besideAt: boxed[field] })}
      {...{ kind, label, hint, value, saved, error, readOnly, words, texts, ...look }}
      onChange={(next, typed) => setProductValue(field, next, typed)}
    />
  )
}
