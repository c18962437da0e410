import type { StoreProfile } from '../../electron/shared/store'
import { formatDecimal, parseDecimal, type NumberStyle } from './numbers'

export type WeightFormat = Pick<
  StoreProfile,
  'weightUnit' | 'weightPrecision' | 'weightGroupSeparator' | 'weightDecimalSeparator'
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

export function weightStyle(profile: WeightFormat): NumberStyle {
  return { group: profile?.weightGroupSeparator ?? ',', decimal: profile?.weightDecimalSeparator || '.' }
}

/** With the store's unit: `0.35 kg`. */
export function formatWeight(value: number, profile: WeightFormat): string {
  const most = Math.max(profile?.weightPrecision ?? 2, 3)
  const amount = formatDecimal(value, { fewest: 0, most }, weightStyle(profile))
  return `${amount} ${unitLabel(profile?.weightUnit)}`.trim()
}

/** For a text box: no unit, no groups, every digit the value has. Also used for dimensions. */
export function weightText(value: number, profile: WeightFormat): string {
  return formatDecimal(value, { fewest: 0, most: 10 }, { group: '', decimal: weightStyle(profile).decimal })
}

/** Undefined for text that is no weight (yet). The unit may be typed or left out. */
export function parseWeight(text: string, profile: WeightFormat): number | undefined {
  const unit = unitLabel(profile?.weightUnit)
  const amount = text.trim()
  const bare =
    unit && amount.toLowerCase().endsWith(unit.toLowerCase()) ? amount.slice(0, amount.length - unit.length) : amount
  return parseDecimal(bare, weightStyle(profile))
}
