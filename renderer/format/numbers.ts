/** How a store writes numbers. */
export type NumberStyle = { group: string; decimal: string }

export const plainStyle: NumberStyle = { group: ',', decimal: '.' }

const formatters = new Map<string, Intl.NumberFormat>()

function formatterFor(fewest: number, most: number): Intl.NumberFormat {
  const key = `${fewest}:${most}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: fewest, maximumFractionDigits: most })
  formatters.set(key, made)
  return made
}

const decimalsWithin = (count: number) => Math.min(20, Math.max(0, Math.trunc(count) || 0))

/** `decimals` is the fewest and the most digits after the separator, or one number for both. */
export function formatDecimal(
  value: number,
  decimals: number | { fewest: number; most: number },
  style: NumberStyle = plainStyle,
): string {
  if (!Number.isFinite(value)) return ''
  const fewest = decimalsWithin(typeof decimals === 'number' ? decimals : decimals.fewest)
  const most = Math.max(fewest, decimalsWithin(typeof decimals === 'number' ? decimals : decimals.most))
  return formatterFor(fewest, most)
    .formatToParts(value)
    .map((part) => (part.type === 'group' ? style.group : part.type === 'decimal' ? style.decimal : part.value))
    .join('')
}

/** A count for reading: 12,345. */
export function formatNumber(value: number, style: NumberStyle = plainStyle): string {
  return formatDecimal(value, 0, style)
}

/**
 * Reads a number as people type it: with the store's separators or with the other ones, so `12,5` and `12.5` are the
 * same. A lone separator before exactly three digits counts as a group only where the store groups with it.
 * Undefined for anything that is not (yet) a number, such as `12,`.
 */
export function parseDecimal(text: string, style: NumberStyle = plainStyle): number | undefined {
  const compact = text.replace(/[\s'’_]/g, '').replace(/^[−–]/, '-')
  const parts = /^([-+]?)([\d.,]+)$/.exec(compact)
  if (!parts) return undefined
  const sign = parts[1] === '-' ? -1 : 1
  const digits = parts[2] ?? ''
  const decimal = decimalMarkOf(digits, style)
  const at = decimal ? digits.lastIndexOf(decimal) : digits.length
  const whole = withoutGroups(digits.slice(0, at))
  const fraction = digits.slice(at + 1)
  if (whole === undefined || !/^\d*$/.test(fraction)) return undefined
  if (whole === '' && fraction === '') return undefined
  if (decimal && fraction === '') return undefined
  const value = sign * Number(`${whole || '0'}.${fraction || '0'}`)
  return Object.is(value, -0) ? 0 : value
}

/** A whole number; undefined for fractions and for text that is no number. */
export function parseWhole(text: string, style: NumberStyle = plainStyle): number | undefined {
  const value = parseDecimal(text, style)
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}

function decimalMarkOf(digits: string, style: NumberStyle): string | undefined {
  const dots = digits.split('.').length - 1
  const commas = digits.split(',').length - 1
  if (dots > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
  if (dots + commas !== 1) return undefined
  const mark = dots === 1 ? '.' : ','
  const looksGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)
  return mark === style.group && mark !== style.decimal && looksGrouped ? undefined : mark
}

function withoutGroups(whole: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole
  return /^\d{1,3}(\.\d{3})+$/.test(whole) || /^\d{1,3}(,\d{3})+$/.test(whole) ? whole.replace(/[.,]/g, '') : undefined
}
