// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { saveProduct } from '../../../../renderer/stores/product-actions'
import { drafts, openedProduct, openProduct, setProductField } from '../../../../renderer/stores/product-store'
import { installFakeBridge } from '../../../support/fake-bridge'

const connectionId = 'shop'

it('what is typed while a new product is saved belongs to that product', async () => {
  let letGo = (): void => {}
  const bridge = installFakeBridge({
    'drafts.get': () => null,
    'drafts.put': () => null,
    'drafts.remove': () => null,
    'changes.apply': () => new Promise((resolve) => (letGo = () => resolve({ changeSetId: 1, productIds: [7] }))),
  })
  await openProduct(connectionId, 'new')
  setProductField('name', 'Walnut tray')
  setProductField('price', 20)
  const saved = saveProduct()
  expect(openedProduct()?.saving).toBe(true)
  setProductField('name', 'Walnut tray, large')
  letGo()
  expect(await saved).toEqual({ productId: 7 })
  await drafts.flush()
  const kept = bridge.asked.findLast(({ name }) => name === 'drafts.put')?.input
  const draft = { patch: { name: 'Walnut tray, large' }, base: { name: 'Walnut tray' } }
  expect(kept).toMatchObject({ connectionId, drafts: [{ productId: 7, draft }] })
})
