// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { newProductFields } from '../../../../electron/shared/fields/product-fields'
import type { NewDefaults } from '../../../../electron/shared/new-defaults'
import { initialSyncStatus } from '../../../../electron/shared/store'
import { beginLike } from '../../../../renderer/stores/new-product'
import { saveProduct } from '../../../../renderer/stores/product-actions'
import { isEdited, valuesOf } from '../../../../renderer/stores/product-edits'
import { drafts, openedProduct, openProduct, setProductField } from '../../../../renderer/stores/product-store'
import { useStoreStore } from '../../../../renderer/stores/store-store'
import { installFakeBridge, type FakeBridge } from '../../../support/fake-bridge'
import { euros } from '../../../support/store-in-euros'

let bridge: FakeBridge

function withDefaults(newDefaults: NewDefaults): void {
  useStoreStore.setState({
    snapshot: {
      connectionId: 'a',
      profile: { ...euros, taxes: [{ id: 5, name: 'VAT', enabled: true, appliedByDefault: true, rate: 19 }] },
      categories: [{ id: 1, parentId: 0, name: 'Mugs', enabled: true, orderBy: 0 }],
      productTypes: [
        { id: 0, name: 'General', attributes: [{ id: 4, name: 'UPC', type: 'UPC', show: 'DESCR' }] },
        { id: 3, name: 'Cups', attributes: [] },
      ],
      productCount: 1,
      sync: initialSyncStatus,
      newDefaults,
      notice: null,
    },
  })
}

beforeEach(() => {
  bridge = installFakeBridge({
    'drafts.get': () => null,
    'drafts.put': () => null,
    'drafts.remove': () => null,
    'changes.apply': () => ({ changeSetId: 1, productIds: [7] }),
  })
})

const values = () => valuesOf(openedProduct()!.edits)
const created = () => bridge.asked.findLast(({ name }) => name === 'changes.apply')?.input

it('a new product begins with what its owner set for the store, as values of the form, and is made with them', async () => {
  const tax = { ...newProductFields.tax, taxable: false }
  withDefaults({ categoryIds: [1], productClassId: 3, isShippingRequired: false, tax })
  await openProduct('a', 'new')
  expect(values()).toMatchObject({ categoryIds: [1], productClassId: 3, isShippingRequired: false, tax })
  expect(isEdited(openedProduct()!.edits)).toBe(false)
  setProductField('name', 'Cup')
  // Back to what the store makes by itself.
  setProductField('productClassId', 0)
  await saveProduct()
  expect(created()).toMatchObject({
    operations: [{ kind: 'create', fields: { name: 'Cup', categoryIds: [1], isShippingRequired: false, tax } }],
  })
  expect(JSON.stringify(created())).not.toContain('productClassId')
})

it('without any it says nothing of what the store sets itself, and of what is gone from the store neither', async () => {
  withDefaults({ categoryIds: [1, 99], productClassId: 98 })
  await openProduct('a', 'new')
  expect(values()).toMatchObject({ categoryIds: [1], productClassId: 0, tax: { enabledManualTaxes: [5] } })
  withDefaults({})
  await openProduct('a', 'new')
  setProductField('name', 'Cup')
  await saveProduct()
  expect(created()).toMatchObject({ operations: [{ kind: 'create', fields: { name: 'Cup', enabled: true } }] })
  expect(JSON.stringify(created())).not.toContain('enabledManualTaxes')
})

it('one that begins like another has what need not be its own, in its draft at once, and one only', async () => {
  withDefaults({ categoryIds: [1] })
  const mug = { ...newProductFields, name: 'Mug', sku: 'M-1', customSlug: 'mug', price: 12, quantity: 17 }
  beginLike('a', { ...mug, attributes: { 4: '4006381333931', 5: 'Clay' }, categoryIds: [] })
  await openProduct('a', 'new')
  expect(values()).toMatchObject({ name: 'Mug', price: 12, attributes: { 5: 'Clay' }, categoryIds: [] })
  expect(values()).toMatchObject({ sku: '', customSlug: '', quantity: newProductFields.quantity })
  expect(openedProduct()?.restored).toBe(false)
  await drafts.flush()
  const kept = bridge.asked.findLast(({ name }) => name === 'drafts.put')?.input
  const patch = { name: 'Mug', price: 12, categoryIds: [] }
  expect(kept).toMatchObject({ drafts: [{ productId: null, draft: { patch } }] })
  await openProduct('a', 'new')
  expect(values().name).toBe('')
})

it('what is begun already is not lost to another beginning', async () => {
  withDefaults({})
  const draft = { base: newProductFields, patch: { name: 'Tray' }, unparsed: {}, variations: {}, savedAt: 1 }
  bridge.handlers['drafts.get'] = () => draft
  beginLike('a', { ...newProductFields, name: 'Mug' })
  await openProduct('a', 'new')
  expect(values().name).toBe('Tray')
})
