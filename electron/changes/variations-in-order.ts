import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'

type Product = Pick<RemoteProduct, 'options' | 'combinations'>

/**
 * A product's variations as their options and choices stand. The store lists them as they were made, and gives one that came back after a
 * removal any number that is free.
 */
export function variationsInOrder({ options = [], combinations = [] }: Product): RemoteVariation[] {
  const places = options.map(({ name, choices = [] }) => ({ name, last: choices.length, of: placesOf(choices) }))
  const placed = combinations.map((variation) => ({
    variation,
    // What is no choice yet comes last.
    at: places.map(({ name, last, of }) => {
      return of.get(variation.options?.find((pair) => pair.name === name)?.value ?? '') ?? last
    }),
  }))
  const numberOf = ({ combinationNumber = 0 }: RemoteVariation) => combinationNumber
  return placed
    .sort((a, b) => apart(a.at, b.at) || numberOf(a.variation) - numberOf(b.variation))
    .map(({ variation }) => variation)
}

/** By its text; of two that are called the same, the first. */
const placesOf = (choices: readonly { text: string }[]): ReadonlyMap<string, number> =>
  new Map(choices.map(({ text }, at) => [text, at] as const).toReversed())

/** Asked ten thousand times for a thousand variations: it makes nothing on the way. */
function apart(one: readonly number[], other: readonly number[]): number {
  for (const [at, place] of one.entries()) {
    const difference = place - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
