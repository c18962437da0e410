import { productFields } from '../../../../electron/shared/fields/product-fields'
import { FieldNotes } from '../fields/FieldNotes'
import { Translation } from '../fields/Translation'
import { useProductField } from '../fields/use-product-field'
import { useFormState } from '../form-state'
import { DescriptionBox } from './DescriptionBox'

const { label } = productFields.description

export function DescriptionField() {
  const { value, set, readOnly } = useProductField('description')
  const { connectionId } = useFormState()
  return (
    <>
      <div data-field="description">
        <DescriptionBox of="product" {...{ connectionId, label, value, readOnly }} onChange={set} />
        <FieldNotes field="description" />
      </div>
      <Translation of="description" />
    </>
  )
}
