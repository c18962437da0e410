/** One measured figure beside what it is compared with, both in the same unit and from the same run. */
export type Figure = {
  name: string
  value: number
  yardstick: { name: string; value: number }
  unit: 'ms' | 's' | 'MB' | 'frames' | 'pictures/s' | 'pictures/min' | 'requests'
  /** What the project aims for. `atMost` is about the figure itself, the others about figure / yardstick. */
  goal?: { atMost: number } | { ratioAtMost: number } | { ratioAtLeast: number }
}

/** Hands a figure to scripts/bench.mjs, which prints the table when all parts have run. */
export function report(figure: Figure): void {
  console.log(`FIGURE ${JSON.stringify(figure)}`)
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)
