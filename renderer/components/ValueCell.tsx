import type { StoreWords } from '../../electron/shared/fields/kind'
import { shownField } from '../../electron/shared/fields/shown'
import type { ProductField } from '../../electron/shared/fields/product-fields'
import classes from './ValueCell.module.css'

/** The value of a field in a list, on one line. */
export function ValueCell({ field, value, words }: { field: ProductField; value: unknown; words: StoreWords }) {
  const text = shownField(field, value, words)
  return (
    <span className={classes.value} title={text}>
      {text}
    </span>
  )
}
