import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepingProblem } from '../../../../electron/pictures/file-problem'
import { createStaging } from '../../../../electron/pictures/staging'
import { gifBytes, jpegBytes, pngBytes, webpLossy } from '../../../support/picture-files'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-staging-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const hour = 3_600_000
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const staged = (): string[] => readdirSync(join(folder, 'staged'))

function setUp(now?: () => number) {
  const staging = createStaging({ folder: join(folder, 'staged'), ...(now ? { now } : {}) })
  const write = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  return { staging, write }
}

describe('staging', () => {
  it('keeps a file under the hash of its bytes, also after the original is gone', async () => {
    const { staging, write } = setUp()
    const bytes = jpegBytes(20, 10)
    const path = write('mug.jpg', bytes)
    const picture = await staging.stage(path)
    expect(picture).toEqual({
      hash: sha256(bytes),
      sourceHash: sha256(bytes),
      name: 'mug.jpg',
      type: 'jpeg',
      bytes: bytes.length,
      width: 20,
      height: 10,
    })
    rmSync(path)
    expect((await staging.read(picture.hash)).equals(bytes)).toBe(true)
    expect(await staging.find(picture.hash)).toEqual({
      path: join(folder, 'staged', picture.hash),
      bytes: bytes.length,
    })
  })

  it('keeps the same picture once, whatever it is called', async () => {
    const { staging, write } = setUp()
    const one = await staging.stage(write('a.png', pngBytes()))
    const two = await staging.stageBytes('b.png', pngBytes())
    expect([one.name, two.name]).toEqual(['a.png', 'b.png'])
    expect(staged()).toEqual([one.hash])
  })

  it('stages the same picture many times at once', async () => {
    const { staging } = setUp()
    const pictures = await Promise.all(Array.from({ length: 8 }, () => staging.stageBytes('a.png', pngBytes())))
    expect(new Set(pictures.map(({ hash }) => hash)).size).toBe(1)
    expect(staged()).toEqual([pictures[0]?.hash])
  })

  it('judges what was copied, not what was looked at before', async () => {
    const { staging, write } = setUp()
    const path = write('mug.png', pngBytes())
    writeFileSync(path, pngBytes().subarray(0, 60))
    await expect(staging.stage(path)).rejects.toMatchObject({ code: 'invalid-input', message: /damaged/ })
    expect(staged()).toEqual([])
  })

  it.each([
    ['a type the store does not take', webpLossy, /not converted/],
    ['what is no picture', Buffer.from('hello'), /not a picture/],
    ['nothing', Buffer.alloc(0), /empty/],
    ['more than 20 MB', Buffer.concat([gifBytes(), Buffer.alloc(20 * 1024 * 1024)]), /at most 20 MB/],
  ])('refuses %s and leaves nothing behind', async (_what, bytes, message) => {
    const { staging } = setUp()
    await expect(staging.stageBytes('x', bytes)).rejects.toMatchObject({ code: 'invalid-input', message })
    expect(staged()).toEqual([])
  })

  it('says that a file is gone', async () => {
    const { staging } = setUp()
    await expect(staging.stage(join(folder, 'gone.png'))).rejects.toMatchObject({
      code: 'not-found',
      message: 'The file is no longer there. Put it back or choose it again.',
    })
  })

  it('says that the disk failed', async () => {
    writeFileSync(join(folder, 'staged'), 'a file where the folder should be')
    const { staging } = setUp()
    await expect(staging.stageBytes('a.png', pngBytes())).rejects.toMatchObject({
      code: 'storage',
      message: /could not be written/,
    })
  })

  it.each(['ENOSPC', 'EDQUOT'])('says that the disk is full when the system answers %s', (code) => {
    expect(keepingProblem(Object.assign(new Error(code), { code }))).toMatchObject({
      code: 'storage',
      message: /^The disk is full/,
    })
  })

  it('notices that its copy was damaged on the disk', async () => {
    const { staging } = setUp()
    const { hash } = await staging.stageBytes('a.png', pngBytes())
    writeFileSync(join(folder, 'staged', hash), pngBytes(3, 3))
    await expect(staging.read(hash)).rejects.toMatchObject({ code: 'storage' })
    const again = await staging.stageBytes('a.png', pngBytes())
    expect((await staging.read(again.hash)).equals(pngBytes())).toBe(true)
  })

  it.each(['..', '../secret', 'a'.repeat(63), `${'a'.repeat(64)}/..`, 'A'.repeat(64)])(
    'opens no file by the name %s',
    async (name) => {
      const { staging } = setUp()
      await expect(staging.read(name)).rejects.toMatchObject({ code: 'not-found' })
      await expect(staging.find(name)).rejects.toMatchObject({ code: 'not-found' })
    },
  )
})

describe('releasing', () => {
  it('deletes what no change refers to any more, and only that', async () => {
    let now = Date.now()
    const { staging } = setUp(() => now)
    const kept = await staging.stageBytes('a.png', pngBytes(3, 3))
    const old = await staging.stageBytes('b.png', pngBytes(4, 4))
    writeFileSync(join(folder, 'staged', 'left-over.part'), 'x')
    writeFileSync(join(folder, 'staged', 'not-ours.txt'), 'x')
    now += 2 * hour
    const fresh = await staging.stageBytes('c.png', pngBytes(5, 5))
    utimesSync(join(folder, 'staged', fresh.hash), now / 1000, now / 1000)
    await staging.release([kept.hash])
    expect(staged().sort()).toEqual([kept.hash, fresh.hash, 'not-ours.txt'].sort())
    await expect(staging.read(old.hash)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('gives a picture that is staged again its time', async () => {
    let now = Date.now()
    const { staging } = setUp(() => now)
    const { hash } = await staging.stageBytes('a.png', pngBytes())
    now += 2 * hour
    await staging.stageBytes('a.png', pngBytes())
    await staging.release([])
    expect(existsSync(join(folder, 'staged', hash))).toBe(true)
    now += 2 * hour
    await staging.release([])
    expect(existsSync(join(folder, 'staged', hash))).toBe(false)
  })

  it('keeps what is staged again while the same is discarded, whichever comes first', async () => {
    const { staging, write } = setUp()
    const path = write('a.png', pngBytes())
    const { hash } = await staging.stage(path)
    const kept = join(folder, 'staged', hash)
    // The discard begins at another moment of the staging each time.
    for (let tenths = 0; tenths < 60; tenths += 1) {
      utimesSync(kept, 1, 1)
      const begun = performance.now()
      const again = staging.stage(path)
      while (performance.now() - begun < tenths / 10) await new Promise(setImmediate)
      await Promise.all([again, staging.discard(() => [hash], hour)])
      expect(existsSync(kept)).toBe(true)
    }
  })

  it('does nothing where nothing was ever staged', async () => {
    await expect(setUp().staging.release([])).resolves.toBeUndefined()
  })
})
