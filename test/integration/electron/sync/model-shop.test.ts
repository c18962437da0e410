import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shopStep, type ShopStep } from '../../../support/model/shop-steps'
import { openShop } from '../../../support/model/shop-world'
import { playing } from '../../../support/playing'

// Two people and the web panel edit options, variations and categories; lines, programs and answers break. What each alone changed is
// so in the end, what two of them changed is asked about, and settled means that the store is as the screen shows.

async function play(steps: readonly ShopStep[]): Promise<void> {
  const shop = await openShop()
  try {
    for (const step of steps) await shop.take(step)
    await shop.settle()
    await shop.check()
  } finally {
    await shop.close()
  }
}

it(
  'options, variations and categories of two people and the web are what each made of them',
  { timeout: playing.timeout },
  async () => {
    const sequences = playing.count('sequences of options, variations and categories')
    const property = fc.asyncProperty(
      fc.array(shopStep, { minLength: 4, maxLength: 30, size: 'max' }),
      playing.inTime(async (steps) => {
        await play(steps)
        sequences.add()
      }),
    )
    await fc.assert(property, playing.parameters(10))
    expect(sequences.total).toBeGreaterThan(0)
  },
)
