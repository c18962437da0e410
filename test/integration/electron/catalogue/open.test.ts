import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { outOfStock } from '../../../../electron/catalogue/migrations/0012-out-of-stock'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { newPictureJobOptions } from '../../../../electron/shared/picture-job'
import { says } from '../../../../electron/shared/sentence'
import { labelText } from '../../../../electron/shared/words/set-label'
import { storageProblemOf } from '../../../../electron/catalogue/storage-error'
import {
  actOf,
  toAddPicture,
  toCreate,
  toDelete,
  toOrderPictures,
  toRemovePicture,
  toSet,
  toSetAlt,
  toSetVariationPicture,
} from '../../../../electron/shared/change-address'
import { AppError, reasonText } from '../../../../electron/shared/errors'
import { newProductFields } from '../../../../electron/shared/fields/product-fields'
import { openTemporary, put, temporaryFile } from './open-catalogue'

const problemOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).code).toBe('storage')
    return storageProblemOf(error)
  }
  return 'none'
}

describe('opening a catalogue', () => {
  it('finds what was stored before', () => {
    const file = temporaryFile()
    const first = openCatalogue(file)
    put(first, { id: 7, name: 'Mug' })
    first.close()
    expect(
      openTemporary(file)
        .search({}, 0, 10)
        .rows.map(({ name }) => name),
    ).toEqual(['Mug'])
  })

  it('says that a file of something else is damaged, and leaves it', () => {
    const file = temporaryFile()
    writeFileSync(file, 'not a database '.repeat(1000))
    expect(problemOf(() => openCatalogue(file))).toBe('damaged')
  })

  it('says that a newer version wrote it', () => {
    const file = temporaryFile()
    openCatalogue(file).close()
    const db = new Database(file)
    db.exec('PRAGMA user_version = 999')
    db.close()
    expect(problemOf(() => openCatalogue(file))).toBe('newer')
  })

  it('says that the folder cannot be written', () => {
    const file = temporaryFile()
    mkdirSync(file)
    expect(problemOf(() => openCatalogue(file))).toBe('unwritable')
    chmodSync(dirname(file), 0o700)
    expect(problemOf(() => openCatalogue(join(dirname(file), 'none', 'a.db')))).toBe('unwritable')
  })

  it('says that another program holds it', () => {
    const file = temporaryFile()
    const other = openDatabase(file)
    other.exec('CREATE TABLE other (id)')
    other.exec('BEGIN EXCLUSIVE')
    expect(problemOf(() => openCatalogue(file))).toBe('locked')
    other.exec('ROLLBACK')
    other.close()
  })
})

