import { sections } from '../../../../electron/shared/fields/field'
import { useProductStore } from '../../../stores/product-store'
import { FormField, FormFieldWhere, OtherFields } from '../fields/FormField'
import { useProductField } from '../fields/use-product-field'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'

export function StockSection() {
  const { value: unlimited } = useProductField('unlimited')
  const variations = useProductStore(({ open }) => open?.detail?.readOnly.variations.length ?? 0)
  return (
    <Section title={sections.stock.title}>
      <FormField field="unlimited" hint={unlimited ? 'Sold without counting.' : undefined} />
      <div className={classes.row}>
        <FormFieldWhere counts={!unlimited} field="quantity" />
        <FormFieldWhere counts={!unlimited} field="warningLimit" label="Low stock at" />
      </div>
      <OtherFields section="stock" arranged={['unlimited', 'quantity', 'warningLimit']} />
      {variations > 0 && (
        <p className={classes.quiet}>
          Its {variations} variations have a stock of their own: see Options & variations.
        </p>
      )}
    </Section>
  )
}
