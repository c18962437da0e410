import type { BulkWarning, EditStanding, ProposedRow } from '../proposal'

const warnings: Record<BulkWarning, string> = {
  'price-below-cost': 'Price below cost',
  'price-jump': 'Price changes by more than half',
  'becomes-hidden': 'Becomes hidden',
  'duplicate-sku': 'SKU is taken',
}
export const bulkWarningText = (code: BulkWarning): string => warnings[code]

const standings: Record<EditStanding, string> = {
  in: 'Will be written',
  out: 'Left out',
  same: 'Is so already',
  refused: 'Cannot be',
  made: 'Written',
}

export const standingText = ({ standing, reason }: Pick<ProposedRow, 'standing' | 'reason'>): string =>
  reason ?? standings[standing]
