import type { Entry } from '../fields/kind'
import { picksOne, readChoice, readOption } from '../fields/option-kind'
import type { Pair } from '../fields/renamed-variations'

/** A variation, as far as what it is made of goes. */
export type Made = { options: readonly Pair[] }

/** An option that variations can be made of, and its choices. */
export type Choosable = { name: string; choices: readonly string[] }

/** Of those, what shoppers pick one of. */
export function choosableOptions(options: readonly Entry[]): Choosable[] {
  return options.flatMap((entry) => {
    const { name, type, choices } = readOption(entry)
    const texts = choices.map((choice) => readChoice(choice).text).filter((text) => text.trim() !== '')
    return picksOne(type) && name.trim() !== '' && texts.length > 0 ? [{ name, choices: texts }] : []
  })
}

/** The names of the options that the variations there are stand for; where there are none, of all. */
export function usedNames(options: readonly Choosable[], rows: readonly Made[]): ReadonlySet<string> {
  const used = new Set(rows.flatMap((row) => row.options.map(({ name }) => name)))
  const names = options.map(({ name }) => name)
  return new Set(names.some((name) => used.has(name)) ? names.filter((name) => used.has(name)) : names)
}

/** What tells a variation from the others, whatever the order of its options. */
export const pairsKey = (pairs: readonly Pair[]): string =>
  JSON.stringify(pairs.map(({ name, value }) => [name, value]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))

/** Every choice with every other, the last option first, as the odometer of a car. */
export const combinationsOf = (options: readonly Choosable[]): Pair[][] =>
  options.reduce<Pair[][]>(
    (made, { name, choices }) => made.flatMap((pairs) => choices.map((value) => [...pairs, { name, value }])),
    options.length > 0 ? [[]] : [],
  )

export const combinationCount = (options: readonly Choosable[]): number =>
  options.length === 0 ? 0 : options.reduce((count, { choices }) => count * choices.length, 1)
