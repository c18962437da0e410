import { FieldNotes } from '../fields/FieldNotes'
import fieldClasses from '../fields/fields.module.css'
import { PartField } from '../fields/FormField'
import { useProductField } from '../fields/use-product-field'
import classes from './shipping.module.css'

const sides = ['length', 'width', 'height'] as const

export function DimensionsField() {
  const { error } = useProductField('dimensions')
  return (
    <div className={classes.dimensions} data-field="dimensions">
      <div className={classes.sides}>
        {sides.map((side) => (
          <PartField key={side} field="dimensions" part={side} placeholder="0" />
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
