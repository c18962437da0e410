import { tableSeparators, type TableSeparator } from '../../shared/table'
import { parseRows, type TextFormat } from './parse-rows'

const mostRows = 300

/** Excel's own word for it, on a line before the header. */
export const saidSeparator = /^"?sep=([,;\t|])"?[^\S\n]*\r?(?:\n|$)/i

/** The separator that gives the beginning of a text the most even rows; wider ones where they are as even. */
export function findSeparator(sample: string, isWhole: boolean, format: Omit<TextFormat, 'separator'>): TableSeparator {
  const said = tableSeparators.find((separator) => separator === saidSeparator.exec(sample)?.[1])
  if (said) return said
  let [best, most]: [TableSeparator, number] = [',', 0]
  for (const separator of tableSeparators) {
    if (!sample.includes(separator)) continue
    const evenness = evennessOf(sample, isWhole, { ...format, separator })
    if (evenness > most) [best, most] = [separator, evenness]
  }
  return best
}

function evennessOf(sample: string, isWhole: boolean, format: TextFormat): number {
  const { rows, misquoted } = parseRows(sample, format, isWhole)
  const widths = rows
    .slice(0, mostRows)
    .map((cells, row) => ({
      width: cells.length,
      isOdd: misquoted.has(row),
      isFilled: cells.some((cell) => cell.trim() !== ''),
    }))
    .filter(({ isFilled }) => isFilled)
  const usual = mostFrequent(widths.filter(({ width }) => width > 1).map(({ width }) => width))
  const first = widths.findIndex(({ width }) => width === usual)
  if (usual === undefined) return 0
  const table = widths.slice(first)
  const even = table.filter(({ width, isOdd }) => width === usual && !isOdd).length / table.length
  // Commas of decimals and sentences stand in the rows, seldom in the header; but a title may stand above it.
  return even ** 4 * (first === 0 ? 1 : 0.4) * Math.sqrt(usual)
}

function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0]
}
