/** What is perhaps not meant, of a value that the store takes. words/doubt.ts puts it into words. */
export const doubts = [
  'price-below-cost',
  'compare-to-not-above-price',
  'tier-not-below-price',
  'tiers-not-falling',
] as const
export type Doubt = (typeof doubts)[number]
