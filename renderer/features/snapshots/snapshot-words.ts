import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Comparison } from '../../../electron/shared/snapshot'

/** `12 changed, 3 not there then, 1 not there now.` */
export function tallyText({ changed, new: added, gone }: Comparison['tally']): string {
  const parts = [
    changed > 0 && `${formatNumber(changed)} changed`,
    added > 0 && `${formatNumber(added)} not there then`,
    gone > 0 && `${formatNumber(gone)} not there now`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}