describe('migrations', () => {
  const schemaOf = (file: string) => {
    const db = new Database(file)
    const rows = db
      .prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'product_words_%' ORDER BY type, name")
      .all([]) as { type: string; name: string; sql: string | null }[]
    db.close()
    return rows.filter(({ sql }) => sql !== null).map(({ sql }) => sql?.replace(/\s+/g, ' '))
  }

  it('lead to this schema', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db)
    db.close()
    expect(schemaOf(file)).toMatchSnapshot()
  })

  it('1: makes the first tables in an empty file', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, 1))
    expect(db.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 1 })
    db.prepare("INSERT INTO change_sets (source, label, created_at) VALUES ('form', 'x', 1)").run()
    db.close()
  })

  it('3: makes room for the uploads of whole folders beside what is there', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, 2))
    db.prepare("INSERT INTO change_sets (source, label, created_at) VALUES ('pictures', 'Kept', 1)").run()
    migrate(db, migrations.slice(0, 3))
    expect(db.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 3 })
    expect(db.prepare('SELECT label FROM change_sets').all()).toMatchObject([{ label: 'Kept' }])
    db.prepare(
      "INSERT INTO picture_jobs (state, label, created_at, paths, options) VALUES ('review', 'x', 1, '[]', '{}')",
    ).run()
    db.prepare(
      "INSERT INTO picture_job_files (job_id, path, folder, name, bytes) VALUES (1, '/a.jpg', '', 'a.jpg', 1)",
    ).run()
    db.prepare('DELETE FROM picture_jobs').run()
    expect(db.prepare('SELECT * FROM picture_job_files').all()).toEqual([])
    db.close()
  })

  it('4: counts the pictures without alt text of what is there', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, 3))
    const remote = (...alts: unknown[]) => JSON.stringify({ media: { images: alts.map((alt, id) => ({ id, alt })) } })
    const products = [remote({ main: 'A mug' }, { main: ' ' }, {}, null), remote({ main: 'A' }), '{}', '{"media":null}']
    products.forEach((json, at) => {
      db.prepare('INSERT INTO products (ecwid_id) VALUES (?)').run(at + 1)
      db.prepare('INSERT INTO remotes (product_id, json) VALUES (?, ?)').run(at + 1, json)
    })
    migrate(db)
    const counted = db.prepare('SELECT without_alt FROM products ORDER BY id').all<{ without_alt: number }>()
    expect(counted.map((row) => row.without_alt)).toEqual([3, 0, 0, 0])
    db.close()
  })

  it('12: takes over what becomes of products without stock', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, migrations.indexOf(outOfStock)))
    const values = ['HIDE', 'SHOW', null, 'MADE_UP_LATER', 'ALLOW_PREORDER']
    values.forEach((outOfStockVisibilityBehaviour, at) => {
      db.prepare('INSERT INTO products (ecwid_id) VALUES (?)').run(at + 1)
      const json = JSON.stringify({ outOfStockVisibilityBehaviour })
      db.prepare('INSERT INTO remotes (product_id, json) VALUES (?, ?)').run(at + 1, json)
    })
    migrate(db)
    const kept = db
      .prepare('SELECT field_outOfStockVisibilityBehaviour AS value FROM products ORDER BY id')
      .all<{ value: string }>()
    expect(kept.map(({ value }) => value)).toEqual(['HIDE', 'SHOW', 'SHOW', 'SHOW', 'ALLOW_PREORDER'])
    db.close()
  })

  it('9: keep what sets and uploads were called, as codes with their sentence', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, 8))
    const add = db.prepare('INSERT INTO change_sets (source, label, created_at, revert_of) VALUES (?, ?, 1, ?)')
    add.run('form', 'Edit "Mug", 5 €', null)
    add.run('revert', 'Undo: Edit "Mug", 5 €', 1)
    add.run('form', 'Redo: Edit Mug', null)
    add.run('pull', 'Changed in the store', null)
    db.prepare(
      "INSERT INTO picture_jobs (state, label, created_at, paths, options) VALUES ('review', 'shoot and 2 more', 1, '[]', ?)",
    ).run(JSON.stringify(newPictureJobOptions))
    db.close()
    const catalogue = openCatalogue(file)
    const labels = [1, 2, 3, 4].map((id) => catalogue.changes.findSet(id)?.label)
    const text = 'Edit "Mug", 5 €'
    expect(labels).toEqual([
      { code: 'text', text },
      { code: 'undo', of: { code: 'text', text }, only: null },
      { code: 'redo', of: { code: 'text', text: 'Edit Mug' } },
      { code: 'by-others' },
    ])
    expect(labels.map((label) => label && labelText(label))).toEqual([
      text,
      `Undo: ${text}`,
      'Redo: Edit Mug',
      'Changed in the store',
    ])
    expect(catalogue.pictureJobs.get(1)?.label).toEqual({ file: 'shoot and 2 more', more: 0 })
    catalogue.close()
  })

  it('10: keep why changes wait and were refused, as codes with their sentence', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, 9))
    db.prepare("INSERT INTO change_sets (source, label, created_at) VALUES ('form', ?, 1)").run(
      JSON.stringify({ code: 'edit-product', product: 'Mug' }),
    )
    const reason = { code: 'refused', message: 'SKU “1” is taken', storeCode: 'SKU_ALREADY_EXISTS' }
    const decision = { take: 'mine', before: 1, after: 2, theirs: 3, reason: { code: 'conflict', message: 'Both.' } }
    const add = db.prepare(
      `INSERT INTO changes (set_id, product_id, product_name, kind, field, before, after, state, reason, decision)
       VALUES (1, 1, 'Mug', 'field', 'price', '1', '2', ?, ?, ?)`,
    )
    add.run('refused', JSON.stringify(reason), null)
    add.run('waiting', null, JSON.stringify(decision))
    add.run('sent', null, null)
    db.close()
    const catalogue = openCatalogue(file)
    const [refused, decided, sent] = catalogue.changes.ofSet(1)
    const sentence = { says: 'text', text: 'SKU “1” is taken' }
    expect(refused?.reason).toEqual({ code: 'refused', sentence, storeCode: 'SKU_ALREADY_EXISTS' })
    expect(refused?.reason && reasonText(refused.reason)).toBe('SKU “1” is taken')
    expect(decided?.decision).toMatchObject({
      theirs: 3,
      reason: { code: 'conflict', sentence: { says: 'text', text: 'Both.' } },
    })
    expect([sent?.reason, sent?.decision]).toEqual([null, null])
    catalogue.close()
  })

  it('11: says of every change what it is about, with what waits, the history and the drafts as they were', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, 10))
    db.exec(`INSERT INTO change_sets (id, source, label, created_at) VALUES (1, 'form', '{"code":"salvaged"}', 5),
        (2, 'pull', '{"code":"by-others"}', 6);
      INSERT INTO products (id, ecwid_id) VALUES (7, 70), (8, 80);`)
    const draft = { base: newProductFields, patch: { name: 'Half typed' }, unparsed: {}, variations: {}, savedAt: 1 }
    db.prepare('INSERT INTO drafts VALUES (7, ?, 1)').run(JSON.stringify(draft))
    const insert = db.prepare(
      `INSERT INTO changes (set_id, product_id, product_name, kind, field, before, after, state, reason, theirs, attempts,
         sent_at, retry_at, token, reverts, redoes, waits_for, decision)
       VALUES (?, 7, 'Mug', ?, ?, '1', '2', ?, ?, '3', 4, ?, 9, '{"imageId":3}', 1, 1, ?, NULL)`,
    )
    const reason = JSON.stringify({ code: 'refused', sentence: { says: 'text', text: 'No.' } })
    const kinds = [
      ['create', null],
      ['field', 'price'],
      ['delete', null],
      ['picture.add', null],
      ['picture.remove', 'https://p/a'],
      ['picture.order', null],
      ['picture.alt', 'local:4'],
      ['picture.variation', '31'],
    ] as const
    const states = ['waiting', 'held', 'unknown', 'refused', 'conflict'] as const
    for (const [at, state] of states.entries()) {
      for (const [kind, field] of kinds)
        insert.run(1, kind, field, state, at > 2 ? reason : null, null, at === 0 ? 1 : null)
    }
    for (const [kind, field] of kinds) insert.run(2, kind, field, 'sent', null, 77, null)
    const before = db.prepare('SELECT * FROM changes ORDER BY id').all<Record<string, unknown>>()
    db.close()
    const catalogue = openCatalogue(file)
    const acts = [
      toCreate,
      toSet('price'),
      toDelete,
      toAddPicture,
      toRemovePicture('https://p/a'),
      toOrderPictures,
      toSetAlt('local:4'),
      toSetVariationPicture(31),
    ]
    const open = catalogue.changes.allOpen(100)
    expect(open.map(actOf)).toEqual(states.flatMap(() => acts))
    expect(catalogue.changes.ofSet(2).map(actOf)).toEqual(acts)
    expect(catalogue.changes.picturesOf(7)).toHaveLength(24)
    expect(catalogue.changes.counts()).toEqual({ waiting: 8, held: 8, unknown: 8, refused: 8, conflict: 8 })
    expect(open[0]).toMatchObject({ setId: 1, productName: 'Mug', before: 1, after: 2, theirs: 3, attempts: 4 })
    expect(catalogue.drafts.get(7)).toEqual(draft)
    catalogue.close()
    const after = openDatabase(file)
    const kept = after.prepare('SELECT * FROM changes ORDER BY id').all<Record<string, unknown>>()
    const rest = ({
      kind: _kind,
      thing: _thing,
      list: _list,
      key: _key,
      field: _field,
      verb: _verb,
      entry: _entry,
      ...others
    }: Record<string, unknown>) => others
    expect(kept.map(rest)).toEqual(before.map(rest))
    after.close()
  })

  it('13: call what was taken back so, and count what waits as before', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, 12))
    db.exec(`INSERT INTO change_sets (id, source, label, created_at) VALUES (1, 'form', '{"code":"salvaged"}', 5)`)
    const insert = db.prepare(
      `INSERT INTO changes (set_id, product_id, product_name, verb, field, before, after, state)
       VALUES (1, 7, 'Mug', 'set', 'price', '1', '2', ?)`,
    )
    for (const state of ['waiting', 'dropped', 'sent', 'held', 'dropped']) insert.run(state)
    db.close()
    const catalogue = openCatalogue(file)
    const states = ['waiting', 'taken-back', 'sent', 'held', 'taken-back']
    expect(catalogue.changes.ofSet(1).map(({ state }) => state)).toEqual(states)
    expect(catalogue.changes.openOf('product', 7)).toHaveLength(2)
    expect(catalogue.changes.counts()).toEqual({ waiting: 1, held: 1 })
    const [first] = catalogue.changes.openOf('product', 7)
    catalogue.changes.update(first!.id, { state: 'taken-back' })
    expect(catalogue.changes.counts()).toEqual({ held: 1 })
    expect(catalogue.changes.dueAt(100, { quick: true, limit: 10 })).toEqual([])
    catalogue.changes.update(first!.id, { state: 'waiting' })
    expect(catalogue.changes.counts()).toEqual({ waiting: 1, held: 1 })
    expect(catalogue.changes.dueAt(100, { quick: true, limit: 10 })).toEqual([{ thing: 'product', id: 7 }])
    catalogue.close()
  })

  it('14: keep what went wrong with uploads and their files, as codes with their sentence', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, 13))
    const options = JSON.stringify(newPictureJobOptions)
    const job = db.prepare(
      `INSERT INTO picture_jobs (state, label, created_at, paths, options, problem)
       VALUES ('preparing', '{"file":"shoot","more":0}', 1, '[]', ?, ?)`,
    )
    for (const problem of ['The disk is full.', null]) job.run(options, problem)
    db.exec(`INSERT INTO picture_job_files (job_id, path, folder, name, bytes, problem)
      VALUES (1, '/a.jpg', '', 'a.jpg', 1, 'It is gone.'), (1, '/b.jpg', '', 'b.jpg', 1, NULL)`)
    db.close()
    const { pictureJobs, pictureJobFiles, close } = openCatalogue(file)
    const text = (said: string) => ({ says: 'text', text: said })
    expect([1, 2].map((id) => pictureJobs.get(id)?.problem)).toEqual([text('The disk is full.'), null])
    expect([1, 2].map((id) => pictureJobFiles.get(1, id)?.problem)).toEqual([text('It is gone.'), null])
    pictureJobs.update(2, { problem: says('upload-ended-twice') })
    pictureJobFiles.update(2, { problem: says('file-gone') })
    expect([pictureJobs.get(2)?.problem, pictureJobFiles.get(1, 2)?.problem]).toEqual([
      { says: 'upload-ended-twice' },
      { says: 'file-gone' },
    ])
    close()
  })
})

