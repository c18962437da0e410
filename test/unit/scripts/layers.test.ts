import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const forbidden: [file: string, specifier: string, why: RegExp][] = [
  ['electron/shared/money.ts', '../ecwid/products', /electron\/shared may not import electron\/ecwid/],
  ['electron/shared/files.ts', 'node:fs', /may only use zod/],
  ['electron/shared/window.ts', 'electron', /may only use zod/],
  ['electron/ecwid/products.ts', '../catalogue/products', /electron\/ecwid may not import electron\/catalogue/],
  ['electron/ecwid/deep/products.ts', '../../sync/pull', /electron\/ecwid may not import electron\/sync/],
  ['electron/ecwid/sql.ts', 'libsql', /may not use libsql/],
  ['electron/catalogue/products.ts', '../ecwid/products', /electron\/catalogue may not import electron\/ecwid/],
  ['electron/catalogue/changes.ts', '../changes/apply', /electron\/catalogue may not import electron\/changes/],
  ['electron/sync/pull.ts', '../ipc/handlers', /electron\/sync may not import electron\/ipc/],
  ['electron/ipc/handlers.ts', '../changes/apply', /electron\/ipc may not import electron\/changes/],
  ['electron/ipc/engine.ts', '../engine/engine', /electron\/ipc may not import electron\/engine/],
  ['electron/engine/process.ts', 'electron', /may not use electron/],
  ['electron/changes/apply.ts', '../platform/log', /electron\/changes may not import electron\/platform/],
  ['electron/sync/window.ts', 'electron', /may not use electron/],
  ['electron/connections/keys.ts', 'keytar', /may not use keytar/],
  ['electron/connections/settings.ts', 'electron-store', /may not use electron-store/],
  ['electron/pictures/sql.ts', 'libsql', /may not use libsql/],
  [
    'electron/pictures/jobs/scan/a.ts',
    '../review/file-view',
    /jobs\/scan may not import electron\/pictures\/jobs\/review/,
  ],
  ['electron/pictures/jobs/prepare/a.ts', '../queue/queue-product', /may not import electron\/pictures\/jobs\/queue/],
  ['electron/pictures/jobs/review/a.ts', '../job-runner', /may not import electron\/pictures/],
  ['electron/platform/log.ts', '../sync/pull', /electron\/platform may not import electron\/sync/],
  ['electron/preload.ts', './platform/window', /may not import electron\/platform/],
  ['electron/demo-store/server.ts', '../catalogue/open', /electron\/demo-store may not import electron\/catalogue/],
  ['electron/demo-store/app.ts', 'electron', /may not use electron/],
  ['electron/ipc/demo.ts', '../demo-store/server', /electron\/ipc may not import electron\/demo-store/],
  ['renderer/features/product/Form.tsx', '../catalogue/List', /may not import another one \(catalogue\)/],
  ['renderer/features/product/tabs/Media.tsx', '../../pictures/Grid', /may not import another one \(pictures\)/],
  ['renderer/features/product/Sync.tsx', '../../../electron/sync/pull', /may not import electron\/sync/],
  ['renderer/features/product/Path.tsx', 'node:path', /there is no Node/],
  ['renderer/features/product/Ipc.tsx', 'electron', /may not use electron/],
  ['renderer/stores/products.ts', '../features/product/Form', /renderer\/stores may not import renderer\/features/],
  ['renderer/stores/view.ts', '../components/Money', /renderer\/stores may not import renderer\/components/],
  ['renderer/components/Money.tsx', '../stores/products', /renderer\/components may not import renderer\/stores/],
  ['renderer/components/Save.tsx', '../bridge', /renderer\/components may not import renderer\/bridge.ts/],
  [
    'renderer/components/Card.tsx',
    '../features/product/Form',
    /renderer\/components may not import renderer\/features/,
  ],
  ['renderer/bridge.ts', './stores/products', /renderer\/bridge.ts may not import renderer\/stores/],
  ['renderer/App.tsx', '../electron/platform/log', /renderer may not import electron\/platform/],
]

const allowed: [file: string, specifier: string][] = [
  ['electron/shared/names.ts', 'zod'],
  ['electron/shared/calls.ts', './errors'],
  ['electron/ecwid/limiter.ts', '../shared/errors'],
  ['electron/catalogue/open.ts', 'libsql'],
  ['electron/changes/merge.ts', '../catalogue/products'],
  ['electron/sync/push.ts', '../ecwid/products'],
  ['electron/sync/plan.ts', '../changes/merge'],
  ['electron/engine/handlers.ts', '../changes/apply'],
  ['electron/platform/texts.ts', '../wire/error-text'],
  ['electron/platform/keychain.ts', 'keytar'],
  ['electron/pictures/jobs/queue/a.ts', '../review/plan-product'],
  ['electron/pictures/jobs/scan/b.ts', '../../matching/match-file'],
  ['electron/pictures/jobs/job-runner.ts', './scan/job-scan'],
  ['electron/main.ts', './platform/window'],
  ['electron/demo-store/shop.ts', '../shared/errors'],
  ['renderer/features/product/Page.tsx', '../../stores/products'],
  ['renderer/features/product/Tabs.tsx', './tabs/General'],
  ['renderer/features/product/Price.tsx', '../../../electron/shared/money'],
  ['renderer/stores/drafts.ts', '../bridge'],
  ['renderer/main.tsx', './App'],
]

/** Every snippet is linted in one go, with the project's own configuration, in a folder of the project's shape. */
describe('the layers held by lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-layers-'))
  let objections = new Map<string, string[]>()

  beforeAll(async () => {
    const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as object
    const plugin = resolve('scripts/lint/layers.mjs')
    write('.oxlintrc.json', JSON.stringify({ ...config, jsPlugins: [plugin], options: {} }))
    for (const [file, specifier] of [...forbidden, ...allowed]) write(file, `export * from '${specifier}'\n`)
    objections = await lint()
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(forbidden)('refuses %s importing %s', (file, _specifier, why) => {
    expect(objections.get(file)?.join() ?? '').toMatch(why)
  })

  it.each(allowed)('lets %s import %s', (file) => {
    expect(objections.get(file)).toBeUndefined()
  })

  function write(file: string, text: string) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }

  async function lint() {
    const oxlint = resolve('node_modules/oxlint/bin/oxlint')
    const output = await new Promise<string>((done) => {
      execFile(process.execPath, [oxlint, '--format', 'json'], { cwd: folder }, (_error, stdout) => done(stdout))
    })
    const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; message: string; filename: string }[] }
    const byFile = new Map<string, string[]>()
    for (const { code, message, filename } of diagnostics) {
      if (code.includes('layers')) byFile.set(filename, [...(byFile.get(filename) ?? []), message])
    }
    return byFile
  }
})
