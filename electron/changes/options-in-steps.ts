import { formerlyOf } from '../shared/fields/formerly'
import type { Entry } from '../shared/fields/kind'
import { entriesOf, keyOf } from '../shared/fields/list-kind'
import { choices, optionsKind } from '../shared/fields/option-kind'
import { pairsIn, type Pair } from '../shared/fields/renamed-variations'
import type { RemoteVariation } from '../shared/remote-product'
import { hasOptions } from './variation-entries'
import { inMoves, wouldMeet, type Move } from './variation-moves'

export type OptionSteps = {
  wanted: readonly Entry[]
  /** Options with all that variations still name: the store refuses to take away what one of them is made of. */
  meanwhile: readonly Entry[]
  /** Variations under the names that theirs have then. */
  renamed: Move[]
  /** The same one after the other. */
  moves: Move[]
  /** What each variation is made of then, by its id. */
  places: Readonly<Record<string, Pair[]>>
  /** Variations of which something goes. */
  unplaced: RemoteVariation[]
}

/** `before`: the options that variations are named by. `places`: what was to become of them when the first step went, by the `names` of then. */
type Begun = { before: readonly Entry[]; places: Readonly<Record<string, Pair[]>>; names: readonly Entry[] }

/**
 * How a product comes to these options without losing a variation: its store first has both, then each variation is moved over, and what
 * nobody names any more goes last. Null: all at once will do.
 */
export function optionSteps(
  wanted: readonly Entry[],
  now: readonly Entry[],
  variations: readonly RemoteVariation[],
  { before, places, names }: Begun,
): OptionSteps | null {
  // Where nothing is said of names before, a name may be another's by now.
  const saysNames = wanted.some((option) => [option, ...entriesOf(option['choices'])].some(isRenamed))
  // Where they were found once they go, by whatever name each stands now; one that others have given something else since is that.
  const placeOf = ({ id, options = [] }: RemoteVariation) => {
    const own = pairsIn(wanted, options, before)
    const isGiven = saysNames && own !== null && own.every((pair, at) => pair === options[at])
    return places[id] && !isGiven ? pairsIn(wanted, places[id], names) : own
  }
  const unplaced = variations.filter((variation) => placeOf(variation) === null)
  const placed = variations.flatMap((variation) => {
    const pairs = placeOf(variation)
    return pairs === null ? [] : [{ variation, pairs: pairs.map(({ name, value }) => ({ name, value })) }]
  })
  const renamed = placed
    .filter(({ variation, pairs }) => !hasOptions(variation, pairs))
    .map(({ variation, pairs }) => ({ id: variation.id, options: pairs }))
  if (unplaced.length === 0 && renamed.length === 0) return null
  const moves = wouldMeet(variations, renamed) ? [] : inMoves(variations, renamed)
  const named = variations.flatMap(({ options = [] }) => options)
  const meanwhile = withMoves(withNamed(wanted, now, named), moves)
  const all = Object.fromEntries(placed.map(({ variation, pairs }) => [variation.id, pairs]))
  return { wanted, meanwhile, renamed, moves, places: all, unplaced }
}

const isRenamed = (entry: Entry): boolean => formerlyOf(choices.list, entry).length > 0

/** Names that are nobody's in the end. */
function withMoves(options: readonly Entry[], moves: readonly Move[]): Entry[] {
  return options.map((option) => {
    const all = entriesOf(option['choices'])
    const texts = new Set(all.map((choice) => keyOf(choices.list, choice)))
    const name = keyOf(optionsKind.list, option)
    const values = moves.flatMap((move) => valuesOf(name, move.options))
    const missing = [...new Set(values)].filter((value) => !texts.has(value))
    return missing.length > 0 ? { ...option, choices: [...all, ...missing.map((text) => ({ text }))] } : option
  })
}

/** Of one option; a store may hold blanks at the ends of names. */
const valuesOf = (option: string, pairs: readonly Pair[]): string[] =>
  pairs.filter(({ name }) => name.trim() === option).map(({ value }) => value.trim())

function withNamed(wanted: readonly Entry[], now: readonly Entry[], named: readonly Pair[]): Entry[] {
  const all = [...wanted]
  for (const option of now) {
    const name = keyOf(optionsKind.list, option)
    const values = new Set(valuesOf(name, named))
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
