import type { Entry } from '../fields/kind'
import { readChoice, readOption } from '../fields/option-kind'
import type { Pair } from '../fields/renamed-variations'
import { asNumber, dividedBy, exact, plus, roundedTo, times, whole, type Exact } from '../numbers/exact'

type Product = { price: number; options: readonly Entry[] }

/**
 * What a variation without a price of its own costs: its product's, with what each of its choices adds. Percentages are of the product's price,
 * and not on top of each other.
 */
export function priceWithChoices({ price, options }: Product, pairs: readonly Pair[], decimals: number): number {
  const added = pairs.map(({ name, value }) => changeBy(options, name, value, exact(price)))
  return asNumber(roundedTo(added.reduce(plus, exact(price)), decimals))
}

function changeBy(options: readonly Entry[], name: string, value: string, price: Exact): Exact {
  const option = options.map(readOption).find((each) => each.name === name)
  const choice = option?.choices.map(readChoice).find(({ text }) => text === value)
  if (!choice) return whole(0)
  const { priceModifier, priceModifierType } = choice
  const change = exact(priceModifier)
  return priceModifierType === 'PERCENT' ? dividedBy(times(price, change), whole(100)) : change
}
