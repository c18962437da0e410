import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewPictureJobFile } from '../../../../../electron/catalogue/picture-job-file-record'
import { prepareNeed } from '../../../../../electron/pictures/jobs/prepare/prepare-need'
import { scanFiles } from '../../../../../electron/pictures/jobs/scan/scan-files'
import { bmpBytes, gifBytes, jpegBytes, pngBytes } from '../../../../support/picture-files'
import { sentenceText } from '../../../../../electron/shared/words/sentence'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stockroom-scan-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(path: string, bytes: Uint8Array): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}

/** As its owner reads it. */
const inWords = ({ refusal, warning, ...file }: NewPictureJobFile) => ({
  ...file,
  refusal: refusal && sentenceText(refusal),
  warning: warning && sentenceText(warning),
})

async function scan(paths = [folder], signal = new AbortController().signal) {
  const files: ReturnType<typeof inWords>[] = []
  let counts = { found: 0, skipped: 0 }
  await scanFiles(paths, {
    signal,
    onFound: (found, skipped) => (counts = { found, skipped }),
    onChecked: (checked) => files.push(...checked.map(inWords)),
  })
  return { files, ...counts, of: (name: string) => files.find((file) => file.name === name)! }
}

describe('scanning what was dropped', () => {
  it('goes into folders, round no circle, and counts what it passes over', async () => {
    put('a/1.png', pngBytes())
    put('a/b/2.jpg', jpegBytes())
    put('a/.DS_Store', pngBytes())
    put('__MACOSX/a/._1.png', pngBytes())
    put('Thumbs.db', pngBytes())
    symlinkSync(folder, join(folder, 'a', 'up'))
    const { found, skipped, of } = await scan([folder, join(folder, 'a', '1.png')])
    expect({ found, skipped }).toEqual({ found: 3, skipped: 3 })
    expect(of('up').refusal).toMatch(/link to a folder that is here already/)
    const top = folder.split('/').at(-1)
    expect(of('1.png').folder).toBe(`${top}/a`)
    expect(of('2.jpg')).toMatchObject({ folder: `${top}/a/b`, type: 'jpeg', refusal: null })
  })

  it('refuses what no memory holds, and warns of what is too small', async () => {
    put('bomb.gif', gifBytes(30_000, 30_000))
    put('wide.gif', gifBytes(16_385, 10))
    put('many.gif', gifBytes(11_999, 11_999))
    put('tall.png', pngBytes(790, 15_000))
    put('panorama.jpg', jpegBytes(13_000, 900))
    put('dot.png', pngBytes(1, 1))
    put('fine.png', pngBytes(60, 60))
    const { of } = await scan()
    expect(of('bomb.gif').refusal).toMatch(/30000 x 30000 pixels/)
    expect(of('wide.gif').refusal).toMatch(/16385 x 10/)
    expect(of('many.gif').refusal).toMatch(/11999 x 11999/)
    expect(of('tall.png')).toMatchObject({ refusal: null, width: 790, height: 15_000 })
    expect(of('panorama.jpg')).toMatchObject({ refusal: null, width: 13_000, height: 900 })
    expect(of('dot.png')).toMatchObject({ refusal: null, warning: expect.stringMatching(/1 x 1/) })
    expect(of('fine.png')).toMatchObject({ refusal: null, warning: null })
  })

  it('tells pictures by their content, whatever their names are', async () => {
    put('really a png.jpg', pngBytes(60, 60))
    put('vector.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
    put('cut.jpg', jpegBytes(60, 60).subarray(0, 300))
    put('empty.png', Buffer.alloc(0))
    put(`${'é'.repeat(110)}😀%2F..%2F.png`, pngBytes(60, 60))
    const { files, of } = await scan()
    expect(of('really a png.jpg')).toMatchObject({ type: 'png', refusal: null })
    expect(of('vector.svg').refusal).toMatch(/SVG/)
    expect(of('cut.jpg').refusal).toMatch(/damaged/)
    expect(of('empty.png').refusal).toMatch(/empty/)
    expect(files.filter(({ refusal }) => refusal === null)).toHaveLength(2)
  })

  it('can be cancelled', async () => {
    put('1.png', pngBytes())
    const control = new AbortController()
    control.abort()
    await expect(scan([folder], control.signal)).rejects.toThrow(/abort/)
  })
})

describe('what has to be prepared', () => {
  const options = { longestSide: null, quality: 0.9, removeMetadata: false }
  const file = { type: 'jpeg' as const, bytes: 1000, width: 800, height: 3000, isTurned: false }

  it('is what the store does not take, is too large, or tells too much', () => {
    expect(prepareNeed(file, options)).toBeNull()
    expect(prepareNeed({ ...file, type: 'webp' }, options)).toBe('type')
    expect(prepareNeed(file, { ...options, longestSide: 2000 })).toBe('size')
    expect(prepareNeed({ ...file, bytes: 21 * 1024 * 1024 }, options)).toBe('bytes')
    expect(prepareNeed(file, { ...options, removeMetadata: true })).toBe('metadata')
    expect(prepareNeed({ ...file, isTurned: true }, { ...options, removeMetadata: true })).toBe('turned')
    expect(prepareNeed({ ...file, type: 'gif' }, { ...options, longestSide: 100, removeMetadata: true })).toBeNull()
  })

  it('is looked at as a bitmap too', async () => {
    put('old.bmp', bmpBytes(60, 60))
    expect(prepareNeed((await scan()).of('old.bmp'), options)).toBe('type')
  })
})
