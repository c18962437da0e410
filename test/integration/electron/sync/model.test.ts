import fc from 'fast-check'
import { expect, it } from 'vitest'
import { step } from '../../../support/model/steps'
import { openWorld } from '../../../support/model/world'
import { playing } from '../../../support/playing'

// Two people and the web edit the same products; lines, programs and answers break. STOCKROOM_RUNS asks for more sequences;
// STOCKROOM_SEED and STOCKROOM_PATH, both printed by a failure, repeat one.

it(
  'nothing is lost, doubled or overwritten unseen, and all sides agree in the end',
  { timeout: playing.timeout },
  async () => {
    const sequences = playing.count('sequences of two people and the web')
    const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
      const world = await openWorld()
      try {
        for (const each of steps) await world.take(each)
        await world.settle()
        await world.check()
        sequences.add()
      } finally {
        await world.close()
      }
    })
    await fc.assert(property, playing.parameters(40))
    expect(sequences.total).toBeGreaterThan(0)
  },
)
