/** How a store writes numbers. */
export type NumberStyle = { group: string; decimal: string }

/** The signs of a profile. Ecwid lets a store group with its decimal sign; such numbers are written without groups. */
export function styleOf(group: string, decimal: string): NumberStyle {
  const sign = decimal || '.'
  return { group: group === sign ? '' : group, decimal: sign }
}

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

/** More digits after the sign than a number that was typed or sent can have. */
export const everyDecimal = 20

const plainNumber = /^(-?\d+)(?:\.(\d+))?$/

/** For a text box: every digit the number has, in the store's signs, without groups. */
export function numberText(value: number, style: NumberStyle = plainStyle, fewest = 0): string {
  // A formatter takes ten times as long, and tables have a million numbers.
  const [, whole, fraction = ''] = plainNumber.exec(String(value)) ?? []
  if (whole !== undefined && fraction.length <= everyDecimal && !Object.is(value, -0)) {
    const decimals = fraction.padEnd(decimalsWithin(fewest), '0')
    return decimals === '' ? whole : `${whole}${style.decimal}${decimals}`
  }
  return formatDecimal(value, { fewest, most: everyDecimal }, { group: '', decimal: style.decimal })
}
