import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Db } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'

let folder: string
let db: Db
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-migrate-'))
  db = openDatabase(join(folder, 'c.sqlite'))
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

const tables = () =>
  db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .all<{ name: string }>()
    .map(({ name }) => name)

describe('migrations', () => {
  it('run once, each whole or not at all', () => {
    migrate(db, ['CREATE TABLE a (id)'])
    const steps = ['CREATE TABLE never (id)', 'CREATE TABLE b (id)', 'CREATE TABLE c (id); SELECT nonsense;']
    expect(() => migrate(db, steps)).toThrow()
    expect(tables()).toEqual(['a', 'b'])
    migrate(db, ['CREATE TABLE never (id)', 'CREATE TABLE never (id)', 'CREATE TABLE c (id)'])
    expect(tables()).toEqual(['a', 'b', 'c'])
  })

  it('of a new file are one, so that a first start that fails leaves nothing half made', () => {
    expect(() => migrate(db, ['CREATE TABLE a (id)', 'CREATE TABLE b (id); SELECT nonsense;'])).toThrow()
    expect(tables()).toEqual([])
    migrate(db, ['CREATE TABLE a (id)', 'CREATE TABLE b (id)'])
    expect(tables()).toEqual(['a', 'b'])
  })
})
