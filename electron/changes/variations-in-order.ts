import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'

type Product = Pick<RemoteProduct, 'options' | 'combinations'>

/**
 * A product's variations as their options and choices stand. The store lists them as they were made, and gives one that came back after a
 * removal any number that is free.
 */
export function variationsInOrder({ options = [], combinations = [] }: Product): RemoteVariation[] {
  const places = options.map(({ name, choices = [] }) => ({ name, texts: choices.map(({ text }) => text) }))
  const placed = combinations.map((variation) => ({
    variation,
    at: places.map(({ name, texts }) => {
      const place = texts.indexOf(variation.options?.find((pair) => pair.name === name)?.value ?? '')
      // What is no choice yet comes last.
      return place < 0 ? texts.length : place
    }),
  }))
  const apart = (a: readonly number[], b: readonly number[]) =>
    a.map((place, at) => place - (b[at] ?? 0)).find((difference) => difference !== 0)
  const numberOf = ({ combinationNumber = 0 }: RemoteVariation) => combinationNumber
  return placed
    .sort((a, b) => apart(a.at, b.at) ?? numberOf(a.variation) - numberOf(b.variation))
    .map(({ variation }) => variation)
}
