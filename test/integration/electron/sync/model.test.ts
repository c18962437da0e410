import fc from 'fast-check'
import { expect, it } from 'vitest'
import { step } from '../../../support/model/steps'
import { openWorld } from '../../../support/model/world'

// Two people and the web edit the same products; lines, programs and answers break. STOCKROOM_RUNS asks for more sequences;
// STOCKROOM_SEED and STOCKROOM_PATH, both printed by a failure, repeat one.

const runs = Number(process.env.STOCKROOM_RUNS ?? 40)
const seed = process.env.STOCKROOM_SEED === undefined ? {} : { seed: Number(process.env.STOCKROOM_SEED) }
const path = process.env.STOCKROOM_PATH === undefined ? {} : { path: process.env.STOCKROOM_PATH }
const isDefault = runs === 40

it(
  'nothing is lost, doubled or overwritten unseen, and all sides agree in the end',
  async () => {
    let done = 0
    const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
      const world = await openWorld()
      try {
        for (const each of steps) await world.take(each)
        await world.settle()
        await world.check()
        done += 1
        if (!isDefault) console.log(`${done} sequences`)
      } finally {
        await world.close()
      }
    })
    // A slow machine tries fewer sequences instead of failing.
    await fc.assert(property, {
      numRuns: runs,
      ...seed,
      ...path,
      ...(isDefault ? { interruptAfterTimeLimit: 40_000 } : {}),
    })
    expect(done).toBeGreaterThan(0)
    console.log(`${done} generated sequences`)
  },
  isDefault ? 240_000 : 3_600_000,
)
