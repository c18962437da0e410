import type { StoreProfile } from '../../electron/shared/store'
import { moneyStyle, moneyText, readMoney } from '../../electron/shared/numbers/money'
import { numberText, type NumberStyle } from '../../electron/shared/numbers/numbers'
import { readNumber, type NumberReading } from '../../electron/shared/numbers/read-number'
import { readDimension, readWeight, weightText } from '../../electron/shared/numbers/weight'

/** How a box shows a number of a product and reads what is typed into it. */
export type FieldNumber = {
  write: (value: number) => string
  read: (typed: string) => NumberReading
  /** What an empty box means; undefined: it is no value. */
  blank: number | null | undefined
}

type Profile = StoreProfile | null
type Maker = (profile: Profile) => FieldNumber

/** Every number of a product that is typed: the field, or field and part. */
const makers: Record<string, Maker> = {
  price: money(undefined, 'Enter the price as a number; 0 is free.'),
  compareToPrice: money(null),
  costPrice: money(0),
  weight: (profile) => ({
    write: (value) => weightText(value, profile),
    read: (typed) => readWeight(typed, profile),
    blank: null,
  }),
  quantity: whole(undefined, 'Enter a whole number, or make the stock unlimited.'),
  warningLimit: whole(0, 'Enter a whole number; 0 for no warning.'),
  'dimensions.length': dimension,
  'dimensions.width': dimension,
  'dimensions.height': dimension,
  'shipping.flatRate': money(0),
  'shipping.methodMarkup': money(0),
}

/** Undefined for a path that holds no number to type. */
export function fieldNumber(path: string, profile: Profile): FieldNumber | undefined {
  return Object.hasOwn(makers, path) ? makers[path]?.(profile) : undefined
}

/** Counts have no format of their own in Ecwid: they are written with the separators of prices. */
export function countStyle(profile: Parameters<typeof moneyStyle>[0]): NumberStyle {
  return moneyStyle(profile)
}

/** What is read of the text of a box, an empty one included. */
export function readField(
  typed: string,
  { read, blank }: FieldNumber,
): NumberReading | { kind: 'value'; value: number | null } {
  return typed.trim() === '' && blank !== undefined ? { kind: 'value', value: blank } : read(typed)
}

function money(blank: number | null | undefined, unreadable?: string): Maker {
  return (profile) => ({
    write: (value) => moneyText(value, profile),
    read: (typed) => readMoney(typed, profile, unreadable),
    blank,
  })
}

function whole(blank: number | undefined, sentence: string): Maker {
  return (profile) => ({
    write: (value) => numberText(value, countStyle(profile)),
    read: (typed) => {
      const style = profile ? countStyle(profile) : null
      return readNumber(typed, { style, unreadable: sentence, decimals: { most: 0, tooFine: sentence } })
    },
    blank,
  })
}

function dimension(profile: Profile): FieldNumber {
  return {
    write: (value) => (value === 0 ? '' : weightText(value, profile)),
    read: (typed) => readDimension(typed, profile),
    blank: 0,
  }
}
