import { productFields } from '../../../../electron/shared/fields/product-fields'
import { unitLabel } from '../../../../electron/shared/numbers/weight'
import { FieldNotes } from '../fields/FieldNotes'
import { NumberBox } from '../fields/NumberBox'
import { useProductField } from '../fields/use-product-field'
import { useFormState } from '../form-state'

export function WeightField() {
  const { value, saved, set, error } = useProductField('weight')
  const { profile } = useFormState()
  return (
    <div>
      <NumberBox
        path="weight"
        label={productFields.weight.label}
        value={value}
        saved={saved}
        onValue={set}
        suffix={unitLabel(profile?.weightUnit)}
        placeholder="Not set"
        error={error}
      />
      <FieldNotes field="weight" />
    </div>
  )
}
