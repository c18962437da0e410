// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { putIntoNewCategory } from '../../../../renderer/stores/category-actions'
import { openProduct } from '../../../../renderer/stores/product-store'
import { installFakeBridge } from '../../../support/fake-bridge'

it('a name that no category can have is answered with a sentence, and nothing is asked for', async () => {
  const bridge = installFakeBridge({ 'drafts.get': () => null })
  await openProduct('shop', 'new')
  expect(await putIntoNewCategory('x'.repeat(256))).toEqual({
    code: 'invalid-input',
    message: 'A category’s name has at most 255 characters. Shorten it.',
  })
  expect(bridge.asked.filter(({ name }) => name === 'changes.apply')).toEqual([])
})
