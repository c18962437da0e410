import { sections } from '../../../../electron/shared/fields/field'
import classes from '../product.module.css'
import { FoldedSection } from '../FoldedSection'
import { Section } from '../../../components/Section'
import { FormField, FormFieldWhere, OtherFields } from '../fields/FormField'
import { useProductField } from '../fields/use-product-field'
import { TaxSection } from './TaxSection'

export function ShippingTab() {
  const { value: shipped } = useProductField('isShippingRequired')
  return (
    <div className={classes.column}>
      <Section title={sections.shipping.title}>
        <FormField
          field="isShippingRequired"
          hint={shipped ? undefined : 'A service or a download: the store keeps no weight for it.'}
        />
        <FormFieldWhere counts={shipped} field="dimensions" placeholder="0" />
        <FormField field="volume" />
        <FormFieldWhere counts={shipped} field="shipping" />
        <OtherFields section="shipping" arranged={['isShippingRequired', 'dimensions', 'volume', 'shipping']} />
      </Section>
      <FoldedSection section="delivery" />
      <TaxSection />
    </div>
  )
}
