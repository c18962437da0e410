import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewPictureJobFile } from '../../../../../electron/catalogue/picture-job-file-record'
import { hashFile } from '../../../../../electron/pictures/jobs/scan/hash-file'
import { readSource } from '../../../../../electron/pictures/read-source'
import { scanFiles } from '../../../../../electron/pictures/jobs/scan/scan-files'
import { createStaging } from '../../../../../electron/pictures/staging'
import { toErrorInfo } from '../../../../../electron/shared/errors'
import { hugeClaims } from '../../../../support/huge-claims'
import { jpegBytes, pngBytes, webpLossy } from '../../../../support/picture-files'
import { sentenceText } from '../../../../../electron/shared/words/sentence'

let top: string
let folder: string
const servers: Server[] = []
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'stockroom-hostile-'))
  folder = join(top, 'shoot')
  mkdirSync(folder)
})
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  rmSync(top, { recursive: true, force: true })
})

function put(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

/** As its owner reads it. */
const inWords = ({ refusal, ...file }: NewPictureJobFile) => ({ ...file, refusal: refusal && sentenceText(refusal) })

async function scan(...paths: string[]) {
  const files: ReturnType<typeof inWords>[] = []
  await scanFiles(paths.length > 0 ? paths : [folder], {
    signal: new AbortController().signal,
    onFound: () => {},
    onChecked: (checked) => files.push(...checked.map(inWords)),
  })
  return files
}

const staged = () => join(top, 'staged')
const staging = () => createStaging({ folder: staged() })
/** As much as is copied by now, whole or not. */
const stagedBytes = () => {
  const names = existsSync(staged()) ? readdirSync(staged()) : []
  return names.reduce((sum, name) => sum + (statSync(join(staged(), name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: unknown) => toErrorInfo(error).message,
  )

describe('what claims more pixels than any memory holds', () => {
  it.each(Object.entries(hugeClaims(30_000)))('is refused before anything is decoded: %s', async (type, bytes) => {
    put(`bomb.${type}`, bytes)
    const [file] = await scan()
    expect(file?.refusal).toMatch(/^The picture is 30000 x 30000 pixels; at most 16384 a side.*Save it smaller/)
  })

  it('is refused with fewer pixels where more memory is needed', async () => {
    const { heic, tiff, png } = hugeClaims(9000)
    put('1.heic', heic ?? Buffer.alloc(0))
    put('2.tiff', tiff ?? Buffer.alloc(0))
    put('3.png', png ?? Buffer.alloc(0))
    const [photo, scanned, drawing] = await scan()
    for (const file of [photo, scanned]) expect(file?.refusal).toMatch(/9000 x 9000 pixels; at most 64 million/)
    expect(drawing?.refusal).toBeNull()
  })
})

describe('what is no file', () => {
  const sentence = 'This is a device or a pipe, not a file with a picture in it.'

  it('is not waited for: a pipe, a socket, a device', async () => {
    execFileSync('mkfifo', [join(folder, '1.jpg')])
    const server = createServer()
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(join(folder, '2.jpg'), resolve))
    symlinkSync('/dev/zero', join(folder, '3.jpg'))
    put('4.png', pngBytes())
    expect((await scan()).map(({ refusal }) => refusal)).toEqual([sentence, sentence, sentence, null])
  })

  it('is not waited for either when it took the place of a picture after the scan', async () => {
    const path = put('1.png', pngBytes())
    await scan()
    rmSync(path)
    execFileSync('mkfifo', [path])
    expect(await reasonOf(staging().stage(path))).toBe(sentence)
    expect(await reasonOf(readSource(path))).toBe(sentence)
    expect(await reasonOf(hashFile(path))).toBe(sentence)
  })
})

describe('a folder without permission', () => {
  it('is a sentence, and the files beside it are taken', async () => {
    put('locked/1.png', pngBytes())
    put('2.png', pngBytes())
    put('3.png', pngBytes())
    chmodSync(top, 0o755)
    chmodSync(join(folder, 'locked'), 0)
    chmodSync(join(folder, '3.png'), 0)
    const files = await asNobody(() => scan())
    const refusals = Object.fromEntries(files.map(({ name, refusal }) => [name, refusal]))
    const sentence =
      'This account may not open it. Allow it to read the file or folder, or copy it elsewhere, and add it again.'
    expect(refusals).toEqual({ locked: sentence, '2.png': null, '3.png': sentence })
  })
})

/** Root may open everything; so this is done as somebody who may not. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0 || !process.seteuid) return work()
  process.seteuid(65_534)
  try {
    return await work()
  } finally {
    process.seteuid(0)
  }
}

describe('a file that changes after it was looked at', () => {
  it('is refused when it was cut off meanwhile', async () => {
    const path = put('1.png', pngBytes(200, 100, { noise: true }))
    expect((await scan())[0]?.refusal).toBeNull()
    truncateSync(path, 9000)
    expect(await reasonOf(staging().stage(path))).toMatch(/^The PNG file is damaged: its end is missing/)
  })

  it('is copied as it is now when it was replaced by another picture', async () => {
    const path = put('1.png', pngBytes())
    await scan()
    writeFileSync(path, jpegBytes(50, 40))
    expect(await staging().stage(path)).toMatchObject({ type: 'jpeg', width: 50, height: 40 })
  })

  it('is refused when what is there now cannot be sent', async () => {
    const path = put('1.png', pngBytes())
    await scan()
    writeFileSync(path, webpLossy)
    expect(await reasonOf(staging().stage(path))).toMatch(/was not converted/)
    rmSync(path)
    mkdirSync(path)
    expect(await reasonOf(staging().stage(path))).toMatch(/not a file/)
    rmSync(path, { recursive: true })
    expect(await reasonOf(staging().stage(path))).toMatch(/no longer there/)
  })

  it('has an end also while it grows without one', async () => {
    const path = put('1.png', pngBytes(300, 300, { noise: true }))
    let isDone = false
    let isGrowing = false
    const grow = () => {
      if (isDone) return
      // Once the copy has its first bytes: until then, on a busy machine, it would grow to more than any picture may have.
      isGrowing ||= stagedBytes() > 0
      if (isGrowing) appendFileSync(path, Buffer.alloc(64 * 1024))
      setImmediate(grow)
    }
    grow()
    const copied = await reasonOf(staging().stage(path))
    const read = await readSource(path)
    await hashFile(path)
    isDone = true
    expect(copied).toBe('taken')
    expect(read.length).toBeGreaterThan(360_000)
  })
})

describe('names that are traps elsewhere', () => {
  it.each([
    'a%2F..%2Fb.png',
    '..png',
    '...',
    `${'n'.repeat(251)}.png`,
    `${'😀'.repeat(62)}.png`,
    "a'; DROP TABLE x.png",
  ])('%s is a name like any other', async (name) => {
    const path = put(name, pngBytes())
    const [file] = await scan(path)
    expect(file).toMatchObject({ name, path, refusal: null })
    expect(await staging().stage(path)).toMatchObject({ name })
  })
})

/** Systems with other names than bytes refuse to make such a file. */
describe.runIf(process.platform === 'linux')('names that are no text', () => {
  const bytesOf = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')])

  it('are shown with a stand-in, told apart, read and copied', async () => {
    const contents = [1, 2, 3, 4].map((shade) => pngBytes(60, 60, { shade }))
    const names = ['fa\xe7ade 100%.png', 'fa\xe8ade 100%.png', 'd\xe9j\xe0/%41\xff.png', 'd\xe9j\xe0/%41.png']
    mkdirSync(bytesOf('d\xe9j\xe0'))
    names.forEach((name, at) => writeFileSync(bytesOf(name), contents[at]!))
    put('real \ufffd.png', pngBytes(60, 60, { shade: 5 }))
    const files = await scan()
    expect(files.map(({ folder: above, name, refusal }) => [above, name, refusal])).toEqual(
      expect.arrayContaining([
        ['shoot', 'fa\ufffdade 100%.png', null],
        ['shoot', 'fa\ufffdade 100%.png', null],
        ['shoot/d\ufffdj\ufffd', '%41\ufffd.png', null],
        ['shoot/d\ufffdj\ufffd', '%41.png', null],
        ['shoot', 'real \ufffd.png', null],
      ]),
    )
    expect(new Set(files.map(({ path }) => path)).size).toBe(5)
    const copied = await Promise.all(files.map(({ path }) => staging().stage(path)))
    expect(copied.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
    const read = await Promise.all(files.map(async ({ path }) => Buffer.from(await readSource(path)).toString('hex')))
    expect(new Set(read)).toEqual(
      new Set([...contents, pngBytes(60, 60, { shade: 5 })].map((bytes) => bytes.toString('hex'))),
    )
  })

  it('are walked below a folder whose own name is no text', async () => {
    mkdirSync(bytesOf('\xff'))
    mkdirSync(bytesOf('\xfe'))
    writeFileSync(bytesOf('\xff/1.png'), pngBytes())
    writeFileSync(bytesOf('\xfe/2.png'), pngBytes())
    const files = await scan()
    expect(files.map(({ name, refusal }) => [name, refusal])).toEqual(
      expect.arrayContaining([
        ['1.png', null],
        ['2.png', null],
      ]),
    )
    expect((await scan(...files.map(({ path }) => path))).map(({ name }) => name)).toEqual(
      files.map(({ name }) => name),
    )
  })

  it('are found when they are handed over with stand-ins, as long as one file alone reads like that', async () => {
    mkdirSync(bytesOf('\xff'))
    writeFileSync(bytesOf('\xff/\xe9.png'), pngBytes())
    const path = join(folder, '\ufffd', '\ufffd.png')
    expect(await scan(path)).toMatchObject([{ name: '\ufffd.png', refusal: null }])
    writeFileSync(bytesOf('\xff/\xe8.png'), pngBytes())
    expect((await scan(path))[0]?.refusal).toMatch(/no longer there/)
  })
})
