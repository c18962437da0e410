import type { StoreProfile } from '../store'

/** Where a weight is said in grams, whatever the unit of the store is. */
export const gramsPath = '!grams'

const gramsIn: Readonly<Record<string, number>> = {
  CARAT: 0.2,
  GRAM: 1,
  OUNCE: 28.349523125,
  POUND: 453.59237,
  KILOGRAM: 1000,
}

const of = (profile: StoreProfile | null): number | undefined => gramsIn[profile?.weightUnit.toUpperCase() ?? '']

export const isWeightUnitKnown = (profile: StoreProfile | null): boolean => of(profile) !== undefined

/** In the unit of the store, with no more digits than scales have. */
export const fromGrams = (grams: number, profile: StoreProfile | null): number =>
  Math.round((grams / (of(profile) ?? 1)) * 10_000) / 10_000
