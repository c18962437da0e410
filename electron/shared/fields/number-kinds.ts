import { z } from 'zod'
import { countStyle, formatExactMoney, moneyText, readMoney } from '../numbers/money'
import { everyDecimal, formatDecimal, numberText } from '../numbers/numbers'
import { readNumber } from '../numbers/read-number'
import {
  formatVolume,
  formatWeight,
  readDimension,
  readVolume,
  readWeight,
  unitLabel,
  weightText,
} from '../numbers/weight'
import type { StoreProfile } from '../store'
import { isEqual } from './equal'
import type { Kind, StoreWords, TypedNumber } from './kind'

type Profile = StoreProfile | null

type Units = Pick<TypedNumber, 'prefix' | 'suffix'>

type Way = {
  schema: z.ZodType<number>
  write: (value: number, profile: Profile) => string
  read: (typed: string, profile: Profile) => ReturnType<TypedNumber['read']>
  shown: (value: number, words: StoreWords) => string
  units: (profile: Profile) => Units
}

const finite = z.number()

/** `blank`: what an empty box means, undefined where a number is wanted; `unreadable` says so. */
export const money = (blank: number | undefined, unreadable?: string): Kind<number> =>
  numberKind(moneyWay(unreadable), blank)

/** An empty box is no price. */
export const moneyOrNone: Kind<number | null> = numberOrNone(moneyWay())

export const whole = (blank: number | undefined, sentence: string): Kind<number> =>
  numberKind(wholeWay(sentence), blank)

/** An empty box is no number. */
export const wholeOrNone = (sentence: string): Kind<number | null> => numberOrNone(wholeWay(sentence))

/** A number that names something and counts nothing: written as it is, in no groups. */
export const codeOrNone = (sentence: string): Kind<number | null> =>
  numberOrNone({ ...wholeWay(sentence), shown: String })

export const weightOrNone: Kind<number | null> = numberOrNone({
  schema: finite,
  write: weightText,
  read: readWeight,
  shown: (value, { profile }) => formatWeight(value, profile),
  units: (profile) => ({ suffix: unitLabel(profile?.weightUnit) }),
})

export const volumeOrNone: Kind<number | null> = numberOrNone({
  schema: finite,
  write: weightText,
  read: readVolume,
  shown: (value, { profile }) => formatVolume(value, profile),
  units: (profile) => ({ suffix: unitLabel(profile?.volumeUnit) }),
})

/** Of a parcel, in the store's unit of dimensions; 0 is an empty box. */
export const length: Kind<number> = numberKind(
  emptyAtZero({
    schema: finite,
    write: weightText,
    read: readDimension,
    shown: (value, { profile }) => weightText(value, profile),
    units: (profile) => ({ suffix: unitLabel(profile?.dimensionsUnit) }),
  }),
  0,
)

/** An empty box is 0, which stands for no price where Ecwid has no call that removes one. */
export const moneyUnlessZero: Kind<number> = unlessZero(moneyWay())

export const minutesUnlessZero: Kind<number> = unlessZero({
  ...wholeWay('Enter whole minutes, or leave it empty.'),
  units: () => ({ suffix: 'min' }),
})

function unlessZero(way: Way): Kind<number> {
  const kind = numberKind(emptyAtZero(way), 0)
  return { ...kind, shown: (value, words) => (value === 0 ? '' : kind.shown(value, words)) }
}

function emptyAtZero(way: Way): Way {
  return { ...way, write: (value, profile) => (value === 0 ? '' : way.write(value, profile)) }
}

function moneyWay(unreadable?: string): Way {
  return {
    schema: finite,
    write: moneyText,
    read: (typed, profile) => readMoney(typed, profile, unreadable),
    shown: (value, { profile }) => formatExactMoney(value, profile),
    units: (profile) => ({ prefix: profile?.currencyPrefix.trim(), suffix: profile?.currencySuffix.trim() }),
  }
}

function wholeWay(sentence: string): Way {
  return {
    schema: z.number().int(),
    write: (value, profile) => numberText(value, countStyle(profile)),
    read: (typed, profile) => {
      const style = profile ? countStyle(profile) : null
      return readNumber(typed, { style, unreadable: sentence, decimals: { most: 0, tooFine: sentence } })
    },
    shown: (value, { profile }) => formatDecimal(value, { fewest: 0, most: everyDecimal }, countStyle(profile)),
    units: () => ({}),
  }
}

function numberKind(way: Way, blank: number | undefined): Kind<number> {
  return { ...shared(way, blank), schema: way.schema, shown: way.shown }
}

function numberOrNone(way: Way): Kind<number | null> {
  return {
    ...shared(way, null),
    schema: way.schema.nullable(),
    shown: (value, words) => (value === null ? '' : way.shown(value, words)),
  }
}

function shared({ write, read, units }: Way, blank: TypedNumber['blank']) {
  return {
    name: 'number' as const,
    box: 'signs' as const,
    column: { width: 104, align: 'right' as const },
    read: (raw: unknown) => (typeof raw === 'number' ? raw : undefined),
    merge: 'value' as const,
    isSame: isEqual,
    apart: null,
    inOrder: { up: 'lowest first', down: 'highest first' },
    typed: (profile: Profile): TypedNumber => ({
      write: (value) => write(value, profile),
      read: (typed) => read(typed, profile),
      blank,
      ...units(profile),
    }),
    choices: {},
    parts: {},
    list: null,
  }
}
