import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Db } from '../../../../electron/catalogue/database'

let folder: string
let db: Db

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-test-'))
  db = openDatabase(join(folder, 'catalogue.sqlite'))
  db.exec('CREATE TABLE notes (text TEXT)')
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

/** 1 = NORMAL: commits do not wait for the disk. 2 = FULL: they do. */
const waitsForDisk = () => db.prepare('PRAGMA synchronous').get<{ synchronous: number }>()?.synchronous === 2
const write = (text: string) => db.prepare('INSERT INTO notes VALUES (?)').run(text)
const texts = () =>
  db
    .prepare('SELECT text FROM notes')
    .all<{ text: string }>()
    .map(({ text }) => text)

describe('what can be read or done again', () => {
  it('does not wait for the disk, and whatever follows does', () => {
    expect(waitsForDisk()).toBe(true)
    const during = db.repeatable(() => {
      write('again')
      return waitsForDisk()
    })
    expect(during).toBe(false)
    expect(waitsForDisk()).toBe(true)
    expect(db.transaction(waitsForDisk)).toBe(true)
  })

  it('is undone as a whole when it fails, and whatever follows waits for the disk', () => {
    const fail = () => {
      write('lost')
      throw new Error('no')
    }
    expect(() => db.repeatable(fail)).toThrow('no')
    expect(texts()).toEqual([])
    expect(waitsForDisk()).toBe(true)
  })

  it('lasts like the transaction it is a part of', () => {
    const during = db.transaction(() =>
      db.repeatable(() => {
        write('kept')
        return waitsForDisk()
      }),
    )
    expect(during).toBe(true)
    expect(texts()).toEqual(['kept'])
  })
})
