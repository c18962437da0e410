import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStagedContent } from '../../../../electron/pictures/staged-content'
import { createStaging } from '../../../../electron/pictures/staging'
import { pngBytes } from '../../../support/picture-files'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'

let folder: string
let mugs: Mugs
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-staged-'))
  mugs = openMugs()
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a copy that somebody holds', () => {
  it('stays, though the same was given back before it was there and a slow disk comes to that only later', async () => {
    const staging = createStaging({ folder: join(folder, 'staged'), now: () => Date.now() + 3_600_000 })
    const picture = join(folder, 'front.png')
    writeFileSync(picture, pngBytes(40, 40))
    const { hash } = await staging.stage(picture)
    const isThere = () => existsSync(join(folder, 'staged', hash))
    rmSync(join(folder, 'staged', hash))

    const discarded: Promise<unknown>[] = []
    function discard(...asked: Parameters<typeof staging.discard>) {
      const done = vi.waitUntil(isThere, { interval: 1 }).then(() => staging.discard(...asked))
      discarded.push(done)
      return done
    }
    const content = createStagedContent({
      catalogue: mugs.catalogue,
      staging: { ...staging, discard },
      after: () => () => {},
      logError: raise,
    })
    const held = content.hold().stage(picture)
    content.giveBack([hash])
    await Promise.all([held, ...discarded])
    expect(discarded).toHaveLength(1)
    expect(isThere()).toBe(true)
  })
})

function raise(_context: string, error: unknown): void {
  throw error
}
