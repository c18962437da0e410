import type { ConnectionTest } from '../../../electron/shared/connection'
import type { ErrorCode, ErrorInfo } from '../../../electron/shared/errors'
import { productsText } from '../../../electron/shared/words/counts'

/** What the Test button has to say. */
export type TestOutcome = { ok: true; found: ConnectionTest } | { ok: false; problem: ErrorInfo }

/** `The key works: Harbour Goods, 60 products`. */
export function foundSentence({ storeName, productCount, keyKind }: ConnectionTest): string {
  if (productCount === null) return `The key works: ${storeName}${keyKind === 'public' ? ', read-only' : ''}.`
  return `The key works: ${storeName}, ${productsText(productCount)}.`
}

const passing: ErrorCode[] = ['offline', 'unknown-outcome', 'store-fault', 'rate-limited']

/** The store could not be asked, which says nothing about ID and key: they may be saved as they are. */
export function mayBeSavedUntested(problem: ErrorInfo): boolean {
  return passing.includes(problem.code)
}
