import { afterEach, beforeEach, expect, it } from 'vitest'
import { productHistory } from '../../../../electron/changes/views'
import type { ProductPatch } from '../../../../electron/shared/fields/product-fields'
import { onTheWeb } from '../../../support/on-the-web'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let product: { id: number; ecwidId: number }
/** Its brand, and its UPC. */
let brand: string
let upc: string
beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 })
  await synced.pull()
  const { id, ecwidId } = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 20).rows[0]!
  product = { id, ecwidId: ecwidId! }
  const general = synced.catalogue.productTypes.list().find((type) => type.id === 0)!.attributes
  const idOf = (wanted: string) => String(general.find(({ type }) => type === wanted)!.id)
  brand = idOf('BRAND')
  upc = idOf('UPC')
  save({ attributes: { [brand]: 'Tide', [upc]: '4006381333931' } })
  await synced.settled()
})
afterEach(() => synced.close())

const save = (fields: ProductPatch) =>
  synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'update', productId: product.id, fields }],
  })
const shown = () => synced.session.product(product.id).fields.attributesShown
async function stored(id: string, ecwidId = product.ecwidId) {
  const { attributes } = (await synced.remote(ecwidId)) as { attributes: { id: number; show: string }[] }
  return attributes.find((each) => String(each.id) === id)?.show
}

async function showInType(show: string): Promise<void> {
  const { attributes } = (await onTheWeb(synced.store, 'GET', '/classes/0')) as { attributes: object[] }
  const body = JSON.stringify({ attributes: attributes.map((each) => ({ ...each, show })) })
  await onTheWeb(synced.store, 'PUT', '/classes/0', body)
}

it('is sent for the attribute that was chosen, and stays when a value is edited', async () => {
  expect(shown()).toEqual({ [brand]: 'DESCR', [upc]: 'DESCR' })
  const values = synced.session.product(product.id).fields.attributes
  save({ attributesShown: { ...shown(), [brand]: 'NOTSHOW' } })
  await synced.settled()
  expect([await stored(brand), await stored(upc)]).toEqual(['NOTSHOW', 'DESCR'])
  expect(synced.session.product(product.id).fields.attributes).toEqual(values)
  save({ attributes: { ...values, [brand]: 'Tide & Co' } })
  await synced.settled()
  expect(await stored(brand)).toBe('NOTSHOW')
})

it('joins with what others chose of another attribute', async () => {
  synced.session.changes.holdAll(true)
  save({ attributesShown: { ...shown(), [brand]: 'NOTSHOW' } })
  const { attributes } = (await synced.remote(product.ecwidId)) as { attributes: { id: number }[] }
  const theirs = attributes.map((each) => (String(each.id) === upc ? { ...each, show: 'PRICE' } : each))
  await synced.control('POST', `/products/${product.ecwidId}`, { attributes: theirs })
  synced.session.changes.holdAll(false)
  await synced.settled()
  expect([await stored(brand), await stored(upc)]).toEqual(['NOTSHOW', 'PRICE'])
})

it('comes back with a value that was emptied, and nothing is told of those that are shown as their type says', async () => {
  save({ attributesShown: { ...shown(), [brand]: 'NOTSHOW' } })
  await synced.settled()
  const { changeSetId } = save({ attributes: {} })
  await synced.settled()
  const told = productHistory(synced.catalogue, { productId: product.id, offset: 0, limit: 3 }).entries
  expect(told.map(({ field }) => field).toSorted()).toEqual(['attributes', 'attributesShown', 'attributesTranslated'])
  expect(shown()).toEqual({})
  synced.session.changes.revert(changeSetId!)
  await synced.settled()
  expect([await stored(brand), await stored(upc)]).toEqual(['NOTSHOW', 'DESCR'])
})

it('is the copy’s own only where it was the original’s own, and so is that of a product that comes back', async () => {
  save({ attributesShown: { ...shown(), [brand]: 'NOTSHOW' } })
  await synced.settled()
  const { productIds } = synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [
      {
        kind: 'create',
        copyOf: product.id,
        fields: { name: 'The copy', sku: 'COPY-1', attributes: { [brand]: 'Tide', [upc]: '4006381333948' } },
      },
    ],
  })
  const { changeSetId } = synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'delete', productId: product.id }],
  })
  await synced.settled()
  const back = synced.session.changes.revert(changeSetId!).productIds
  await synced.settled()
  await showInType('PRICE')
  for (const id of [productIds[0]!, back[0]!]) {
    const ecwidId = synced.session.product(id).ecwidId!
    expect([await stored(brand, ecwidId), await stored(upc, ecwidId)]).toEqual(['NOTSHOW', 'PRICE'])
  }
})
