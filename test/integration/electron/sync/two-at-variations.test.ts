import fc from 'fast-check'
import { expect, it } from 'vitest'
import { playing } from '../../../support/playing'
import { stepOfTwo, type VariedStep } from '../../../support/varied/acts'
import { openVariedWorld } from '../../../support/varied/world'

// One person edits options and variations while somebody else sells, and changes other parts of the same product in the store: nothing
// is asked, and in the end the store has what both made of it.

async function play(steps: VariedStep[]): Promise<void> {
  const world = await openVariedWorld()
  try {
    for (const step of steps) await world.take(step)
    await world.end()
  } finally {
    await world.close()
  }
}

it('what others sold is on the screen after a pull that failed', () =>
  play([{ others: 'sell', at: 0 }, { fault: { kind: 'drop-after' }, onWrites: false }, { push: true }]))

it('both have what they made, and nobody is asked', { timeout: playing.timeout }, async () => {
  const sequences = playing.count('sequences of two at variations')
  await fc.assert(
    fc.asyncProperty(
      fc.array(stepOfTwo, { minLength: 2, maxLength: 16, size: 'max' }),
      playing.inTime(async (steps) => {
        await play(steps)
        sequences.add()
      }),
    ),
    playing.parameters(30),
  )
  expect(sequences.total).toBeGreaterThan(0)
})
