import type { RemoteProduct } from '../remote-product'
import { becomeOf, calledBefore, calledSo } from './formerly'
import type { Entry, List } from './kind'
import { entriesOf, keyOf } from './list-kind'
import { choices, optionsKind } from './option-kind'

/** What a variation stands for: a choice of an option. */
export type Pair = { name: string; value: string }

type Named = { options?: readonly Pair[] | undefined }

/** What has become of its option and its choice in `options`; undefined: it is not there any more. `from`: the options that it names them by. */
function becomeIn(options: readonly Entry[], pair: Pair, from: readonly Entry[]) {
  const was = calledSo(optionsKind.list, from, pair.name)
  const option = becomeOf(optionsKind.list, from, options, pair.name)
  const choice = option && becomeOf(choices.list, entriesOf(was?.['choices']), entriesOf(option['choices']), pair.value)
  return { option, choice }
}

/** As the store writes them, blanks at the ends included, where they are the same. */
function called<One extends Pair>(pair: One, option: Entry | undefined, choice: Entry | undefined): One {
  const name = isNamed(optionsKind.list, option, pair.name) ? pair.name : String(option?.['name'])
  const value = isNamed(choices.list, choice, pair.value) ? pair.value : String(choice?.['text'])
  return name === pair.name && value === pair.value ? pair : { ...pair, name, value }
}

const isNamed = (list: List, entry: Entry | undefined, name: string): boolean =>
  entry === undefined || keyOf(list, entry) === name.trim()

/** The pair by the names that its option and its choice have in `options`; null: one of them is not there any more. */
function pairIn<One extends Pair>(options: readonly Entry[], pair: One, from: readonly Entry[]): One | null {
  const { option, choice } = becomeIn(options, pair, from)
  return option && choice ? called(pair, option, choice) : null
}

/** The same of all that a variation stands for. */
export function pairsIn<One extends Pair>(
  options: readonly Entry[],
  pairs: readonly One[],
  from: readonly Entry[] = options,
): One[] | null {
  const found = pairs.map((pair) => pairIn(options, pair, from))
  return found.every((pair) => pair !== null) ? found : null
}

/** The same, and what is not there keeps its name. */
export const renamedPairs = <One extends Pair>(
  options: readonly Entry[],
  pairs: readonly One[],
  from: readonly Entry[] = options,
): One[] =>
  pairs.map((pair) => {
    const { option, choice } = becomeIn(options, pair, from)
    return called(pair, option, choice)
  })

/** The pairs by the names that their options and choices had before they were renamed; what is new keeps its name. */
export const pairsBefore = <One extends Pair>(
  before: readonly Entry[],
  after: readonly Entry[],
  pairs: readonly One[],
) =>
  pairs.map((pair): One => {
    const option = calledSo(optionsKind.list, after, pair.name)
    const was = option && calledBefore(optionsKind.list, before, option)
    const choice = option && calledSo(choices.list, entriesOf(option['choices']), pair.value)
    const chosen = was && choice && calledBefore(choices.list, entriesOf(was['choices']), choice)
    const name = was ? keyOf(optionsKind.list, was) : pair.name
    return { ...pair, name, value: chosen ? keyOf(choices.list, chosen) : pair.value }
  })

/** Those that stand for something that is not among the options. */
export const withoutPlace = <One extends Named>(
  options: readonly Entry[],
  variations: readonly One[],
  from: readonly Entry[],
): One[] => variations.filter((variation) => pairsIn(options, variation.options ?? [], from) === null)

/** The variations by the names that options and choices have now; `from`: those that they had. */
export function withRenamedVariations(product: RemoteProduct, from: readonly Entry[]): RemoteProduct {
  const { options = [], combinations } = product
  if (!combinations) return product
  const renamed = combinations.map((variation) => {
    const pairs = variation.options && renamedPairs(options, variation.options, from)
    const isSame = pairs === undefined || pairs.every((pair, at) => pair === variation.options?.[at])
    return isSame ? variation : { ...variation, options: pairs }
  })
  return renamed.every((variation, at) => variation === combinations[at])
    ? product
    : { ...product, combinations: renamed }
}
