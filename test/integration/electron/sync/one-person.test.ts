import fc from 'fast-check'
import { expect, it } from 'vitest'
import { soloStep, type SoloStep } from '../../../support/solo/acts'
import { earlierFaults } from '../../../support/solo/earlier-faults'
import { openSoloWorld } from '../../../support/solo/solo-world'
import { playing } from '../../../support/playing'

// One person alone edits, arranges, undoes, holds and takes back, at rest and in the middle of requests, while lines, answers and the
// program break. In the end the store is what the screen showed last.

async function play(steps: readonly SoloStep[]): Promise<void> {
  const world = await openSoloWorld()
  try {
    for (const step of steps) await world.take(step)
    await world.end()
  } finally {
    await world.close()
  }
}

it.each(earlierFaults)('$name', ({ steps }) => play(steps))

it('the end is what the screen showed last', { timeout: playing.timeout }, async () => {
  const sequences = playing.count('sequences of one person')
  const steps = fc.array(soloStep, { minLength: 2, maxLength: 25, size: 'max' })
  await fc.assert(
    fc.asyncProperty(
      steps,
      playing.inTime(async (each) => {
        await play(each)
        sequences.add()
      }),
    ),
    playing.parameters(40),
  )
  expect(sequences.total).toBeGreaterThan(0)
})
