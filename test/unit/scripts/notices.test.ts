import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

type Described = { name: string; version: string; license?: string }
type Notices = {
  writeNotices: (out: string) => void
  withoutNotice: (notices: string, packages: Described[]) => string[]
}
type Packages = {
  bundledPackages: (out: string) => string[]
  outsidePackages: () => string[]
  readPackage: (folder: string) => Described
}
let { writeNotices, withoutNotice } = {} as Notices
let { bundledPackages, outsidePackages, readPackage } = {} as Packages
let out: string

beforeEach(async () => {
  const folder = '../../../scripts/build'
  ;({ writeNotices, withoutNotice } = (await import(`${folder}/notices.mjs`)) as Notices)
  ;({ bundledPackages, outsidePackages, readPackage } = (await import(`${folder}/packages.mjs`)) as Packages)
  out = mkdtempSync(join(tmpdir(), 'stockroom-notices-'))
  mkdirSync(join(out, 'renderer', 'assets'), { recursive: true })
})
afterEach(() => rmSync(out, { recursive: true }))

function builtFrom(...sources: string[]): void {
  writeFileSync(join(out, 'renderer', 'assets', 'a.js.map'), JSON.stringify({ sources }))
}
const written = () => readFileSync(join(out, 'third-party-licenses.txt'), 'utf8')

it('gives the licence of every package in the program, with its text', () => {
  builtFrom(
    '../../../node_modules/react/index.js',
    '../../../node_modules/react/cjs/react.production.js',
    '..\\..\\..\\node_modules\\@mantine\\core\\esm\\index.mjs',
    '../../../node_modules/react-remove-scroll-bar/dist/es2015/index.js',
    '../../../renderer/main.tsx',
  )
  writeNotices(out)
  const bundled = bundledPackages(out).map(readPackage)
  expect(bundled.map(({ name }) => name)).toEqual(['@mantine/core', 'react', 'react-remove-scroll-bar'])
  const outside = outsidePackages().map(readPackage)
  expect(outside.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['@github/keytar', '@resvg/resvg-js', 'libsql', '@neon-rs/load', 'detect-libc']),
  )
  expect(withoutNotice(written(), [...bundled, ...outside])).toEqual([])
})

it('gives native parts the text of their repository, and says where their source is', () => {
  builtFrom()
  writeNotices(out)
  const native = outsidePackages()
    .map(readPackage)
    .filter(({ name }) => /^@(libsql|resvg)\/.*(linux|darwin|win32)/.test(name))
  expect(native.length).toBeGreaterThan(1)
  for (const { name, version, license = '' } of native) {
    const [, entry = ''] = written().split(`${name} ${version} (${license})\n`)
    expect(entry).toMatch(
      name.startsWith('@resvg') ? /^\S+resvg-js\S*\n\nMozilla Public/ : /^\S+libsql-js\S*\n\nThe MIT/,
    )
  }
})

it('misses a package without an entry, one without a text, and one of another version', () => {
  builtFrom('../../../node_modules/react/index.js')
  writeNotices(out)
  const line = `\n\n${'-'.repeat(80)}\n\n`
  const notices = `${written()}${line}bare 1.0.0 (MIT)\nhttps://example.com${line}whole 1.0.0 (MIT)\n\nA text.`
  const asked = ['bare', 'whole', 'absent'].map((name) => ({ name, version: '1.0.0', license: 'MIT' }))
  const missed = withoutNotice(notices, [...asked, { name: 'react', version: '0.0.1', license: 'MIT' }])
  expect(missed).toEqual(['bare 1.0.0 (MIT)', 'absent 1.0.0 (MIT)', 'react 0.0.1 (MIT)'])
})
