import type { ChangeState } from '../change'
import { labelOf } from '../fields/shown'
import { isOfField, type BulkWarning, type EditedField, type EditStanding, type ProposedRow } from '../proposal'

const warnings: Record<BulkWarning, string> = {
  'price-below-cost': 'Price below cost',
  'price-jump': 'Price changes by more than half',
  'becomes-hidden': 'Becomes hidden',
  'becomes-empty': 'Becomes empty',
  'duplicate-sku': 'SKU is taken',
  'picture-goes': 'A picture is removed',
}
export const bulkWarningText = (code: BulkWarning): string => warnings[code]

/** What one edit is of. */
export const editedText = (field: EditedField): string => (isOfField(field) ? labelOf(field) : one[field ?? 'gone'])
const one = { new: 'The product', variation: 'New variation', picture: 'Picture', gone: 'The product' } as const
/** What many of them are of. */
export const editedAllText = (field: EditedField): string =>
  isOfField(field) ? labelOf(field) : kinds[field ?? 'gone']
const kinds = { new: 'New products', variation: 'New variations', picture: 'Pictures', gone: 'Deletions' } as const

const standings: Record<EditStanding, string> = {
  in: 'Will be written',
  out: 'Left out',
  same: 'Is so already',
  refused: 'Cannot be',
  made: 'Written',
}

const outcomes: Record<ChangeState, string> = {
  waiting: 'Waits to be sent',
  held: 'Held',
  sending: 'Is being sent',
  unknown: 'Sent, not confirmed yet',
  refused: 'Refused',
  conflict: 'Needs your decision',
  sent: 'In the store',
  'taken-back': 'Taken back',
}

/** How an edit stands; once it is written, what became of it. */
export function standingText({
  standing,
  reason,
  outcome,
}: Pick<ProposedRow, 'standing' | 'reason' | 'outcome'>): string {
  if (!outcome) return reason ?? standings[standing]
  const text = outcomes[outcome.state]
  return outcome.reason === null ? text : `${text}: ${outcome.reason}`
}
