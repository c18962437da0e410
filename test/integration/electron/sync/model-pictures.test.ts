import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openPicturesWorld, picturesStep } from '../../../support/model/pictures-world'
import { playing } from '../../../support/playing'

// Two people and the web set, replace and delete the pictures of variations, undo, do again and take back; lines, programs and answers break.

it('the pictures of variations are what each made of them', { timeout: playing.timeout }, async () => {
  const sequences = playing.count('sequences of pictures of variations')
  const property = fc.asyncProperty(
    fc.array(picturesStep, { minLength: 4, maxLength: 30, size: 'max' }),
    playing.inTime(async (steps) => {
      const world = await openPicturesWorld()
      try {
        for (const step of steps) await world.take(step)
        await world.settle()
        sequences.add()
      } finally {
        await world.close()
      }
    }),
  )
  await fc.assert(property, playing.parameters(8))
  expect(sequences.total).toBeGreaterThan(0)
})
