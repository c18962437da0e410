import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, type Reason } from '../shared/errors'
import { says } from '../shared/sentence'

/** Why edits of a product wait that somebody deleted in the store. */
export const goneReason = {
  code: 'not-found',
  sentence: says('deleted-in-store'),
  storeCode: 'PRODUCT_DELETED',
} satisfies Reason

export const isGone = ({ state, reason }: Pick<ChangeRecord, 'state' | 'reason'>): boolean =>
  state === 'refused' && reason?.storeCode === goneReason.storeCode

export const isGoneAnswer = (error: unknown): boolean => error instanceof AppError && error.code === 'not-found'

/** Deleted in the store, and still here with what was typed, until its owner decides about that. */
export const staysWithEdits = (
  { changes }: Catalogue,
  { thing, productId }: Pick<ChangeRecord, 'thing' | 'productId'>,
) => changes.openOf(thing, productId).some(isGone)
