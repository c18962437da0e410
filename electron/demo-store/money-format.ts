import { isJsonObject, type JsonObject } from './json-object'

export type MoneyFormat = (amount: number) => string

/** The profile's way to write an amount, such as `€1.234,50`. */
export function createMoneyFormat(profile: JsonObject): MoneyFormat {
  const units = isJsonObject(profile['formatsAndUnits']) ? profile['formatsAndUnits'] : {}
  const text = (name: string, fallback: string) => (typeof units[name] === 'string' ? units[name] : fallback)
  const prefix = text('currencyPrefix', '')
  const suffix = text('currencySuffix', '')
  const group = text('currencyGroupSeparator', '')
  const point = text('currencyDecimalSeparator', '.')
  const precision = typeof units['currencyPrecision'] === 'number' ? units['currencyPrecision'] : 2
  const truncate = units['currencyTruncateZeroFractional'] === true

  return (amount) => {
    const [whole = '0', fraction = ''] = Math.abs(amount).toFixed(precision).split('.')
    const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole
    const decimals = fraction === '' || (truncate && /^0+$/.test(fraction)) ? '' : point + fraction
    return `${amount < 0 ? '-' : ''}${prefix}${grouped}${decimals}${suffix}`
  }
}

/** Prices are doubles; a computed one is rounded to a hundredth of a cent so that 0.1 + 0.2 stays 0.3. */
export function roundPrice(amount: number): number {
  return Math.round(amount * 10000) / 10000
}
