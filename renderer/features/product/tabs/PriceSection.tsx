import { MoneyField } from '../fields/MoneyField'
import { useProductValue } from '../fields/use-product-field'
import { discountPercent, marginPercent } from '../margin'
import classes from '../product.module.css'
import { Section } from '../Section'

export function PriceSection() {
  const price = useProductValue('price')
  const compareToPrice = useProductValue('compareToPrice')
  const costPrice = useProductValue('costPrice')
  const discount = discountPercent(price, compareToPrice)
  const margin = marginPercent(price, costPrice)
  return (
    <Section title="Price">
      <div className={classes.row}>
        <MoneyField field="price" />
        <MoneyField field="compareToPrice" hint={compareHint(discount, compareToPrice)} placeholder="None" />
        <MoneyField field="costPrice" hint={margin === null ? 'Shoppers never see it.' : `Margin ${margin} %`} />
      </div>
    </Section>
  )
}

function compareHint(discount: number | null, compareToPrice: number | null): string {
  if (discount !== null) return `Shown as ${discount} % off.`
  return compareToPrice === null || compareToPrice === 0
    ? 'The former price, struck through.'
    : 'Not above the price, so no discount is shown.'
}
