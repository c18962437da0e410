import type { Entry } from '../shared/fields/kind'
import { entriesOf, keyOf } from '../shared/fields/list-kind'
import { choices, optionsKind } from '../shared/fields/option-kind'
import { pairsIn, withoutPlace, type Pair } from '../shared/fields/renamed-variations'
import type { RemoteVariation } from '../shared/remote-product'

export type OptionSteps = {
  wanted: readonly Entry[]
  /** Options with all that variations still name: the store refuses to take away what one of them is made of. */
  meanwhile: readonly Entry[]
  /** Variations under the names that theirs have now. */
  renamed: { id: number; options: Pair[] }[]
  /** Variations of which something goes. */
  unplaced: RemoteVariation[]
}

/**
 * How a product comes to these options without losing a variation: its store first has both, then each variation is moved over, and what
 * nobody names any more goes last. Null: all at once will do.
 */
export function optionSteps(
  wanted: readonly Entry[],
  now: readonly Entry[],
  variations: readonly RemoteVariation[],
): OptionSteps | null {
  const unplaced = withoutPlace(wanted, variations)
  const renamed = variations.flatMap(({ id, options = [] }) => {
    const pairs = pairsIn(wanted, options)
    const isSame = pairs === null || pairs.every((pair, at) => pair === options[at])
    return isSame ? [] : [{ id, options: pairs.map(({ name, value }) => ({ name, value })) }]
  })
  if (unplaced.length === 0 && renamed.length === 0) return null
  const named = variations.flatMap(({ options = [] }) => options)
  return { wanted, meanwhile: withNamed(wanted, now, named), renamed, unplaced }
}

/** Whether two of them would be the same. */
export function wouldMeet(variations: readonly RemoteVariation[], renamed: OptionSteps['renamed']): boolean {
  const movedTo = new Map(renamed.map(({ id, options }) => [id, options]))
  const all = variations.map(({ id, options = [] }) => told(movedTo.get(id) ?? options))
  return new Set(all).size < all.length
}

const told = (pairs: readonly Pair[]): string =>
  JSON.stringify(pairs.map(({ name, value }) => [name, value]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))

function withNamed(wanted: readonly Entry[], now: readonly Entry[], named: readonly Pair[]): Entry[] {
  const all = [...wanted]
  for (const option of now) {
    const name = keyOf(optionsKind.list, option)
    const values = new Set(named.filter((pair) => pair.name === name).map(({ value }) => value))
    if (values.size === 0) continue
    const at = all.findIndex((one) => keyOf(optionsKind.list, one) === name)
    const its = entriesOf(option['choices']).filter((choice) => values.has(keyOf(choices.list, choice)))
    const mine = all[at]
    if (mine === undefined) all.push(option)
    else if (its.length > 0) all[at] = withChoices(mine, option, its)
  }
  return all
}

/** What shoppers fill in has no choices: while variations have them, it stays what it was. */
function withChoices(mine: Entry, theirs: Entry, needed: readonly Entry[]): Entry {
  const own = entriesOf(mine['choices'])
  const names = new Set(own.map((choice) => keyOf(choices.list, choice)))
  if (own.length === 0) return theirs
  return { ...mine, choices: [...own, ...needed.filter((choice) => !names.has(keyOf(choices.list, choice)))] }
}
