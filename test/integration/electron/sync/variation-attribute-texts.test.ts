import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import type { OwnPatch } from '../../../../electron/shared/fields/own-fields'
import { listConflicts } from '../../../../electron/changes/views'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let product: { id: number; ecwidId: number }
let variationId: number
/** By its id: an attribute that every product may have. */
let glaze: number

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de', 'fr'] } })
  const types = (await ask('GET', '/classes')) as { id: number; attributes: { id: number }[] }[]
  const general = types.find(({ id }) => id === 0)!
  const attributes = [...general.attributes, { name: 'Glaze', type: 'CUSTOM', show: 'DESCR' }]
  await ask('PUT', '/classes/0', { attributes })
  await synced.pull()
  const row = synced.catalogue.search({}, 0, 100).rows.find(({ variationCount }) => variationCount > 2)!
  product = { id: row.id, ecwidId: row.ecwidId! }
  variationId = shown().id
  const known = synced.session.snapshot().productTypes.find(({ id }) => id === 0)!
  glaze = known.attributes.find(({ name }) => name === 'Glaze')!.id
  set({ attributes: { [glaze]: 'Matt' } })
  await synced.settled()
})
afterEach(() => synced.close())

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const headers = { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' }
  const answer = await fetch(synced.store.baseUrl + path, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  return answer.json()
}

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const set = (fields: OwnPatch) => apply({ kind: 'variation.set', productId: product.id, variationId, fields })
const shown = () => synced.session.product(product.id).readOnly.variations[0]!
const path = () => `/products/${product.ecwidId}/combinations/${variationId}`
const stored = async () => {
  const { attributes } = (await ask('GET', path())) as { attributes: { id: number; valueTranslated?: object }[] }
  return attributes.find(({ id }) => id === glaze)
}
const inTheStore = (value: string, texts: object) =>
  ask('PUT', path(), { attributes: [{ id: glaze, value, valueTranslated: texts }] })

it('what an attribute of a variation says in another language is shown at once, and arrives beside its value', async () => {
  set({ attributesTranslated: { [`${glaze}.de`]: 'Matte Glasur' } })
  expect(shown().own.attributesTranslated).toEqual({ [`${glaze}.de`]: 'Matte Glasur' })
  await synced.settled()
  expect(await stored()).toMatchObject({ value: 'Matt', valueTranslated: { en: 'Matt', de: 'Matte Glasur' } })
  expect(shown().own).toMatchObject({
    attributes: { [glaze]: 'Matt' },
    attributesTranslated: { [`${glaze}.de`]: 'Matte Glasur' },
  })
})

it('a text that says the same as the first one is one all the same, and a new value keeps its texts', async () => {
  set({ attributesTranslated: { [`${glaze}.de`]: 'Matt', [`${glaze}.fr`]: 'Mat' } })
  await synced.settled()
  set({ attributes: { [glaze]: 'Very matt' } })
  await synced.settled()
  expect(await stored()).toMatchObject({
    value: 'Very matt',
    valueTranslated: { en: 'Very matt', de: 'Matt', fr: 'Mat' },
  })
  expect(shown().own.attributesTranslated).toEqual({ [`${glaze}.de`]: 'Matt', [`${glaze}.fr`]: 'Mat' })
})

it('two people who write in two languages both win, and in the same one they are asked', async () => {
  synced.session.changes.holdAll(true)
  set({ attributesTranslated: { [`${glaze}.de`]: 'Hier' } })
  await inTheStore('Matt', { fr: 'Là-bas' })
  synced.session.changes.holdAll(false)
  await synced.settled()
  expect(await stored()).toMatchObject({ valueTranslated: { en: 'Matt', de: 'Hier', fr: 'Là-bas' } })
  synced.session.changes.holdAll(true)
  set({ attributesTranslated: { [`${glaze}.de`]: 'Noch hier', [`${glaze}.fr`]: 'Là-bas' } })
  await inTheStore('Matt', { de: 'Dort' })
  synced.session.changes.holdAll(false)
  await synced.settled()
  expect(listConflicts(synced.catalogue, { offset: 0, limit: 9 }).conflicts).toMatchObject([
    { list: 'variations', field: 'attributesTranslated' },
  ])
})

it('texts go with a value that is emptied, and both come back by its undo', async () => {
  set({ attributesTranslated: { [`${glaze}.de`]: 'Matte Glasur' } })
  await synced.settled()
  const { changeSetId } = set({ attributes: null })
  expect(shown().own).not.toHaveProperty('attributesTranslated')
  await synced.settled()
  expect(await stored()).toBeUndefined()
  synced.session.changes.revert(changeSetId!)
  await synced.settled()
  expect(await stored()).toMatchObject({ value: 'Matt', valueTranslated: { en: 'Matt', de: 'Matte Glasur' } })
})

it('a text is emptied alone, and comes back by its undo', async () => {
  set({ attributesTranslated: { [`${glaze}.de`]: 'Matte Glasur' } })
  await synced.settled()
  const { changeSetId } = set({ attributesTranslated: null })
  await synced.settled()
  expect(await stored()).toMatchObject({ value: 'Matt', valueTranslated: { en: 'Matt', de: '' } })
  expect(shown().own).not.toHaveProperty('attributesTranslated')
  synced.session.changes.revert(changeSetId!)
  await synced.settled()
  expect(await stored()).toMatchObject({ valueTranslated: { en: 'Matt', de: 'Matte Glasur' } })
})

it('a variation that is removed comes back with what its attributes say', async () => {
  set({ attributesTranslated: { [`${glaze}.de`]: 'Matte Glasur' } })
  await synced.settled()
  const { changeSetId } = apply({ kind: 'variation.remove', productId: product.id, variationId })
  synced.skip(10_000)
  await synced.settled()
  synced.session.changes.revert(changeSetId!)
  await synced.settled()
  variationId = shown().id
  expect(await stored()).toMatchObject({ value: 'Matt', valueTranslated: { en: 'Matt', de: 'Matte Glasur' } })
})
