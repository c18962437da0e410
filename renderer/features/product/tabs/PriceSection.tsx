import { sections } from '../../../../electron/shared/fields/field'
import { useProductStore } from '../../../stores/product-store'
import { FormField, OtherFields } from '../fields/FormField'
import { useProductValue } from '../fields/use-product-field'
import { priceHints } from '../price-hints'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'

export function PriceSection() {
  const price = useProductValue('price')
  const compareToPrice = useProductValue('compareToPrice')
  const costPrice = useProductValue('costPrice')
  const unparsed = useProductStore(({ open }) => open?.edits.unparsed) ?? {}
  const hints = priceHints({ price, compareToPrice, costPrice }, unparsed)
  return (
    <Section title={sections.price.title}>
      <div className={classes.row}>
        <FormField field="price" />
        <FormField field="compareToPrice" hint={hints.compareToPrice} placeholder="None" />
        <FormField field="costPrice" hint={hints.costPrice} />
      </div>
      <OtherFields section="price" arranged={['price', 'compareToPrice', 'costPrice']} />
    </Section>
  )
}
