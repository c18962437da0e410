import type { Doubt } from '../fields/doubt'

export const doubtText = (doubt: Doubt): string => sentences[doubt]

/** At the box, while it is typed. */
const sentences: Record<Doubt, string> = {
  'price-below-cost': 'Above the price: each sale costs you money.',
  'compare-to-not-above-price': 'Not above the price, so no discount is shown.',
  'tier-not-below-price': 'A wholesale price is not below the price.',
  'tiers-not-falling': 'A wholesale price does not fall with the quantity.',
}
