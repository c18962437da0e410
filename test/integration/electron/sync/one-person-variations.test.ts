import fc from 'fast-check'
import { expect, it } from 'vitest'
import { playing } from '../../../support/playing'
import { variedStep, type VariedStep } from '../../../support/varied/acts'
import { earlierVariedFaults } from '../../../support/varied/earlier-faults'
import { openVariedWorld } from '../../../support/varied/world'

// One person alone edits the options and variations of a product, undoes, holds and takes back, at rest and in the middle of requests,
// while lines, answers and the program break. In the end the store is what the screen showed last.

async function play(steps: readonly VariedStep[]): Promise<void> {
  const world = await openVariedWorld()
  try {
    for (const step of steps) await world.take(step)
    await world.end()
  } finally {
    await world.close()
  }
}

it.each(earlierVariedFaults)('$name', ({ steps }) => play(steps))

it('the end is what the screen showed last', { timeout: playing.timeout }, async () => {
  const sequences = playing.count('sequences of one person with variations')
  const steps = fc.array(variedStep, { minLength: 2, maxLength: 20, size: 'max' })
  await fc.assert(
    fc.asyncProperty(
      steps,
      playing.inTime(async (each) => {
        await play(each)
        sequences.add()
      }),
    ),
    playing.parameters(30),
  )
  expect(sequences.total).toBeGreaterThan(0)
})
