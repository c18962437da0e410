import { useProductStore } from '../../../stores/product-store'
import { MoneyField } from '../fields/MoneyField'
import { useProductValue } from '../fields/use-product-field'
import { priceHints } from '../price-hints'
import classes from '../product.module.css'
import { Section } from '../Section'

export function PriceSection() {
  const price = useProductValue('price')
  const compareToPrice = useProductValue('compareToPrice')
  const costPrice = useProductValue('costPrice')
  const unparsed = useProductStore(({ open }) => open?.edits.unparsed) ?? {}
  const hints = priceHints({ price, compareToPrice, costPrice }, unparsed)
  return (
    <Section title="Price">
      <div className={classes.row}>
        <MoneyField field="price" />
        <MoneyField field="compareToPrice" hint={hints.compareToPrice} placeholder="None" />
        <MoneyField field="costPrice" hint={hints.costPrice} />
      </div>
    </Section>
  )
}
