import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCatalogue, type Catalogue } from '../../../../electron/catalogue/catalogue'
import { createChanges } from '../../../../electron/changes/changes'
import { productDetail } from '../../../../electron/changes/product-detail'
import { listChangeSets } from '../../../../electron/changes/views'
import { reindexProduct } from '../../../../electron/changes/reindex'
import type { Operation } from '../../../../electron/shared/change'

let folder: string
let catalogue: Catalogue
let told: number[][]
let changes: ReturnType<typeof createChanges>
let mug: number

const picture = (name: string) => ({ imageOriginalUrl: `https://p/${name}`, image160pxUrl: `https://p/${name}-s` })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-changes-'))
  catalogue = openCatalogue(join(folder, 'c.sqlite'))
  told = []
  changes = createChanges({
    catalogue,
    now: () => 1_000_000,
    onChanged: (ids) => told.push(ids),
    logError: console.error,
  })
  mug = catalogue.transaction(() => {
    const id = catalogue.products.putRemote({
      id: 700,
      name: 'Mug',
      sku: 'MUG',
      price: 10,
      quantity: 4,
      unlimited: false,
      options: [{ name: 'Color', type: 'SELECT', choices: [{ text: 'Sand' }] }],
      unknownToUs: [1, 2],
      media: {
        images: [
          { id: '0', orderBy: 0, ...picture('a') },
          { id: '5', orderBy: 1, ...picture('b') },
        ],
      },
    })
    reindexProduct(catalogue, id)
    return id
  })
})

afterEach(() => {
  catalogue.close()
  rmSync(folder, { recursive: true })
})

const apply = (...operations: Operation[]) =>
  changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const detail = (id = mug) => productDetail(catalogue, id, () => 0)
const keys = (id = mug) => detail(id).pictures.map(({ key }) => key)
const openOf = (id = mug) => catalogue.changes.openOf('product', id)
const due = (now: number) => catalogue.changes.dueAt(now, { quick: true, limit: 10 }).map(({ id }) => id)
const names = (text: string) => catalogue.search({ text }, 0, 10).rows.map(({ name }) => name)

describe('an edit', () => {
  it('shows in form, list and search at once, before anything is sent', () => {
    apply({ kind: 'update', productId: mug, fields: { name: 'Beaker', price: 12 } })
    expect(detail().fields).toMatchObject({ name: 'Beaker', price: 12 })
    expect(catalogue.products.row(mug)).toMatchObject({ name: 'Beaker', price: 12, state: 'waiting' })
    expect(names('beak')).toEqual(['Beaker'])
    expect(names('mug')).toEqual(['Beaker']) // its SKU is still MUG
    expect(told).toEqual([[mug]])
  })

  it('trims a SKU at its ends, so that spaces alone are no edit', () => {
    apply({ kind: 'update', productId: mug, fields: { sku: '\u00a0MUG ' } })
    expect(openOf()).toEqual([])
    apply({ kind: 'update', productId: mug, fields: { sku: ' CUP 1\t', price: 12 } })
    expect(openOf().map(({ field, after }) => [field, after])).toEqual([
      ['sku', 'CUP 1'],
      ['price', 12],
    ])
    const [made] = apply({ kind: 'create', fields: { name: 'Bowl', sku: ' BOWL ' } }).productIds
    expect(detail(made).fields.sku).toBe('BOWL')
    const [copy] = apply({ kind: 'create', copyOf: mug, fields: { name: 'Copy', sku: '  ' } }).productIds
    expect(detail(copy).fields.sku).toBe('')
  })

  it('leaves the store’s own JSON as it was', () => {
    apply({ kind: 'update', productId: mug, fields: { name: 'Beaker' } })
    expect(catalogue.products.get(mug)?.remote).toMatchObject({ name: 'Mug', unknownToUs: [1, 2] })
  })

  it('that changes nothing makes no change set', () => {
    expect(apply({ kind: 'update', productId: mug, fields: { name: 'Mug' } }).changeSetId).toBeNull()
  })

  it('of an invalid value is refused with a sentence at the field, and nothing is stored', () => {
    expect(() => apply({ kind: 'update', productId: mug, fields: { name: ' ' } })).toThrow(/name/i)
    expect(openOf()).toEqual([])
  })

  it('taken back leaves the product as it was', () => {
    apply({ kind: 'update', productId: mug, fields: { price: 12 } })
    changes.takeBack(openOf().map(({ id }) => id))
    expect(detail().fields.price).toBe(10)
    expect(catalogue.products.row(mug)?.state).toBe('synced')
  })

  it('made after one that is taken back starts where that one had started', () => {
    apply({ kind: 'update', productId: mug, fields: { name: 'Beaker' } })
    apply({ kind: 'update', productId: mug, fields: { name: 'Tumbler' } })
    changes.takeBack([openOf()[0]!.id])
    expect(openOf()).toMatchObject([{ before: 'Mug', after: 'Tumbler' }])
  })

  it('of stock keeps its difference when an earlier one is taken back', () => {
    apply({ kind: 'update', productId: mug, fields: { quantity: 10 } })
    apply({ kind: 'update', productId: mug, fields: { quantity: 13 } })
    changes.takeBack([openOf()[0]!.id])
    expect(detail().fields.quantity).toBe(7)
  })
})

