import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Comparison, Snapshot } from '../../../electron/shared/snapshot'

/** `12 changed, 3 not there then, 1 not there now. 13 can be put back.` */
export function tallyText({ changed, new: added, gone, goBack }: Comparison['tally']): string {
  const parts = [
    changed > 0 && `${formatNumber(changed)} changed`,
    added > 0 && `${formatNumber(added)} not there then`,
    gone > 0 && `${formatNumber(gone)} not there now`,
  ]
  const back = goBack > 0 ? `${formatNumber(goBack)} can be put back.` : 'Nothing of it can be put back.'
  return `${parts.filter(Boolean).join(', ')}. ${back}`
}

/** What it means that nothing differs. */
export const nothingText = ({ occasion }: Pick<Snapshot, 'occasion'>): string =>
  occasion.code === 'archive'
    ? 'Your store is as it is in this archive.'
    : 'Your store is as it was when this snapshot was taken.'

/** What is lost with one that goes. */
export const lostText = ({ occasion }: Pick<Snapshot, 'occasion'>): string =>
  occasion.code === 'archive'
    ? 'It is no longer compared here. The file, the store itself and the snapshots stay as they are.'
    : 'How your store was then can no longer be seen here. The store itself and the other snapshots stay as they are.'
