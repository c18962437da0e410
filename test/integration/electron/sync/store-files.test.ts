import Database from 'libsql'
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { shelfDetail } from '../../../../electron/changes/shelf-detail'
import { putShelfDraft } from '../../../../electron/changes/shelf-drafts'
import { applyOperations } from '../../../../electron/changes/apply'
import { createChanges } from '../../../../electron/changes/changes'
import { reindexProduct } from '../../../../electron/changes/reindex'
import {
  actOf,
  setsField,
  toOrderPictures,
  toSet,
  toSetAlt,
  toSetVariationPicture,
} from '../../../../electron/shared/change-address'
import type { Operation } from '../../../../electron/shared/change'
import { newProductFields } from '../../../../electron/shared/fields/product-fields'
import { removalPreview } from '../../../../electron/sync/removal-preview'
import { openStoreCatalogue, storeFiles } from '../../../../electron/sync/store-files'
import { categoriesAre } from '../../../support/shelves'

let folder: string
let opened: Catalogue | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-files-'))
})
afterEach(() => {
  opened?.close()
  opened = undefined
  rmSync(folder, { recursive: true, force: true })
})

const files = () => storeFiles(folder, 'shop')
function open() {
  const result = openStoreCatalogue(files(), { now: () => 1234, log: () => {} })
  opened = result.catalogue
  return result
}
const aside = () => readdirSync(files().folder).filter((name) => /^catalogue-damaged-\d+\.sqlite$/.test(name))

/** A catalogue with products of the store, some history, and changes that wait; then it is closed. */
function fill(): void {
  const { catalogue } = open()
  catalogue.transaction(() => {
    for (let id = 1; id <= 300; id += 1) {
      const name = `Mug ${id}`
      const description = `<p>${'A long description. '.repeat(40)}${id}</p>`
      const product = { id, name, description, price: id, unlimited: true, enabled: true, updateTimestamp: id }
      reindexProduct(catalogue, catalogue.products.putRemote(product))
    }
  })
  const edit = (ecwidId: number, price: number) => {
    const productId = catalogue.products.findByEcwidId(ecwidId)!
    const operations = [{ kind: 'update' as const, productId, fields: { price } }]
    applyOperations(catalogue, 1, {
      source: 'form',
      label: { code: 'edit-product', product: `${ecwidId}` },
      operations,
    })
  }
  for (const ecwidId of [7, 150, 299]) edit(ecwidId, 1000 + ecwidId)
  const create = [{ kind: 'create' as const, fields: { name: 'Made here', price: 4 } }]
  applyOperations(catalogue, 1, { source: 'form', label: { code: 'text', text: 'New product' }, operations: create })
  const draft = { base: newProductFields, patch: { name: 'Half typed' }, unparsed: {}, variations: {}, savedAt: 1 }
  catalogue.drafts.put(catalogue.products.findByEcwidId(7)!, draft)
  catalogue.close()
  opened = undefined
  // Everything into the main file, where the tests do their damage.
  const raw = new Database(files().database)
  raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  raw.close()
}

function overwrite(at: number, length: number): void {
  const handle = openSync(files().database, 'r+')
  writeSync(handle, Buffer.alloc(length, 0x5a), 0, length, at)
  closeSync(handle)
}

/** Overwrites pages of products that nothing waits of, wherever they lie. */
function damageProducts(): void {
  const middle = readFileSync(files().database).indexOf('{"id":60,"name":"Mug 60"')
  overwrite(Math.floor(middle / 4096) * 4096, 4096 * 5)
}

/** Opens and reads around until the damage shows, as a running app does. */
function stumble(): boolean {
  try {
    const { catalogue } = open()
    for (let id = 1; id <= 300; id += 1) catalogue.products.get(id)
    catalogue.search({ text: 'mug' }, 0, 300)
    return false
  } catch {
    return true
  } finally {
    opened?.close()
    opened = undefined
  }
}

