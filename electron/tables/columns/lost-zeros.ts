import { added, counted, tally, type Tally } from './tally'

/** Of barcodes, which all have one length. */
const barcodes = [8, 12, 13, 14]
const longest = 20

/** Numbers without a sign, by how many digits they have: whether zeros at their beginning went missing. */
export function lostZeros(): { add(row: number, digits: string): void; notes(): Tally } {
  const byLength = Array.from({ length: longest + 1 }, tally)
  let withZero = 0
  let all = 0

  function add(row: number, digits: string): void {
    if (digits.length > longest) return
    all++
    if (digits.length > 1 && digits.startsWith('0')) withZero++
    else counted(byLength[digits.length] ?? tally(), row, digits)
    padded[digits.length] = (padded[digits.length] ?? 0) + 1
  }
  const padded: number[] = []

  /** Those that are shorter than the usual length and do not begin with a zero, while others of that length do; or are barcodes. */
  function notes(): Tally {
    const usual = padded.reduce((best, count, length) => (count > (padded[best] ?? 0) ? length : best), 0)
    const share = (padded[usual] ?? 0) / Math.max(1, all)
    const isPadded = withZero > 0 && withZero >= all * 0.05 && share >= 0.5
    const isBarcode = barcodes.includes(usual) && share >= 0.8
    if (!isPadded && !isBarcode) return tally()
    // A barcode has at most a few zeros in front.
    const least = isPadded ? 1 : usual - 3
    return byLength.slice(least, usual).reduce(added, tally())
  }

  return { add, notes }
}
