import classes from '../product.module.css'
import { FoldedSection } from '../FoldedSection'

/** What there is to say of the price beside the price itself. */
export function PricesTab() {
  return (
    <div className={classes.column}>
      <FoldedSection section="wholesale" />
    </div>
  )
}
