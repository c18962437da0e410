import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let sourceHash: (root: string, names: string[]) => string
let root: string

beforeEach(async () => {
  ;({ sourceHash } = (await import(new URL('../../../scripts/build/source-hash.mjs', import.meta.url).href)) as {
    sourceHash: typeof sourceHash
  })
  root = mkdtempSync(join(tmpdir(), 'stockroom-hash-'))
  mkdirSync(join(root, 'src', 'deep'), { recursive: true })
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'one')
  writeFileSync(join(root, 'package.json'), '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

const hash = () => sourceHash(root, ['src', 'package.json', 'not-there.json'])

it('changes with a content that was written with an older time, as a checkout of an older commit does', () => {
  const before = hash()
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'two')
  utimesSync(join(root, 'src', 'deep', 'a.ts'), 1, 1)
  expect(hash()).not.toBe(before)
})

it('stays when only the time of a file moved', () => {
  const before = hash()
  utimesSync(join(root, 'package.json'), 2_000_000_000, 2_000_000_000)
  expect(hash()).toBe(before)
})

it('changes when a file is added, removed or renamed', () => {
  const before = hash()
  writeFileSync(join(root, 'src', 'b.ts'), '')
  const added = hash()
  rmSync(join(root, 'src', 'b.ts'))
  writeFileSync(join(root, 'src', 'c.ts'), '')
  expect(new Set([before, added, hash()]).size).toBe(3)
  rmSync(join(root, 'src', 'c.ts'))
  expect(hash()).toBe(before)
})
