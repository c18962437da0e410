import type { StoreProfile } from '../store'
import { everyDecimal, formatDecimal, numberText, plainStyle, styleOf, type NumberStyle } from './numbers'
import { readNumber, splitSign, tidied, type NumberReading } from './read-number'

/** The part of a profile that money needs; null while the store's formats are not known yet. */
export type MoneyFormat = Pick<
  StoreProfile,
  | 'currency'
  | 'currencyPrefix'
  | 'currencySuffix'
  | 'currencyPrecision'
  | 'currencyGroupSeparator'
  | 'currencyDecimalSeparator'
> | null

function moneyStyle(profile: MoneyFormat): NumberStyle {
  return profile ? styleOf(profile.currencyGroupSeparator, profile.currencyDecimalSeparator) : plainStyle
}

/** Counts have no format of their own in Ecwid: they are written with the separators of prices. */
export const countStyle = moneyStyle

/** As the store shows it: `$1,234.50`, `1 234,50 €`. */
export function formatMoney(value: number, profile: MoneyFormat): string {
  return amountText(value, profile?.currencyPrecision ?? 2, profile)
}

/** With every digit it has, also those finer than the currency, which the store rounds: for comparing. */
export function formatExactMoney(value: number, profile: MoneyFormat): string {
  return amountText(value, { fewest: profile?.currencyPrecision ?? 2, most: everyDecimal }, profile)
}

function amountText(value: number, decimals: Parameters<typeof formatDecimal>[1], profile: MoneyFormat): string {
  const amount = formatDecimal(Math.abs(value), decimals, moneyStyle(profile))
  return `${value < 0 ? '−' : ''}${profile?.currencyPrefix ?? ''}${amount}${profile?.currencySuffix ?? ''}`
}

/** For a text box: the store's separators, no currency, no groups, and every digit the value has. */
export function moneyText(value: number, profile: MoneyFormat): string {
  return numberText(value, moneyStyle(profile), profile?.currencyPrecision ?? 2)
}

/** The currency's sign or code may be typed or left out; the sign of another currency is a problem. */
export function readMoney(typed: string, profile: MoneyFormat, unreadable = 'Enter an amount.'): NumberReading {
  const { isNegative, rest } = splitSign(tidied(typed))
  const amount = withoutCurrency(rest, profile)
  if (profile && /\p{Sc}/u.test(amount)) {
    return {
      kind: 'problem',
      why: 'unreadable',
      message: `The prices of this store are in ${profile.currency}. Write the amount in it.`,
    }
  }
  return readNumber(isNegative ? `-${amount}` : amount, {
    style: profile ? moneyStyle(profile) : null,
    unreadable,
    decimals: profile ? { most: profile.currencyPrecision, tooFine: tooFineFor(profile) } : undefined,
  })
}

/** Of an amount with more decimals than its currency has. */
export function tooFineFor({
  currency,
  currencyPrecision,
}: Pick<NonNullable<MoneyFormat>, 'currency' | 'currencyPrecision'>): string {
  if (currencyPrecision === 0) return `${currency} has no decimals. Write a whole amount.`
  const decimals = currencyPrecision === 1 ? 'one decimal' : `${currencyPrecision} decimals`
  return `${currency} has ${decimals}. Write the amount with no more.`
}

function withoutCurrency(text: string, profile: MoneyFormat): string {
  const folded = foldSigns(text)
  const marks = profile ? marksOf(profile) : (folded.match(/^\p{Sc}|\p{Sc}$/gu) ?? [])
  return withoutMark(withoutMark(folded, marks, 'startsWith'), marks, 'endsWith')
}

function withoutMark(text: string, marks: string[], side: 'startsWith' | 'endsWith'): string {
  const mark = marks.find((one) => text.toLowerCase()[side](one))
  if (mark === undefined) return text
  return side === 'startsWith' ? text.slice(mark.length).trim() : text.slice(0, -mark.length).trim()
}

/** How people write the store's currency, longest first: `us$`, `usd`, `$`. */
function marksOf({ currency, currencyPrefix, currencySuffix }: NonNullable<MoneyFormat>): string[] {
  const own = [currencyPrefix, currencySuffix].map((sign) => foldSigns(sign.trim()).toLowerCase())
  const marks = [...own, ...own.map((sign) => sign.replace(/\.$/, '')), currency.toLowerCase(), signOf(currency)]
  return [...new Set(marks)].filter((mark) => mark !== '').sort((a, b) => b.length - a.length)
}

const signs = new Map<string, string>()

/** Once for each currency: asking for it takes longer than all else of reading an amount. */
function signOf(currency: string): string {
  const sign = signs.get(currency) ?? signNow(currency)
  signs.set(currency, sign)
  return sign
}

function signNow(currency: string): string {
  if (!/^[a-z]{3}$/i.test(currency)) return ''
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return (parts.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? '').toLowerCase()
}

/** `￥` and `¥` are one sign. */
const foldSigns = (text: string): string => text.replace(/\p{Sc}/gu, (sign) => sign.normalize('NFKC'))