describe('a new product', () => {
  it('is in the list and can be searched before it has an Ecwid id', () => {
    const { productIds } = apply({ kind: 'create', fields: { name: 'Candle', price: 3 } })
    expect(names('cand')).toEqual(['Candle'])
    expect(detail(productIds[0])).toMatchObject({
      ecwidId: null,
      state: 'waiting',
      fields: { name: 'Candle', price: 3 },
    })
  })

  it('is gone with all that was planned for it when its create is taken back', () => {
    const { productIds } = apply({ kind: 'create', fields: { name: 'Candle' } })
    const id = productIds[0]!
    apply({ kind: 'update', productId: id, fields: { price: 5 } })
    changes.takeBack([openOf(id)[0]!.id])
    expect(catalogue.products.get(id)).toBeUndefined()
    expect(names('cand')).toEqual([])
  })

  it('copied from another has every value but its UPC, which is of one article', () => {
    const types = [{ id: 5, name: 'UPC', type: 'UPC', show: 'DESCR' }]
    catalogue.productTypes.show({ id: 0, attributes: types })
    const attributes = [
      { id: 5, value: '4006381333931' },
      { id: 6, value: 'Harbour Clay' },
    ]
    const combinations = [{ id: 31, options: [{ name: 'Color', value: 'Red' }], attributes }]
    catalogue.transaction(() => catalogue.products.putRemote({ id: 77, name: 'Bowl', attributes, combinations }))
    const bowl = catalogue.products.findByEcwidId(77)!
    const { productIds } = apply({ kind: 'create', copyOf: bowl, fields: { name: ' Bowl (copy) ', sku: '' } })
    const copy = detail(productIds[0])
    expect(copy.fields).toMatchObject({ name: 'Bowl (copy)', attributes: { 6: 'Harbour Clay' } })
    expect(openOf(productIds[0])[0]?.after).toMatchObject({
      copied: { combinations: [{ attributes: [{ id: 6, value: 'Harbour Clay' }] }] },
    })
    expect(detail(bowl).fields.attributes).toEqual({ 5: '4006381333931', 6: 'Harbour Clay' })
  })

  it('copied from another has its options and pictures, and another name', () => {
    const { productIds } = apply({ kind: 'create', copyOf: mug, fields: { name: 'Mug (copy)', sku: '' } })
    const copy = detail(productIds[0])
    expect(copy.fields).toMatchObject({ name: 'Mug (copy)', sku: '', price: 10 })
    expect(copy.fields.options).toMatchObject([{ name: 'Color' }])
    expect(copy.pictures.map(({ full }) => full)).toEqual(['https://p/a', 'https://p/b'])
  })
})

describe('a delete', () => {
  it('hides the product and rests before it is sent, so that undo is free', () => {
    const { changeSetId } = apply({ kind: 'delete', productId: mug })
    expect(names('mug')).toEqual([])
    expect(due(1_000_000)).toEqual([])
    expect(due(1_009_000)).toEqual([mug])
    changes.revert(changeSetId!)
    expect(names('mug')).toEqual(['Mug'])
    expect(due(2_000_000)).toEqual([])
  })
})

