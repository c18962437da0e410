import { asNumber, changedBy, exact, plus, roundedTo } from '../../../electron/shared/numbers/exact'
import { countStyle } from '../../../electron/shared/numbers/money'
import { mayMeanTwo, readNumber } from '../../../electron/shared/numbers/read-number'
import { decimalsOf } from '../../../electron/shared/price-rule'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import type { SheetColumn } from './sheet-column'

export type NumberChange = { by: 'percent' | 'amount'; value: number }

/** `-10 %` or `2,50`, as the store writes numbers; a text: what is wrong with it. */
export function readChange(typed: string, { profile }: StoreWords): NumberChange | string {
  const text = typed.trim()
  const by = text.endsWith('%') ? 'percent' : 'amount'
  const reading = readNumber(text.replace(/%$/, '').replace(/^\+/, '').trim(), {
    style: profile ? countStyle(profile) : null,
    unreadable: 'Enter a number, with % behind it for percent.',
  })
  if (reading.kind === 'problem') return reading.message
  return reading.kind === 'ambiguous' ? mayMeanTwo : { by, value: reading.value }
}

/** Rounded once, as its column takes it: to whole ones, or to the decimals that it has or that the currency has. */
export function changed(value: number, { by, value: wanted }: NumberChange, column: SheetColumn, words: StoreWords) {
  const next = (by === 'percent' ? changedBy : plus)(exact(value), exact(wanted))
  const finest = Math.max(decimalsOf(words.profile), String(value).split('.')[1]?.length ?? 0)
  return asNumber(roundedTo(next, takesParts(column, words) ? finest : 0))
}

function takesParts(column: SheetColumn, words: StoreWords): boolean {
  const half = column.written?.(1.5, words)
  const read = half === undefined ? undefined : column.typing?.read(half, {}, words)
  return read !== undefined && 'values' in read
}
