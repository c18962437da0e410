import fc from 'fast-check'
import { appendFileSync } from 'node:fs'

// How long plays of generated sequences go on. `npm test` plays fixed seeds; `npm run soak` gives new ones, and asks for counts.

const { STOCKROOM_SEED, STOCKROOM_PATH, STOCKROOM_RUNS, STOCKROOM_COUNTS } = process.env
const isSoak = STOCKROOM_RUNS !== undefined
const longMs = 20_000

export const playing = {
  isSoak,
  timeout: isSoak ? 3_600_000 : 240_000,
  parameters: (runs: number) => ({
    numRuns: Number(STOCKROOM_RUNS ?? runs),
    ...(STOCKROOM_SEED === undefined ? {} : { seed: Number(STOCKROOM_SEED) }),
    ...(STOCKROOM_PATH === undefined ? {} : { path: STOCKROOM_PATH }),
    // What is found is said as it was played: to try shorter ones would take as long again.
    endOnFailure: true,
  }),
  /** A slow machine plays fewer sequences instead of failing: none but the first begins after so long. */
  inTime<Given>(play: (given: Given) => Promise<void>) {
    const end = performance.now() + longMs
    let hasBegun = false
    return async (given: Given): Promise<void> => {
      if (hasBegun && !isSoak && performance.now() > end) return
      hasBegun = true
      await play(given)
    }
  },
  count: (what: string) => {
    const counted = {
      total: 0,
      add(more = 1): void {
        counted.total += more
        if (STOCKROOM_COUNTS) appendFileSync(STOCKROOM_COUNTS, `${JSON.stringify({ what, count: more })}\n`)
      },
    }
    return counted
  },
}

type Stage<Step> = { open: () => Promise<void>; close: () => Promise<void>; play: (steps: Step[]) => Promise<void> }

/** Plays generated sequences, each on a store of its own. The last one is left open, for whoever ends the test. */
export async function playEach<Step>(sequences: fc.Arbitrary<Step[]>, runs: number, stage: Stage<Step>): Promise<void> {
  let isOpen = false
  const property = fc.asyncProperty(
    sequences,
    playing.inTime(async (steps) => {
      if (isOpen) await stage.close()
      await stage.open()
      isOpen = true
      await stage.play(steps)
    }),
  )
  await fc.assert(property, playing.parameters(runs))
}
