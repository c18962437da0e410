import { Checkbox } from '@mantine/core'
import { FieldNotes } from '../fields/FieldNotes'
import { PartField } from '../fields/FormField'
import { useProductField } from '../fields/use-product-field'
import { useFormState } from '../form-state'
import productClasses from '../product.module.css'
import classes from './shipping.module.css'

export function ShippingRule() {
  const { value, error } = useProductField('shipping')
  return (
    <div data-field="shipping" className={classes.choices}>
      <PartField field="shipping" part="type" error={error} />
      {value.type === 'SELECTED_METHODS' && <Methods />}
      <div className={classes.amounts}>
        {value.type === 'FLAT_RATE' && <PartField field="shipping" part="flatRate" />}
        {(value.type === 'GLOBAL_METHODS' || value.type === 'SELECTED_METHODS') && (
          <PartField field="shipping" part="methodMarkup" hint="Per item, on top of the method’s rate." />
        )}
      </div>
      <FieldNotes field="shipping" />
    </div>
  )
}

function Methods() {
  const { value, set, readOnly } = useProductField('shipping')
  const { profile } = useFormState()
  const known = profile?.shippingMethods ?? []
  const unknown = value.enabledMethods.filter((id) => !known.some((method) => method.id === id))
  const methods = [...known, ...unknown.map((id) => ({ id, name: `Method ${id}` }))]
  const toggle = (id: string, on: boolean) => {
    const others = value.enabledMethods.filter((other) => other !== id)
    set({
      ...value,
      enabledMethods: on ? [...others, id] : others,
      disabledMethods: value.disabledMethods.filter((other) => other !== id),
    })
  }
  if (methods.length === 0) return <p className={productClasses.quiet}>This store has no shipping methods yet.</p>
  return (
    <fieldset className={productClasses.chooser}>
      <legend className="visually-hidden">Shipping methods</legend>
      {methods.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={value.enabledMethods.includes(id)}
          disabled={readOnly}
          onChange={(event) => toggle(id, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  )
}
