import { sections } from '../../../../electron/shared/fields/field'
import { useProductStore } from '../../../stores/product-store'
import { FormField, OtherFields } from '../fields/FormField'
import { useDoubt } from '../fields/use-doubt'
import { useProductValue } from '../fields/use-product-field'
import { formerPrice, priceHints } from '../price-hints'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'

export function PriceSection() {
  const price = useProductValue('price')
  const compareToPrice = useProductValue('compareToPrice')
  const costPrice = useProductValue('costPrice')
  const unparsed = useProductStore(({ open }) => open?.edits.unparsed) ?? {}
  // Said below the box then.
  const isDoubted = useDoubt('compareToPrice') !== null
  const hints = priceHints({ price, compareToPrice, costPrice }, unparsed)
  return (
    <Section title={sections.price.title}>
      <div className={classes.row}>
        <FormField field="price" />
        <FormField field="compareToPrice" hint={isDoubted ? formerPrice : hints.compareToPrice} placeholder="None" />
        <FormField field="costPrice" hint={hints.costPrice} />
      </div>
      <OtherFields section="price" arranged={['price', 'compareToPrice', 'costPrice']} />
    </Section>
  )
}
