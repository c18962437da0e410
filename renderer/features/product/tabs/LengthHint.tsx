import { formatNumber } from '../../../../electron/shared/numbers/numbers'
import classes from './seo-preview.module.css'

type Props = {
  text: string
  most: number
  /** What stands there while the box is empty. */ otherwise: string
  from: string
}

/** How much of the room in search results a text takes, in numbers and as a bar. */
export function LengthHint({ text, most, otherwise, from }: Props) {
  const length = Array.from(text.trim() || otherwise.trim()).length
  const isLong = length > most
  const count = isLong
    ? `${formatNumber(length)} characters: more than ${most} may be cut.`
    : `${length} of ${most} characters`
  return (
    <span className={classes.length}>
      <span className={classes.bar} aria-hidden>
        <span
          className={classes.filled}
          data-long={isLong || undefined}
          style={{ width: `${Math.min(100, (length / most) * 100)}%` }}
        />
      </span>
      <span>{text.trim() === '' && otherwise.trim() !== '' ? `${from}: ${count}` : count}</span>
    </span>
  )
}
