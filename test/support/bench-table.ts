/** One measured figure beside what it is compared with, both in the same unit. */
export type Figure = {
  name: string
  value: number
  yardstick: { name: string; value: number }
  unit: 'ms' | 's' | 'MB' | 'per s'
  /** what the project aims for, in words */
  goal?: string
}

/** Hands a figure to scripts/bench.mjs, which prints the table when all parts have run. */
export function report(figure: Figure): void {
  console.log(`FIGURE ${JSON.stringify(figure)}`)
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}
