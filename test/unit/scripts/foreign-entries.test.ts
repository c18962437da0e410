import { beforeAll, expect, it } from 'vitest'

let foreignAmong: (paths: string[]) => string[]
beforeAll(async () => {
  const script = '../../../scripts/package/foreign-entries.mjs'
  foreignAmong = ((await import(script)) as { foreignAmong: typeof foreignAmong }).foreignAmong
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
