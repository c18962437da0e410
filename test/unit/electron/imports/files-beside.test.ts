import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filesBeside } from '../../../../electron/imports/files-beside'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-beside-'))
  mkdirSync(join(folder, 'Pictures'))
  for (let n = 0; n < 40; n += 1) writeFileSync(join(folder, 'Pictures', `${n}.png`), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

const table = () => join(folder, 'list.csv')
const { signal } = new AbortController()

it('a file is found below the table among as many others as are looked through', async () => {
  const find = (mostFiles: number) =>
    filesBeside(table(), { names: ['39.png', 'none.png'], signal, mostFiles })('39.png')
  const there = { path: join(folder, 'Pictures', '39.png') }
  expect(await find(40)).toEqual(there)
  expect(await find(39)).not.toEqual(there)
})

it('a file that stands where its name says is found however many others are there', async () => {
  const find = filesBeside(table(), { names: ['Pictures/39.png'], signal, mostFiles: 1 })
  expect(await find('Pictures/39.png')).toEqual({ path: join(folder, 'Pictures', '39.png') })
})

it('a name that is not among as many files as are looked through says so', async () => {
  const find = filesBeside(table(), { names: ['39.png', 'none.png'], signal, mostFiles: 20 })
  expect(await find('39.png')).toEqual({ why: { says: 'not-among-files', count: 20 } })
  expect(await find('Pictures/39.png')).toEqual({ path: join(folder, 'Pictures', '39.png') })
})

it('a look through many files is ended where the import is cancelled', async () => {
  const cancelling = new AbortController()
  const find = filesBeside(table(), { names: ['none.png'], signal: cancelling.signal })
  cancelling.abort()
  await expect(find('none.png')).rejects.toMatchObject({ code: 'cancelled' })
})
