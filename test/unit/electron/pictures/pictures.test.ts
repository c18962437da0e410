import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileTokens } from '../../../../electron/pictures/file-tokens'
import { createPictures } from '../../../../electron/pictures/pictures'
import { createPictureCache } from '../../../../electron/pictures/picture-cache'
import { createStaging } from '../../../../electron/pictures/staging'
import { pngBytes, webpLossy } from '../../../support/picture-files'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stockroom-images-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

function open() {
  const tokens = createFileTokens()
  const offline = () => Promise.reject(new Error('There is no network here.'))
  const cache = createPictureCache({ folder: join(folder, 'links'), fetch: offline, maxBytes: 1e6 })
  const staging = createStaging({ folder: join(folder, 'staged') })
  const images = createPictures({ stagingOf: () => staging, cache, fetch: offline, tokens })
  /** As preload does for a file that a person dropped. */
  const drop = (path: string): string => {
    const token = randomUUID()
    tokens.take([{ token, path }])
    return token
  }
  return { images, drop }
}

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    (error: Error) => error.message,
  )

describe('files that nobody dropped', () => {
  it.each(['inspect', 'stage', 'read'] as const)('are not reached by %s', async (name) => {
    const path = write('a.webp', webpLossy)
    const { images } = open()
    for (const file of [path, ` ${path}`, folder, randomUUID()]) {
      const ask = {
        inspect: () => images.inspect({ files: [file] }),
        stage: () => images.stage({ connectionId: 'a', file }),
        read: () => images.read({ file }),
      }
      expect(await refusalOf(ask[name]())).toMatch(/not known here/)
    }
  })

  it('are not reached as links, with or without a space before them', async () => {
    const path = write('a.webp', webpLossy)
    const { images, drop } = open()
    await images.inspect({ files: [drop(path)] })
    for (const url of [path, ` ${path}`, `file://${path}`]) {
      expect(await refusalOf(images.checkUrl({ url }))).not.toBe('read')
      expect(await refusalOf(images.readLink({ url }))).toMatch(/not checked/)
    }
  })
})

describe('a dropped folder', () => {
  it('gives each file in it a token of its own, which is no path', async () => {
    write('shoot/1.png', pngBytes())
    write('shoot/2.webp', webpLossy)
    const { images, drop } = open()
    const verdicts = await images.inspect({ files: [drop(join(folder, 'shoot'))] })
    expect(verdicts.map(({ name }) => name)).toEqual(['1.png', '2.webp'])
    expect(JSON.stringify(verdicts)).not.toContain(basename(folder))
    expect(Buffer.from(await images.read({ file: verdicts[1]?.file ?? '' }))).toEqual(Buffer.from(webpLossy))
  })
})

describe('a file that is another by the time it is read', () => {
  it.each([
    ['a text', 'root:x:0:0'],
    ['nothing', ''],
    ['a web page', '<!doctype html><p>Secret</p>'],
  ])('is not handed on as %s', async (_name, content) => {
    const path = write('a.webp', webpLossy)
    const { images, drop } = open()
    const [verdict] = await images.inspect({ files: [drop(path)] })
    writeFileSync(path, content)
    expect(verdict?.ok).toBe(true)
    expect(await refusalOf(images.read({ file: verdict?.file ?? '' }))).toMatch(/not a picture|empty|web page/)
  })
})
