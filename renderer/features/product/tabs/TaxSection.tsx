import { sections } from '../../../../electron/shared/fields/field'
import { Checkbox, Switch, TextInput } from '@mantine/core'
import { countStyle } from '../../../../electron/shared/numbers/money'
import { formatDecimal } from '../../../../electron/shared/numbers/numbers'
import { FieldNotes } from '../fields/FieldNotes'
import { OtherFields } from '../fields/FormField'
import { useProductField } from '../fields/use-product-field'
import { useFormState } from '../form-state'
import classes from '../product.module.css'
import { Section } from '../Section'

export function TaxSection() {
  const { value, set, readOnly } = useProductField('tax')
  return (
    <Section title={sections.tax.title}>
      <div data-field="tax" className={classes.column}>
        <Switch
          label="Taxable"
          checked={value.taxable}
          disabled={readOnly}
          onChange={(event) => set({ ...value, taxable: event.currentTarget.checked })}
        />
        {value.taxable && <Taxes />}
        <TextInput
          label="Tax class code"
          description="Used by automatic taxes; “default” fits most products."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={value.taxClassCode}
          readOnly={readOnly}
          maw={360}
          onChange={(event) => set({ ...value, taxClassCode: event.target.value })}
        />
        <FieldNotes field="tax" />
      </div>
      <OtherFields section="tax" arranged={['tax']} />
    </Section>
  )
}

function Taxes() {
  const { value, set, readOnly } = useProductField('tax')
  const { profile } = useFormState()
  if (profile?.automaticTax) {
    return <p className={classes.quiet}>The store computes its taxes automatically, so none can be chosen here.</p>
  }
  const taxes = profile?.taxes ?? []
  if (taxes.length === 0) return <p className={classes.quiet}>This store has no taxes of its own.</p>
  const toggle = (id: number, on: boolean) => {
    const others = value.enabledManualTaxes.filter((other) => other !== id)
    set({ ...value, enabledManualTaxes: on ? [...others, id] : others })
  }
  return (
    <fieldset className={classes.chooser}>
      <legend className="visually-hidden">Taxes</legend>
      {taxes.map((tax) => (
        <Checkbox
          key={tax.id}
          label={
            tax.rate > 0
              ? `${tax.name} (${formatDecimal(tax.rate, { fewest: 0, most: 3 }, countStyle(profile))} %)`
              : tax.name
          }
          description={tax.enabled ? undefined : 'Switched off in the store.'}
          checked={value.enabledManualTaxes.includes(tax.id)}
          disabled={readOnly || (!tax.enabled && !value.enabledManualTaxes.includes(tax.id))}
          onChange={(event) => toggle(tax.id, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  )
}
