import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { productHistory } from '../../../../electron/changes/views'
import type { Entry, Kind, StoreWords } from '../../../../electron/shared/fields/kind'
import { entriesOf } from '../../../../electron/shared/fields/list-kind'
import {
  fieldOf,
  fieldsIn,
  productFieldNames,
  productPatchSchema,
  readFields,
  type ProductField,
  type ProductFields,
  type ProductPatch,
} from '../../../../electron/shared/fields/product-fields'
import { inLanguages, remoteProductSchema } from '../../../../electron/shared/remote-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let product: { id: number; ecwidId: number }

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100).rows.find(({ id, variationCount }) => {
    const { unlimited, productClassId } = synced.session.product(id).fields
    return variationCount === 0 && unlimited && productClassId === 0
  })!
  product = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const here = () => synced.session.product(product.id).fields
const inStore = async () =>
  readFields(inLanguages(remoteProductSchema.parse(await synced.remote(product.ecwidId)), synced.catalogue.languages()))
const save = (fields: ProductPatch) =>
  synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'update', productId: product.id, fields }],
  })

/** Another value for each of the fields, made from what their kinds say. */
function others(fields: ProductFields): ProductPatch {
  const words = synced.session.snapshot()
  const made = productFieldNames.map((name) => [name, another(fieldOf(name).kind, fields[name], words)])
  return productPatchSchema.parse(Object.fromEntries(made))
}

function another(kind: Kind, value: unknown, words: StoreWords): unknown {
  switch (kind.name) {
    case 'text':
    case 'longText':
    case 'html':
      return `${String(value)}-anew`
    case 'colour':
      return value === '#123456' ? '#654321' : '#123456'
    case 'flag':
      return !value
    case 'choice':
      return Object.keys(kind.choices).findLast((choice) => choice !== value)
    case 'number':
      return Number(value) + 3
    case 'categories':
      return [words.categories.find(({ id }) => !(value as number[]).includes(id))?.id]
    case 'category':
      return words.categories.find(({ id }) => id !== value)?.id
    case 'product':
      return synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100).rows.find(({ ecwidId }) => ecwidId !== value)
        ?.ecwidId
    case 'productType':
      return words.productTypes.find(({ id }) => id !== value)?.id
    case 'shippingMethods':
      return words.profile?.shippingMethods.map(({ id }) => id).slice(0, 1)
    case 'taxes':
      return words.profile?.taxes.flatMap(({ id }) => ((value as number[]).includes(id) ? [] : [id]))
    case 'translations':
      return { de: `${(value as Record<string, string>)['de'] ?? ''}-anew` }
    case 'attributes':
      return Object.fromEntries(
        words.productTypes.find(({ id }) => id === 0)?.attributes.map(({ id }) => [id, 'Anew']) ?? [],
      )
    case 'attributeTexts':
      // It has a brand, and only what has a value says it in other languages.
      return Object.fromEntries(
        words.productTypes[0]?.attributes.flatMap(({ id, type }) => (type === 'BRAND' ? [[`${id}.de`, 'Anew']] : [])) ??
          [],
      )
    case 'attributeShows':
      return Object.fromEntries(Object.keys(value as object).map((id) => [id, 'NOTSHOW']))
    case 'colours':
      return []
    case 'list':
    case 'products':
      return [anotherEntry(kind, words)]
    case 'options':
      return [{ ...withoutPictures(anotherEntry(kind, words)), type: 'SELECT', defaultChoice: '' }]
    case 'record':
      return Object.fromEntries(
        Object.entries(kind.parts).map(([name, part]) => [
          name,
          another(part.kind, (value as Record<string, unknown>)[name], words),
        ]),
      )
  }
}

function anotherEntry({ list }: Kind, words: StoreWords): Entry {
  const fields = Object.entries(list?.fields ?? {})
  return Object.fromEntries(fields.map(([name, field]) => [name, another(field.kind, field.empty, words)]))
}

/** A swatch shows a picture that the product has, or none. */
const withoutPictures = (option: Entry): Entry => ({
  ...option,
  choices: entriesOf(option['choices']).map(({ picture: _, ...choice }) => choice),
})

const differing = (a: ProductPatch, b: ProductPatch): ProductField[] =>
  fieldsIn(a).filter((name) => !fieldOf(name).kind.isSame(a[name], b[name]))

describe('each field of a product', () => {
  it('is saved, sent, shown in the history and taken back, all together', async () => {
    const before = await inStore()
    // The store keeps no weight of what is not shipped.
    const { isShippingRequired: _, ...wanted } = others(before)
    const edited = productFieldNames.filter((name) => name !== 'isShippingRequired')
    expect(differing(wanted, before)).toEqual(edited)
    const { changeSetId } = save(wanted)
    expect(differing(wanted, here())).toEqual([])
    await synced.settled()
    expect(differing(wanted, await inStore())).toEqual([])
    expect(differing(wanted, here())).toEqual([])
    const { entries } = productHistory(synced.catalogue, { productId: product.id, offset: 0, limit: 100 })
    expect(entries.map(({ field }) => field).toSorted()).toEqual(edited.toSorted())

    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(differing(before, await inStore())).toEqual([])
  })

  it.each(productFieldNames)('is sent alone and leaves the rest of the product as it was: %s', async (name) => {
    const before = await synced.remote(product.ecwidId)
    const fields = await inStore()
    const wanted = productPatchSchema.parse({ [name]: others(fields)[name] })
    const needed = name === 'quantity' ? { ...wanted, unlimited: false } : wanted
    save(needed)
    await synced.settled()
    const after = await inStore()
    expect(differing(needed, after)).toEqual([])
    const changed = differing(after, fields)
    const byTheStore: ProductField[] = name === 'isShippingRequired' ? ['weight'] : []
    const alongWith = [...fieldsIn(needed), ...byTheStore]
    expect(changed.filter((field) => !alongWith.includes(field))).toEqual([])
    if (name !== 'options') expect((await synced.remote(product.ecwidId)).options).toEqual(before.options)
  })
})
