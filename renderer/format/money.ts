import type { StoreProfile } from '../../electron/shared/store'
import { formatDecimal, parseDecimal, type NumberStyle } from './numbers'

/** The part of a profile that money needs; null while the store's formats are not known yet. */
export type MoneyFormat = Pick<
  StoreProfile,
  'currencyPrefix' | 'currencySuffix' | 'currencyPrecision' | 'currencyGroupSeparator' | 'currencyDecimalSeparator'
> | null

export function moneyStyle(profile: MoneyFormat): NumberStyle {
  return { group: profile?.currencyGroupSeparator ?? ',', decimal: profile?.currencyDecimalSeparator || '.' }
}

/** As the store shows it: `$1,234.50`, `1 234,50 €`. */
export function formatMoney(value: number, profile: MoneyFormat): string {
  const amount = formatDecimal(Math.abs(value), profile?.currencyPrecision ?? 2, moneyStyle(profile))
  return `${value < 0 ? '−' : ''}${profile?.currencyPrefix ?? ''}${amount}${profile?.currencySuffix ?? ''}`
}

/** For a text box: the store's separators, no currency, no groups, and every digit the value has. */
export function moneyText(value: number, profile: MoneyFormat): string {
  const { decimal } = moneyStyle(profile)
  return formatDecimal(value, { fewest: profile?.currencyPrecision ?? 2, most: 10 }, { group: '', decimal })
}

/** Undefined for text that is no amount (yet). The currency sign may be typed or left out. */
export function parseMoney(text: string, profile: MoneyFormat): number | undefined {
  let amount = text.trim()
  for (const sign of [profile?.currencyPrefix, profile?.currencySuffix]) {
    const mark = sign?.trim()
    if (mark) amount = amount.replace(mark, '')
  }
  return parseDecimal(amount, moneyStyle(profile))
}
