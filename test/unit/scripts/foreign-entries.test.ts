import { beforeAll, expect, it } from 'vitest'

type Script = {
  foreignAmong: (paths: string[]) => string[]
  foreignBeside: (paths: string[], archived: string[]) => string[]
  missingAmong: (paths: string[], packages: string[]) => string[]
}
let { foreignAmong, foreignBeside, missingAmong } = {} as Script
beforeAll(async () => {
  const script = '../../../scripts/package/foreign-entries.mjs'
  ;({ foreignAmong, foreignBeside, missingAmong } = (await import(script)) as Script)
})

it('lets only into the package what somebody put on the list', () => {
  const own = [
    'package.json',
    'out/main/main.js',
    'out/main/chunks/a-1_b.js',
    'out/renderer/assets/magick-x.wasm',
    'node_modules/libsql/index.js',
    'node_modules/keytar/prebuilds/linux-x64/keytar.node',
  ]
  const foreign = [
    '.env',
    'test/unit/a.test.ts',
    'out/main/main.js.map',
    'electron/main.ts',
    'node_modules/left-pad/index.js',
  ]
  expect(foreignAmong([...own, ...foreign]).filter((path) => own.includes(path))).toEqual([])
  expect(foreignAmong(foreign)).toEqual(foreign)
})

it('lets only what somebody put on the list beside the archive, and unpacked only what is in it', () => {
  const archived = ['package.json', 'node_modules/libsql/index.js', 'node_modules/@libsql/linux-x64-gnu/index.node']
  const own = [
    'app.asar',
    'licenses/third-party.txt',
    'app.asar.unpacked/node_modules/@libsql/linux-x64-gnu/index.node',
  ]
  const foreign = [
    'app/index.js',
    'default_app.asar',
    'app-update.yml',
    'licenses/notes.txt',
    'app.asar.unpacked/node_modules/libsql/more.js',
  ]
  expect(foreignBeside([...own, ...foreign], archived)).toEqual(foreign)
})

it('misses a package that the program needs, but not one whose name begins alike', () => {
  const paths = ['node_modules/keytar-more/lib.js', 'node_modules/libsql/index.js']
  expect(missingAmong(paths, ['keytar', 'libsql'])).toEqual(['keytar'])
})
