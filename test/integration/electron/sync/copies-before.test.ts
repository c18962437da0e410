import Database from 'libsql'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { openStoreCatalogue, storeFiles } from '../../../../electron/sync/store-files'
import { mountSmallDisk } from '../../../support/small-disk'

const hours = 3600 * 1000
let folder = ''
let opened: Catalogue | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-copies-'))
})
afterEach(() => {
  opened?.close()
  opened = undefined
  rmSync(folder, { recursive: true, force: true })
})

const copyName = 'catalogue-version-8.sqlite'
const filesIn = (userData: string) => storeFiles(userData, 'shop')
const copies = (userData: string) => readdirSync(filesIn(userData).folder).filter((name) => name.includes('version'))

function open(userData: string, at = Date.now()): void {
  opened = openStoreCatalogue(filesIn(userData), { now: () => at, log: () => {} }).catalogue
}

/** A database of version 8 with a change that waits. */
function makeOlder(userData: string): void {
  const { folder: store, database } = filesIn(userData)
  mkdirSync(store, { recursive: true })
  const db = openDatabase(database)
  migrate(db, migrations.slice(0, 8))
  db.exec(`INSERT INTO products (id, ecwid_id) VALUES (1, 7);
    INSERT INTO remotes VALUES (1, '{"id":7,"name":"Mug 7"}');
    INSERT INTO change_sets (id, source, label, created_at) VALUES (1, 'form', 'Mine', 5);
    INSERT INTO changes (set_id, product_id, product_name, kind, field, before, after, state)
      VALUES (1, 1, 'Mug 7', 'field', 'price', '1', '2', 'waiting')`)
  db.close()
}

function versionOf(file: string): number {
  const db = new Database(file, { readonly: true })
  try {
    return (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version
  } finally {
    db.close()
  }
}

describe('before a new version changes the local copy of a store', () => {
  it('all of it is kept beside it, for its owner only', () => {
    makeOlder(folder)
    open(folder)
    expect(copies(folder)).toEqual([copyName])
    const copy = join(filesIn(folder).folder, copyName)
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(versionOf(copy)).toBe(8)
    const before = new Database(copy, { readonly: true })
    expect(before.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' })
    expect(before.prepare('SELECT label FROM change_sets').all()).toEqual([{ label: 'Mine' }])
    expect(before.prepare('SELECT kind, field, after, state FROM changes').all()).toEqual([
      { kind: 'field', field: 'price', after: '2', state: 'waiting' },
    ])
    before.close()
    expect(opened?.changes.allOpen(10)).toMatchObject([{ field: 'price', after: 2, state: 'waiting' }])
    expect(versionOf(filesIn(folder).database)).toBe(migrations.length)
  })

  it('a copy that was begun and not finished is begun anew', () => {
    makeOlder(folder)
    const half = openDatabase(join(filesIn(folder).folder, `${copyName}.part`))
    half.exec('CREATE TABLE half (id)')
    half.close()
    open(folder)
    expect(copies(folder)).toEqual([copyName])
  })

  it('nothing is kept of one that is new or as it should be', () => {
    open(folder)
    opened?.close()
    open(folder)
    expect(copies(folder)).toEqual([])
  })

  it('the copy stays until the new version has worked for a week', () => {
    makeOlder(folder)
    open(folder)
    opened?.close()
    const copy = join(filesIn(folder).folder, copyName)
    utimesSync(copy, 1_000, 1_000)
    open(folder, 1_000_000 + 7 * 24 * hours - 1)
    expect(copies(folder)).toEqual([copyName])
    opened?.close()
    open(folder, 1_000_000 + 7 * 24 * hours)
    expect(copies(folder)).toEqual([])
    expect(opened?.changes.allOpen(10)).toHaveLength(1)
  })

  it('a copy goes with its store', () => {
    makeOlder(folder)
    open(folder)
    opened?.close()
    opened = undefined
    filesIn(folder).remove()
    expect(existsSync(filesIn(folder).folder)).toBe(false)
  })
})

const disk = mountSmallDisk(2)
describe.skipIf(typeof disk === 'string')('on a disk without room for the copy', () => {
  const room = disk as Exclude<typeof disk, string>
  afterAll(() => room.remove())

  it('nothing is changed, and it goes on when there is room', () => {
    makeOlder(room.folder)
    room.fill()
    expect(() => open(room.folder)).toThrow(/keeps a copy of it first, which cannot be written.*Nothing was changed/)
    expect(copies(room.folder)).toEqual([])
    room.free()
    expect(versionOf(filesIn(room.folder).database)).toBe(8)
    open(room.folder)
    expect(copies(room.folder)).toEqual([copyName])
    expect(opened?.changes.allOpen(10)).toMatchObject([{ field: 'price', after: 2, state: 'waiting' }])
  })
})