describe('pictures', () => {
  const hash = 'ab'.repeat(32)

  it('appear at once, main first, from this device until they are uploaded', () => {
    apply(
      { kind: 'picture.add', productId: mug, source: { hash }, role: 'gallery', fileName: 'c.jpg', alt: '' },
      { kind: 'picture.alt', productId: mug, picture: 'https://p/b', alt: 'From the side' },
    )
    const [, second, third] = detail().pictures
    expect(second?.alt).toBe('From the side')
    expect(third).toMatchObject({ thumbnail: `staged:${hash}`, fileName: 'c.jpg', upload: { state: 'waiting' } })
    expect(catalogue.changes.stagedHashes()).toEqual(new Set([hash]))
  })

  it('are reordered, removed and made main as operations', () => {
    apply({ kind: 'picture.order', productId: mug, order: ['https://p/b', 'https://p/a'] })
    expect(keys()).toEqual(['https://p/b', 'https://p/a'])
    apply({ kind: 'picture.remove', productId: mug, picture: 'https://p/b' })
    expect(detail().pictures).toMatchObject([{ key: 'https://p/a', isMain: true }])
  })

  it('that replace the main one come back with an undo', () => {
    const { changeSetId } = apply({
      kind: 'picture.add',
      productId: mug,
      source: { hash },
      role: 'main',
      fileName: '',
      alt: '',
    })
    expect(detail().pictures).toHaveLength(2)
    expect(keys()).not.toContain('https://p/a')
    changes.revert(changeSetId!)
    expect(keys()).toEqual(['https://p/a', 'https://p/b'])
  })

  it('removed and sent come back at their place, from the copy kept here', () => {
    const { changeSetId } = apply({ kind: 'picture.remove', productId: mug, picture: 'https://p/a' })
    const [removal] = catalogue.changes.ofSet(changeSetId!)
    catalogue.changes.update(removal!.id, { state: 'sent', before: { ...(removal!.before as object), hash } })
    catalogue.products.putRemote({
      id: 700,
      name: 'Mug',
      media: { images: [{ id: '0', orderBy: 0, ...picture('b') }] },
    })
    changes.revert(changeSetId!)
    expect(detail().pictures.map(({ thumbnail }) => thumbnail)).toEqual([`staged:${hash}`, 'https://p/b-s'])
  })
})

describe('the history', () => {
  it('lists change sets newest first and the queue in the order it goes, each with its diff', () => {
    apply({ kind: 'update', productId: mug, fields: { price: 11 } })
    apply({ kind: 'update', productId: mug, fields: { price: 12 } })
    const { total, sets } = listChangeSets(catalogue, { filter: 'all', offset: 0, limit: 10 })
    expect(total).toBe(2)
    expect(sets.map(({ changes: [change] }) => [change?.before, change?.after])).toEqual([
      [11, 12],
      [10, 11],
    ])
    const queue = listChangeSets(catalogue, { filter: 'open', offset: 0, limit: 10 })
    expect(queue.sets.map(({ id }) => id)).toEqual(sets.map(({ id }) => id).reverse())
    expect(listChangeSets(catalogue, { filter: 'sent', offset: 0, limit: 10 }).total).toBe(0)
  })

  it('undoes a sent set with a new one of swapped values', () => {
    const { changeSetId } = apply({ kind: 'update', productId: mug, fields: { price: 12 } })
    catalogue.changes.update(openOf()[0]!.id, { state: 'sent' })
    catalogue.products.putRemote({ id: 700, name: 'Mug', price: 12 })
    changes.revert(changeSetId!)
    expect(openOf()).toMatchObject([{ field: 'price', before: 12, after: 10 }])
    expect(detail().fields.price).toBe(10)
  })

  it('settles a conflict the way its owner decides', () => {
    apply({ kind: 'update', productId: mug, fields: { name: 'Beaker' } })
    const [change] = openOf()
    catalogue.changes.update(change!.id, { state: 'conflict', theirs: 'Cup' })
    changes.resolve([change!.id], { take: 'mine' })
    expect(openOf()).toMatchObject([{ state: 'waiting', before: 'Cup', after: 'Beaker' }])
    catalogue.changes.update(change!.id, { state: 'conflict', theirs: 'Cup' })
    changes.resolve([change!.id], { take: 'theirs' })
    expect(openOf()).toEqual([])
  })
})
