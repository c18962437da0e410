import { readTable } from '../../shared/delimited'
import { countStyle, type MoneyFormat } from '../../shared/numbers/money'
import { readNumber } from '../../shared/numbers/read-number'

import { skuKey } from '../../shared/sku-key'
import type { StockList } from '../../shared/stock-rule'

const unreadable = 'This is no whole number.'

type Row = { line: number; sku: string; typed: string; isWider: boolean }

/** SKU and number, line by line, as tables are pasted or saved. `answers`: what numbers mean that were asked about. */
export function readStockList(
  pasted: string,
  profile: MoneyFormat,
  answers: Readonly<Record<string, number>> = {},
): StockList {
  const list: StockList = { lines: [], odd: [], asked: [] }
  const rows = rowsOf(pasted)
  const lines = linesBySku(rows)
  for (const row of rows) {
    const { line, sku, typed } = row
    const why = oddness(row, lines.get(skuKey(sku)) ?? [])
    const read = why ?? readCount(typed, profile, answers)
    if (typeof read === 'string') list.odd.push({ line, sku, typed, why: read })
    else if (typeof read === 'number') list.lines.push({ line, sku, amount: read })
    else list.asked.push({ line, sku, typed, readings: read })
  }
  return list
}

/** Without empty lines, and without a heading: a first line that has no number. */
function rowsOf(pasted: string): Row[] {
  const rows = readTable(pasted)
    .map((cells, at): Row => {
      const [sku = '', typed = '', ...rest] = cells.map((cell) => cell.trim())
      return { line: at + 1, sku, typed, isWider: rest.some((cell) => cell !== '') }
    })
    .filter(({ sku, typed, isWider }) => sku !== '' || typed !== '' || isWider)
  return rows.filter(({ typed }, at) => at > 0 || typed === '' || /\p{Nd}/u.test(typed))
}

function linesBySku(rows: readonly Row[]): ReadonlyMap<string, number[]> {
  const lines = new Map<string, number[]>()
  for (const { sku, line } of rows) lines.set(skuKey(sku), [...(lines.get(skuKey(sku)) ?? []), line])
  return lines
}

/** Which of two lines counts, and which of three boxes is the number, only their owner knows. */
function oddness({ sku, isWider }: Row, lines: readonly number[]): string | null {
  if (isWider) return 'There are more than two boxes: a SKU and a number.'
  if (sku === '') return 'There is no SKU.'
  return lines.length > 1 ? `This SKU is in lines ${lines.join(', ')}.` : null
}

/** The number, what it may be, or what is wrong with it. */
function readCount(typed: string, profile: MoneyFormat, answers: Readonly<Record<string, number>>) {
  const answer = Object.hasOwn(answers, typed) ? answers[typed] : undefined
  if (answer !== undefined) return answer
  const style = profile ? countStyle(profile) : null
  const read = readNumber(typed, { style, unreadable, decimals: { most: 0, tooFine: unreadable } })
  if (read.kind === 'value') return read.value
  return read.kind === 'ambiguous' ? read.readings : read.message
}
