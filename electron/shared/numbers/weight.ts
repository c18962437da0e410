import type { StoreProfile } from '../store'
import { everyDecimal, formatDecimal, numberText, plainStyle, styleOf, type NumberStyle } from './numbers'
import { readNumber, tidied, type NumberReading } from './read-number'

export type WeightFormat = Pick<
  StoreProfile,
  'weightUnit' | 'weightGroupSeparator' | 'weightDecimalSeparator' | 'dimensionsUnit' | 'volumeUnit'
> | null

const labels: Record<string, string> = {
  CARAT: 'ct',
  GRAM: 'g',
  OUNCE: 'oz',
  POUND: 'lb',
  KILOGRAM: 'kg',
  MM: 'mm',
  CM: 'cm',
  IN: 'in',
  YD: 'yd',
  L: 'l',
  ML: 'ml',
  OZ: 'fl oz',
}

/** Ecwid's unit as people write it: KILOGRAM is kg. A unit this program does not know is shown as it came. */
export function unitLabel(unit: string | undefined): string {
  if (!unit) return ''
  return labels[unit.toUpperCase()] ?? unit.toLowerCase()
}

function weightStyle(profile: WeightFormat): NumberStyle {
  return profile ? styleOf(profile.weightGroupSeparator, profile.weightDecimalSeparator) : plainStyle
}

/** With the store's unit: `0.35 kg`. */
export function formatWeight(value: number, profile: WeightFormat): string {
  return withUnit(value, profile?.weightUnit, profile)
}

/** In the unit of volumes, with the separators of weights: `0.75 l`. */
export function formatVolume(value: number, profile: WeightFormat): string {
  return withUnit(value, profile?.volumeUnit, profile)
}

/** `10 × 20.5 × 3 cm`. */
export function formatDimensions(sides: number[], profile: WeightFormat): string {
  const [last = 0] = sides.slice(-1)
  const others = sides.slice(0, -1).map((side) => `${withUnit(side, undefined, profile)} × `)
  return `${others.join('')}${withUnit(last, profile?.dimensionsUnit, profile)}`
}

function withUnit(value: number, unit: string | undefined, profile: WeightFormat): string {
  return `${formatDecimal(value, { fewest: 0, most: everyDecimal }, weightStyle(profile))} ${unitLabel(unit)}`.trim()
}

/** For a text box: no unit, no groups, every digit the value has. Also used for dimensions and volumes. */
export function weightText(value: number, profile: WeightFormat): string {
  return numberText(value, weightStyle(profile))
}

/** The unit may be typed or left out. */
export function readWeight(typed: string, profile: WeightFormat): NumberReading {
  return readWithUnit(typed, profile?.weightUnit, profile)
}

/** A length, width or height: in the unit of dimensions, with the separators of weights. */
export function readDimension(typed: string, profile: WeightFormat): NumberReading {
  return readWithUnit(typed, profile?.dimensionsUnit, profile)
}

export function readVolume(typed: string, profile: WeightFormat): NumberReading {
  return readWithUnit(typed, profile?.volumeUnit, profile)
}

function readWithUnit(typed: string, unitName: string | undefined, profile: WeightFormat): NumberReading {
  const unit = unitLabel(unitName)
  const amount = tidied(typed)
  const hasUnit = unit !== '' && amount.toLowerCase().endsWith(unit.toLowerCase())
  const bare = hasUnit ? amount.slice(0, -unit.length) : amount
  const unreadable = unit === '' ? 'Enter a number.' : `Enter a number in ${unit}, the unit of this store.`
  return readNumber(bare, { style: profile ? weightStyle(profile) : null, unreadable })
}
