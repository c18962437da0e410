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
    const cameBack = { tried: 0, done: 0 }
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }),
      playing.inTime(async (steps) => {
        const world = await openWorld()
        try {
          for (const each of steps) await world.take(each)
          await world.settle()
          await world.check()
          sequences.add()
          cameBack.tried += world.cameBack.tried
          cameBack.done += world.cameBack.done
        } finally {
          await world.close()
        }
      }),
    )
    await fc.assert(property, playing.parameters(40))
    expect(sequences.total).toBeGreaterThan(0)
    // Where there is too little to come back to, nothing is proved.
    if (sequences.total > 10)
      expect(cameBack.done / cameBack.tried, 'what is undone or done again').toBeGreaterThan(0.5)
  },
)
