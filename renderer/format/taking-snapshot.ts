import { formatNumber } from '../../electron/shared/numbers/numbers'
import type { Snapshots } from '../../electron/shared/snapshot'

/** What is waited for before anything risky is written. */
export const takingText = ({ done, total }: NonNullable<Snapshots['taking']>): string =>
  `Taking a snapshot of your store first, ${formatNumber(done)} of ${formatNumber(total)}`
