import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStagedContent } from '../../../../electron/pictures/staged-content'
import { createStaging, type Staging } from '../../../../electron/pictures/staging'
import { pngBytes } from '../../../support/picture-files'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'

let folder: string
let mugs: Mugs
let staging: Staging
let picture: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-staged-'))
  mugs = openMugs()
  staging = createStaging({ folder: join(folder, 'staged'), now: () => Date.now() + 3_600_000 })
  picture = join(folder, 'front.png')
  writeFileSync(picture, pngBytes(40, 40))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a copy that somebody holds', () => {
  it('stays, though the same was given back before it was there and a slow disk comes to that only later', async () => {
    const { hash } = await staging.stage(picture)
    rmSync(copyOf(hash))
    const discarded: Promise<unknown>[] = []
    function discard(...asked: Parameters<typeof staging.discard>) {
      const isThere = () => existsSync(copyOf(hash))
      const done = vi.waitUntil(isThere, { interval: 1, timeout: 60_000 }).then(() => staging.discard(...asked))
      discarded.push(done)
      return done
    }
    const content = contentOf({ discard })
    const held = content.hold().stage(picture)
    content.giveBack([hash])
    await Promise.all([held, ...discarded])
    expect(discarded).toHaveLength(1)
    expect(existsSync(copyOf(hash))).toBe(true)
  })

  it('stays, though the same is given back once it is there and before whoever holds it is told', async () => {
    let discarded: Promise<unknown> | undefined
    const content = contentOf({
      stage: (path, onHash) =>
        staging.stage(path, (hash) => {
          onHash?.(hash)
          // It has its turn right after the copy was put in place.
          queueMicrotask(() => content.giveBack([hash]))
        }),
      discard: (...asked) => (discarded = staging.discard(...asked)) as Promise<string[]>,
    })
    const { hash } = await content.hold().stage(picture)
    await expect(discarded).resolves.toEqual([])
    expect(existsSync(copyOf(hash))).toBe(true)
  })
})

const copyOf = (hash: string) => join(folder, 'staged', hash)
const contentOf = (as: Partial<Staging>) =>
  createStagedContent({
    catalogue: mugs.catalogue,
    staging: { ...staging, ...as },
    after: () => () => {},
    logError: raise,
  })

function raise(_context: string, error: unknown): void {
  throw error
}
