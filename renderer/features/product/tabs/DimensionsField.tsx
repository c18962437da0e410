import { unitLabel } from '../../../../electron/shared/numbers/weight'
import { FieldNotes } from '../fields/FieldNotes'
import fieldClasses from '../fields/fields.module.css'
import { NumberBox } from '../fields/NumberBox'
import { useProductField } from '../fields/use-product-field'
import { useFormState } from '../form-state'
import classes from './shipping.module.css'

const sides = { length: 'Length', width: 'Width', height: 'Height' } as const

export function DimensionsField() {
  const { value, saved, set, error } = useProductField('dimensions')
  const { profile } = useFormState()
  const unit = unitLabel(profile?.dimensionsUnit)
  return (
    <div className={classes.dimensions} data-field="dimensions">
      <div className={classes.sides}>
        {(['length', 'width', 'height'] as const).map((side) => (
          <NumberBox
            key={side}
            path={`dimensions.${side}`}
            label={sides[side]}
            value={value[side]}
            saved={saved[side]}
            onValue={(next) => set({ ...value, [side]: next ?? 0 })}
            suffix={unit}
            placeholder="0"
          />
        ))}
      </div>
      {error && (
        <p className={fieldClasses.note} data-tone="danger" role="alert">
          {error}
        </p>
      )}
      <FieldNotes field="dimensions" />
    </div>
  )
}
