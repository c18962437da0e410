import { countStyle, formatExactMoney, moneyText, readMoney } from '../numbers/money'
import { everyDecimal, formatDecimal, numberText } from '../numbers/numbers'
import { readNumber, type NumberReading } from '../numbers/read-number'
import type { StoreProfile } from '../store'
import type { Kind } from './kind'
import { money } from './number-kinds'

type Profile = StoreProfile | null

/** What a choice adds to the price, or takes off it. */
export type PriceChange = { priceModifier: number; priceModifierType: string }

const unreadable = (profile: Profile): string => {
  const example = writePriceChange({ priceModifier: 2.5, priceModifierType: 'ABSOLUTE' }, profile)
  return `Enter an amount such as ${example}, or a percentage such as -10 %.`
}
const percentSign = /[%\uFF05\u066A]\s*$/

/** `+2,50`, `−10 %`; '' for none: in a box. */
export function writePriceChange({ priceModifier, priceModifierType }: PriceChange, profile: Profile): string {
  if (priceModifier === 0) return ''
  const amount = Math.abs(priceModifier)
  return priceModifierType === 'PERCENT'
    ? `${signOf(priceModifier)}${numberText(amount, countStyle(profile))} %`
    : `${signOf(priceModifier)}${moneyText(amount, profile)}`
}

export const isPercent = (typed: string): boolean => percentSign.test(typed)

/** What is typed into such a box, without what it is counted in. */
export function readPriceChange(typed: string, profile: Profile): NumberReading {
  if (typed.trim() === '') return { kind: 'value', value: 0 }
  if (!isPercent(typed)) return readMoney(typed, profile, unreadable(profile))
  const style = profile ? countStyle(profile) : null
  return readNumber(typed.replace(percentSign, ''), { style, unreadable: unreadable(profile) })
}

/** `+2,00 €`, `−5 %`; '' for none: among words. */
export function shownPriceChange({ priceModifier, priceModifierType }: PriceChange, profile: Profile): string {
  if (priceModifier === 0) return ''
  const amount = Math.abs(priceModifier)
  const many = { fewest: 0, most: everyDecimal }
  const text =
    priceModifierType === 'PERCENT'
      ? `${formatDecimal(amount, many, countStyle(profile))} %`
      : formatExactMoney(amount, profile)
  return `${signOf(priceModifier)}${text}`
}

const signOf = (value: number) => (value < 0 ? '−' : '+')

/** The number of it. Its box reads and writes percentages too. */
export const priceChange: Kind<number> = {
  ...money(0),
  typed: (profile) => ({
    write: (value) => writePriceChange({ priceModifier: value, priceModifierType: 'ABSOLUTE' }, profile),
    read: (typed) => readPriceChange(typed, profile),
    blank: 0,
  }),
}
