import { Checkbox, Select } from '@mantine/core'
import type { ProductFields } from '../../../../electron/shared/fields/product-fields'
import { productFields } from '../../../../electron/shared/fields/product-fields'
import { FieldNotes } from '../fields/FieldNotes'
import { NumberBox } from '../fields/NumberBox'
import { useProductField } from '../fields/use-product-field'
import { useFormState } from '../form-state'
import productClasses from '../product.module.css'
import classes from './shipping.module.css'

type Shipping = ProductFields['shipping']

const rules: { value: Shipping['type']; label: string }[] = [
  { value: 'GLOBAL_METHODS', label: 'All shipping methods of the store' },
  { value: 'SELECTED_METHODS', label: 'Only chosen shipping methods' },
  { value: 'FLAT_RATE', label: 'A flat rate per item' },
  { value: 'FREE_SHIPPING', label: 'Free shipping' },
]

export function ShippingRule() {
  const { value, set, error, readOnly } = useProductField('shipping')
  return (
    <div data-field="shipping" className={classes.choices}>
      <Select
        label={productFields.shipping.label}
        data={rules}
        value={value.type}
        error={error}
        readOnly={readOnly}
        allowDeselect={false}
        maw={360}
        onChange={(type) => type !== null && set({ ...value, type: type as Shipping['type'] })}
      />
      {value.type === 'SELECTED_METHODS' && <Methods />}
      <div className={classes.amounts}>
        {value.type === 'FLAT_RATE' && <Amount part="flatRate" label="Flat rate" />}
        {(value.type === 'GLOBAL_METHODS' || value.type === 'SELECTED_METHODS') && (
          <Amount part="methodMarkup" label="Added to the rate" hint="Per item, on top of the method’s rate." />
        )}
      </div>
      <FieldNotes field="shipping" />
    </div>
  )
}

function Amount({ part, label, hint }: { part: 'flatRate' | 'methodMarkup'; label: string; hint?: string }) {
  const { value, saved, set } = useProductField('shipping')
  const { profile } = useFormState()
  return (
    <NumberBox
      path={`shipping.${part}`}
      label={label}
      value={value[part]}
      saved={saved[part]}
      onValue={(next) => set({ ...value, [part]: next ?? 0 })}
      prefix={profile?.currencyPrefix.trim()}
      suffix={profile?.currencySuffix.trim()}
      hint={hint}
    />
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
