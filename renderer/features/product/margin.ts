/** Share of the price that is left after the cost, in whole percent; null where that says nothing. */
export function marginPercent(price: number, costPrice: number): number | null {
  if (price <= 0 || costPrice <= 0) return null
  return Math.round(((price - costPrice) / price) * 100)
}

/** How much below the compare-to price it is sold, in whole percent; null when it is not. */
export function discountPercent(price: number, compareToPrice: number | null): number | null {
  if (compareToPrice === null || compareToPrice <= price || price < 0) return null
  return Math.round(((compareToPrice - price) / compareToPrice) * 100)
}