describe('a damaged file', () => {
  it('that is no database any more is set aside and begun anew', () => {
    fill()
    writeFileSync(files().database, 'not a database at all, but long enough to be looked at'.repeat(50))
    const damaged = readFileSync(files().database)
    const { catalogue, notice } = open()
    expect(catalogue.products.count()).toBe(0)
    expect(notice).toMatch(/was damaged.*set aside as .*catalogue-damaged-1234\.sqlite/)
    expect(readFileSync(join(files().folder, aside()[0]!)).equals(damaged)).toBe(true)
  })

  it('whose damage shows only later is set aside at the next start, with the changes that waited', () => {
    fill()
    damageProducts()
    expect(stumble()).toBe(true)
    const { catalogue, notice } = open()
    expect(aside().length).toBeGreaterThan(0)
    const saved = catalogue.changes.allOpen(10)
    expect(saved.map((change) => (setsField(change) ? change.after : change.verb))).toEqual([
      1007,
      1150,
      1299,
      'create',
    ])
    expect(notice).toContain('Made here: New product')
    for (const { productId, productName } of saved) expect(catalogue.products.row(productId)?.name).toBe(productName)
    const mug = catalogue.products.findByEcwidId(7)!
    expect(catalogue.products.row(mug)?.price).toBe(1007)
    expect(catalogue.drafts.get(mug)).toMatchObject({ patch: { name: 'Half typed' } })
  })

  it('gives an edit that names a category made here, which is in the store by now', () => {
    const { catalogue } = open()
    const label = { code: 'add-category', category: 'Mugs' } as const
    const apply = (operation: Operation) =>
      applyOperations(catalogue, 1, { source: 'form', label, operations: [operation] }).productIds[0]!
    const category = apply({ kind: 'category.create', name: 'Mugs', parentId: 0 })
    const product = catalogue.products.putRemote({ id: 1, name: 'Mug 1' })
    apply({ kind: 'update', productId: product, fields: { categoryIds: [category] } })
    catalogue.transaction(() => {
      catalogue.shelves.attach(category, 77)
      for (const { id } of catalogue.changes.openOf('category', category))
        catalogue.changes.update(id, { state: 'sent' })
    })
    catalogue.close()
    writeFileSync(`${files().database}.damaged`, '')
    const anew = open().catalogue
    expect(anew.changes.allOpen(10).map(({ after }) => after)).toEqual([[77]])
    expect(categoriesAre(anew, [{ id: 77, name: 'Mugs' }])).toBe(true)
    expect(anew.categories.list()).toMatchObject([{ id: 77, name: 'Mugs' }])
    expect(anew.categories.counts()).toEqual({ 77: 1 })
  })

  it('gives what was typed on the page of a category and not saved', () => {
    const { catalogue } = open()
    categoriesAre(catalogue, [{ id: 77, name: 'Mugs' }])
    const typed = { thing: 'category', id: 77 } as const
    const draft = { base: { name: 'Mugs' }, patch: { name: 'Cu' } }
    putShelfDraft(catalogue, { ...typed, draft })
    catalogue.close()
    writeFileSync(`${files().database}.damaged`, '')
    const anew = open().catalogue
    categoriesAre(anew, [{ id: 77, name: 'Mugs' }])
    expect(shelfDetail(anew, typed).draft).toEqual(draft)
  })

  it('of an earlier version brings over what its changes were called and why they wait', () => {
    fill()
    const raw = new Database(files().database)
    raw.exec(`UPDATE change_sets SET label = 'Price of 7' WHERE id = 1`)
    raw.exec(
      `UPDATE changes SET reason = '{"code":"refused","message":"No price.","fields":{"price":"No."}}' WHERE set_id = 1`,
    )
    raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    raw.close()
    damageProducts()
    expect(stumble()).toBe(true)
    const { catalogue } = open()
    const [first, second] = catalogue.changes.allOpen(10)
    expect(catalogue.changes.findSet(first!.setId)?.label).toEqual({ code: 'text', text: 'Price of 7' })
    const sentence = { says: 'text', text: 'No price.' }
    expect(first?.reason).toEqual({ code: 'refused', sentence, fields: ['price'] })
    expect(catalogue.changes.findSet(second!.setId)?.label).toEqual({ code: 'edit-product', product: '150' })
  })

  it('of a version before this one gives its changes by what they are about', () => {
    const { folder, database } = files()
    mkdirSync(folder, { recursive: true })
    const db = openDatabase(database)
    migrate(db, migrations.slice(0, 8))
    const none = JSON.stringify({ label: 'Red', source: null, alt: '' })
    db.exec(`INSERT INTO products (id, ecwid_id) VALUES (1, 7);
      INSERT INTO remotes VALUES (1, '{"id":7,"name":"Mug 7"}');
      INSERT INTO change_sets (id, source, label, created_at) VALUES (1, 'form', 'Mine', 5);
      INSERT INTO changes (set_id, product_id, product_name, kind, field, before, after, state) VALUES
        (1, 1, 'Mug 7', 'field', 'price', '1', '2', 'waiting'),
        (1, 1, 'Mug 7', 'picture.alt', 'https://p/a', '"a"', '"b"', 'held'),
        (1, 1, 'Mug 7', 'picture.order', NULL, '["a","b"]', '["b","a"]', 'waiting'),
        (1, 1, 'Mug 7', 'picture.variation', '31', '${none}', '${none}', 'conflict')`)
    db.close()
    writeFileSync(`${database}.damaged`, '')
    const { catalogue } = open()
    expect(catalogue.changes.allOpen(10).at(-1)).toMatchObject({ list: 'variations', entry: 'Red' })
    const acts = [toSet('price'), toSetAlt('https://p/a'), toOrderPictures, toSetVariationPicture(31)]
    expect(catalogue.changes.allOpen(10).map(actOf)).toEqual(acts)
  })

  it('with a garbled text gives all that stands beside it', () => {
    fill()
    const raw = new Database(files().database)
    raw.exec(
      `UPDATE changes SET reason = '{"code":"offl' WHERE id = (SELECT min(id) FROM changes WHERE state <> 'sent')`,
    )
    raw.exec(`UPDATE changes SET after = '{"pri' WHERE id = (SELECT max(id) FROM changes WHERE state <> 'sent')`)
    raw.close()
    writeFileSync(`${files().database}.damaged`, '')
    const { catalogue } = open()
    const [first, ...others] = catalogue.changes.allOpen(10)
    expect(first?.reason).toBeNull()
    expect(others).toHaveLength(2)
  })

  it('is set aside once', () => {
    fill()
    writeFileSync(`${files().database}.damaged`, '')
    expect(open().notice).toContain('Changes that had not been sent were taken over')
    opened?.close()
    const { notice, catalogue } = open()
    expect(notice).toBeNull()
    expect(catalogue.changes.allOpen(10)).toHaveLength(4)
    expect(aside()).toHaveLength(1)
  })
})

