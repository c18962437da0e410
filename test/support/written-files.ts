import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** Files of a test file, in a folder that goes with it. */
export function writtenFiles(): {
  folder: () => string
  file: (bytes: Uint8Array | string, name?: string) => { path: string }
} {
  let folder = ''
  let count = 0
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stockroom-tables-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function file(bytes: Uint8Array | string, name = `${count++}.table`): { path: string } {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return { path }
  }

  return { folder: () => folder, file }
}
