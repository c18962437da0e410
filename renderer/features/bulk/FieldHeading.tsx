import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { FieldCount } from '../../../electron/shared/proposal'
import { editedAllText } from '../../../electron/shared/words/proposal'
import classes from './review.module.css'

/** What the edits below it are of. */
export function FieldHeading({ field, count, top, height }: FieldCount & { top: number; height: number }) {
  return (
    <li className={classes.heading} style={{ transform: `translateY(${top}px)`, height }}>
      <h2>{editedAllText(field)}</h2>
      <span className={classes.sku}>{formatNumber(count)}</span>
    </li>
  )
}