describe('a file that cannot be used now', () => {
  it('because another program has locked it stays where it is', () => {
    fill()
    const other = new Database(files().database)
    other.exec('PRAGMA user_version = 0')
    other.exec('BEGIN IMMEDIATE')
    try {
      expect(() => open()).toThrow(/Another program is using the local copy/)
    } finally {
      other.exec('ROLLBACK')
      other.exec(`PRAGMA user_version = ${migrations.length}`)
      other.close()
    }
    expect(aside()).toEqual([])
    expect(open().catalogue.products.count()).toBe(301)
  })

  it('because a newer version wrote it stays where it is', () => {
    fill()
    const other = new Database(files().database)
    other.exec('PRAGMA user_version = 9999')
    other.close()
    expect(() => open()).toThrow(/newer version of Stockroom/)
    expect(aside()).toEqual([])
  })

  it('because its folder cannot be written says so', () => {
    writeFileSync(join(folder, 'stores'), 'a file where a folder should be')
    expect(() => open()).toThrow(/cannot be written/)
  })

  it('gives what was saved as a long list and not made yet to the new one, under the new names of its products', async () => {
    fill()
    const { catalogue: old } = open()
    const asked: Operation[] = [20, 30, 40].map((ecwidId) => {
      return { kind: 'update', productId: old.products.findByEcwidId(ecwidId)!, fields: { price: 5000 } }
    })
    const vase: Operation = { kind: 'create', fields: { name: 'Vase' } }
    const label = { code: 'text', text: 'Dearer' } as const
    const one = old.applies.add(JSON.stringify({ source: 'list', label, operations: [...asked, vase] }))
    // The first was made, and waits.
    const { changeSetId } = applyOperations(old, 1, { source: 'list', label, operations: asked.slice(0, 1) })
    old.applies.note(one, { done: 1, ahead: [2], leftOut: 0, changeSetId })
    // Its asker was told that it failed.
    old.applies.setEnd(old.applies.add(JSON.stringify({ source: 'list', label, operations: [vase] })), 1)
    old.close()
    writeFileSync(`${files().database}.damaged`, '')
    const { catalogue, notice } = open()
    expect(notice).toContain('2 more that were saved and not made yet are made now.')
    const changes = createChanges({ catalogue, now: () => 1, onChanged: () => {}, logError: console.error })
    changes.resume()
    await expect.poll(() => catalogue.applies.all().some(({ endedAt }) => endedAt === null)).toBe(false)
    const priceOf = (ecwidId: number) => catalogue.products.row(catalogue.products.findByEcwidId(ecwidId) ?? 0)?.price
    expect([20, 30, 40].map(priceOf)).toEqual([5000, 5000, undefined])
    expect(catalogue.changes.ofSet(changeSetId!).map(({ productName }) => productName)).toEqual([
      'Mug 20',
      'Mug 30',
      'Vase',
    ])
    expect(catalogue.search({ text: 'vase' }, 0, 1).total).toBe(1)
  })
})

it('what an update cannot read of what was saved before is said at the next start, and all else of it is made', async () => {
  fill()
  const { catalogue: old } = open()
  const productId = old.products.findByEcwidId(20)!
  const label = { code: 'text', text: 'Dearer' } as const
  const operations = [
    { kind: 'update', productId, fields: { price: 5000 } },
    { kind: 'engrave', productId, text: 'Anna' },
  ]
  old.applies.add(JSON.stringify({ source: 'list', label, operations }))
  old.close()
  const { catalogue, notice } = open()
  expect(notice).toMatch(/^One change that was saved right before an update .* was not made\./)
  expect(removalPreview(catalogue, 0).unsent).toEqual(
    expect.arrayContaining([
      { product: 'Mug 20', summary: 'saved, not made yet' },
      { product: 'Something that this version cannot read', summary: 'saved, not made yet' },
    ]),
  )
  const errors: unknown[] = []
  const logError = (_context: string, error: unknown) => void errors.push(error)
  const changes = createChanges({ catalogue, now: () => 1, onChanged: () => {}, logError })
  changes.resume()
  await expect.poll(() => errors).toMatchObject([{ message: expect.stringContaining('1 of 2 changes were made.') }])
  expect(catalogue.products.row(productId)?.price).toBe(5000)
  catalogue.close()
  expect(open().notice).toBeNull()
})
