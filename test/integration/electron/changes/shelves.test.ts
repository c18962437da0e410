import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../../../electron/catalogue/catalogue'
import type { ShelfThing } from '../../../../electron/shared/fields/shelf-fields'
import type { ChangeState } from '../../../../electron/shared/change'
import { putShelfDraft, shelfDrafts } from '../../../../electron/changes/shelf-drafts'
import { removalPreview } from '../../../../electron/sync/removal-preview'
import { openTemporary } from '../catalogue/open-catalogue'
import { categoriesAre, productTypesAre } from '../../../support/shelves'

const cups = { id: 5, parentId: undefined, name: 'Cups', enabled: true, orderBy: 20, hdThumbnailUrl: 'https://p/cups' }
const books = { id: 3, name: 'Books', attributes: [{ id: 1, name: 'Author', type: 'CUSTOM', show: 'DESCR' }] }

function waits(
  catalogue: Catalogue,
  thing: ShelfThing,
  change: { field?: string; verb: 'set' | 'delete'; before: unknown; after: unknown },
  state: ChangeState = 'waiting',
): number {
  const productId = catalogue.shelves.sent(thing).get(thing === 'category' ? 5 : 3)!.id
  const setId = catalogue.changes.insertSet({
    source: 'form',
    label: { code: 'salvaged' },
    createdAt: 1,
    revertOf: null,
  })
  const act = { thing, list: null, key: null, field: null, ...change }
  const id = catalogue.changes.insert(setId, { productId, productName: '', ...act })
  catalogue.changes.update(id, { state })
  return id
}

const rename = { field: 'name', verb: 'set', before: 'Cups', after: 'Mugs' } as const
const names = (catalogue: Catalogue) => catalogue.categories.list().map(({ name }) => name)

describe('what waits of a category or a product type', () => {
  it('is laid over each list of the store, and never wiped by it', () => {
    const catalogue = openTemporary()
    categoriesAre(catalogue, [cups])
    waits(catalogue, 'category', rename)
    // Something else of it changed in the store, and then the same.
    categoriesAre(catalogue, [{ ...cups, enabled: false }])
    expect(catalogue.categories.list()).toMatchObject([{ id: 5, name: 'Mugs', enabled: false }])
    categoriesAre(catalogue, [{ ...cups, name: 'Glasses' }])
    expect(names(catalogue)).toEqual(['Mugs'])
    productTypesAre(catalogue, [books])
    waits(catalogue, 'productType', { ...rename, before: 'Books', after: 'Novels' })
    productTypesAre(catalogue, [{ ...books, attributes: [] }])
    expect(catalogue.productTypes.list()).toEqual([{ id: 3, name: 'Novels', attributes: [] }])
  })

  it('leaves what the store sent as it came', () => {
    const catalogue = openTemporary()
    categoriesAre(catalogue, [cups])
    waits(catalogue, 'category', rename)
    categoriesAre(catalogue, [{ ...cups, enabled: false }])
    const { id } = catalogue.shelves.sent('category').get(5)!
    expect(catalogue.shelves.get(id)?.remote).toEqual({ ...cups, enabled: false })
  })

  it('keeps a deleted one out of the lists, whatever the store lists', () => {
    const catalogue = openTemporary()
    categoriesAre(catalogue, [cups])
    waits(catalogue, 'category', { verb: 'delete', before: cups, after: null })
    categoriesAre(catalogue, [{ ...cups, name: 'Glasses' }])
    expect(names(catalogue)).toEqual([])
  })

  it('is kept with a reason when the store has deleted it', () => {
    const catalogue = openTemporary()
    categoriesAre(catalogue, [cups])
    const id = waits(catalogue, 'category', rename)
    expect(categoriesAre(catalogue, [])).toBe(true)
    expect(catalogue.changes.get(id)).toMatchObject({ state: 'refused', after: 'Mugs', reason: { code: 'not-found' } })
    expect(names(catalogue)).toEqual(['Mugs'])
    expect(categoriesAre(catalogue, [])).toBe(false)
  })

  it('is kept also where it was only typed on its page, as a set of its own', () => {
    const catalogue = openTemporary()
    categoriesAre(catalogue, [cups])
    putShelfDraft(catalogue, { thing: 'category', id: 5, draft: { base: { name: 'Cups' }, patch: { name: 'Mugs' } } })
    expect(categoriesAre(catalogue, [])).toBe(true)
    const { id } = catalogue.shelves.sent('category').get(5)!
    expect(catalogue.changes.openOf('category', id)).toMatchObject([
      { state: 'refused', field: 'name', before: 'Cups', after: 'Mugs', reason: { code: 'not-found' } },
    ])
    expect(names(catalogue)).toEqual(['Mugs'])
    expect(removalPreview(catalogue, 0).unsentTotal).toBe(1)
  })

  it('is listed by the lines that are marked for it', () => {
    const catalogue = openTemporary()
    categoriesAre(catalogue, [cups])
    const draft = { base: { name: 'Cups' }, patch: { name: 'Mugs' } }
    putShelfDraft(catalogue, { thing: 'category', id: 5, draft })
    expect(shelfDrafts(catalogue)).toEqual([{ thing: 'category', key: 5, draft }])
    putShelfDraft(catalogue, { thing: 'category', id: 5, draft: null })
    expect(shelfDrafts(catalogue)).toEqual([])
  })

  it('is told of before the connection is removed, also where it was only typed', () => {
    const catalogue = openTemporary()
    categoriesAre(catalogue, [cups])
    putShelfDraft(catalogue, { thing: 'category', id: 5, draft: { base: { name: 'Cups' }, patch: { name: 'Mugs' } } })
    expect(removalPreview(catalogue, 0)).toMatchObject({
      unsent: [{ product: 'Cups', summary: 'typed, not saved' }],
      unsentTotal: 1,
    })
  })

  it('is done when somebody else deleted what was to be deleted here', () => {
    const catalogue = openTemporary()
    categoriesAre(catalogue, [cups])
    const edit = waits(catalogue, 'category', rename)
    const deletion = waits(catalogue, 'category', { verb: 'delete', before: cups, after: null })
    categoriesAre(catalogue, [])
    expect([edit, deletion].map((id) => catalogue.changes.get(id)?.state)).toEqual(['taken-back', 'sent'])
    expect(catalogue.shelves.sent('category').size).toBe(0)
  })

  it('is not counted among the changes of a product', () => {
    const catalogue = openTemporary()
    const product = catalogue.products.putRemote({ id: 70, name: 'Mug' })
    categoriesAre(catalogue, [cups])
    productTypesAre(catalogue, [books])
    waits(catalogue, 'category', rename)
    waits(catalogue, 'productType', { ...rename, before: 'Books' })
    expect(catalogue.changes.openOf('product', product)).toEqual([])
    const [shelf, type] = [
      catalogue.shelves.sent('category').get(5)!.id,
      catalogue.shelves.sent('productType').get(3)!.id,
    ]
    expect(catalogue.changes.openOf('category', shelf)).toHaveLength(1)
    expect(catalogue.changes.openOf('productType', type)).toHaveLength(1)
  })
})