describe('the database', () => {
  it('takes back everything of a failed transaction, with what was remembered', () => {
    const catalogue = openTemporary()
    const id = put(catalogue, { id: 1, name: 'Mug', sku: 'M-1', attributes: [{ id: 1, name: 'Brand', value: 'Acme' }] })
    catalogue.search({ text: 'mug' }, 0, 10)
    expect(() =>
      catalogue.transaction(() => {
        put(catalogue, { id: 1, name: 'Bowl', sku: 'B-1', attributes: [{ id: 1, name: 'Brand', value: 'Other' }] })
        put(catalogue, { id: 2, name: 'Mug two', sku: 'M-2' })
        catalogue.transaction(() => catalogue.meta.set('key', 1))
        expect(catalogue.search({ text: 'mug' }, 0, 10).rows.map(({ name }) => name)).toEqual(['Mug two'])
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(catalogue.search({ text: 'mug' }, 0, 10).rows.map((row) => row.id)).toEqual([id])
    expect(catalogue.search({ text: 'm-2' }, 0, 10).total).toBe(0)
    expect(catalogue.facets().attributes).toEqual([{ name: 'Brand', values: [{ value: 'Acme', count: 1 }] }])
    expect(catalogue.products.count()).toBe(1)
  })

  it('logs a slow query without its values', () => {
    const lines: string[] = []
    const db = openDatabase(temporaryFile(), (line) => lines.push(line))
    db.prepare('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT sum(i) FROM n').get(
      3e6,
    )
    db.close()
    expect(lines.at(-1)).toMatch(/^Slow query, \d+ ms: WITH RECURSIVE/)
    expect(lines.join()).not.toContain('3000000')
  })

  it('refuses a value SQLite cannot store before the driver sees it', () => {
    const db = openDatabase(temporaryFile())
    expect(() => db.prepare('SELECT ?').get(true as unknown as number)).toThrow('cannot store boolean')
    db.close()
  })
})
