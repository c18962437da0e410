import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '../support/app'
import { runUpload, type UploadRun } from '../support/upload/upload-run'

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)
const files = number('STOCKROOM_FILES', 5000)
const seed = number('STOCKROOM_SEED', Date.now() % 100_000)

/** For the modes that do not add. */
const few = Math.max(250, Math.ceil(files / 20))

test.use({ storeArguments: ['--rate-limit', '0', '--products', String(Math.ceil(Math.max(files, few) / 3))] })

let folder: string
test.beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'stockroom-soak-')), 'shoot')
  mkdirSync(folder)
})
test.afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const kills = ['matching', 'preparing', 'uploading', 'undoing'] as const
const fixed = {
  seed,
  kills,
  // An undo takes longer than its upload: three requests a picture.
  patience: 60 * 60_000,
  say: (line: string) => console.log(line),
}

test(`${files} pictures arrive once and go again, whatever happens`, async ({ page, store, relaunch }) => {
  test.setTimeout(120 * 60_000)
  console.log(`STOCKROOM_SEED=${seed}`)
  await runUpload({ ...fixed, mode: 'append', files, faultEvery: 30, folder, page, store, relaunch })
})

for (const mode of ['ifNone', 'replace'] as const satisfies UploadRun['mode'][]) {
  test(`the same holds for a smaller upload in the mode ${mode}`, async ({ page, store, relaunch }) => {
    test.setTimeout(20 * 60_000)
    console.log(`STOCKROOM_SEED=${seed}`)
    await runUpload({ ...fixed, mode, files: few, faultEvery: 20, folder, page, store, relaunch })
  })
}
