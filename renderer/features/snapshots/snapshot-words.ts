import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { productsAlone, thingsText } from '../../../electron/shared/words/counts'
import type { Comparison, Snapshot } from '../../../electron/shared/snapshot'

/** `12 products changed, 2 categories not there then. 12 can be put back.` */
export function tallyText({ changed, new: added, gone, goBack }: Comparison['tally']): string {
  const parts = [
    changed.products > 0 && `${thingsText(changed)} changed`,
    added.products > 0 && `${thingsText(added)} not there then`,
    gone.products > 0 && `${thingsText(gone)} not there now`,
  ]
  const back = goBack > 0 ? `${formatNumber(goBack)} can be put back.` : 'Nothing of it can be put back.'
  return `${parts.filter(Boolean).join(', ')}. ${back}`
}

/** They would go where all is put back as it was. */
export const newProducts = ({ new: added }: Comparison['tally']): number => productsAlone(added)

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
