import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../shared/errors'
import { maxFileBytes, maxPictureBytes, storePictureTypes, type StagedPicture } from '../shared/picture-intake'
import { fileSource } from './byte-source'
import { checkPicture, tooLarge } from './check-picture'
import { shownName } from './disk-path'
import { errorCodeOf, fileSentence, keepingProblem } from './file-problem'
import { joinMend } from './mend-picture'
import { filePieces } from './open-file'
import type { Mend } from './picture-damage'
import { says } from '../shared/sentence'
import { createTurns } from '../shared/turns'

export type Staging = ReturnType<typeof createStaging>

const hashName = /^[0-9a-f]{64}$/
const hour = 3_600_000
const tooLargeForBuyers = 'The file is larger than 2 GB, which is the most that is sent from here.'

/**
 * Pictures on their way to the store, one file per content hash: the originals may be moved, changed or unplugged
 * meanwhile. What counts is what was copied; it is checked after copying.
 */
export function createStaging({ folder, now = Date.now }: { folder: string; now?: () => number }) {
  const pathOf = (hash: string): string => join(folder, hash)
  /** What is found here already and what is deleted from here: neither may happen within the other. */
  const inTurn = createTurns()

  /**
   * Copies a file; whoever needs the copy hears its hash before anybody could delete it. Throws AppError 'invalid-input' with a
   * sentence when it is no picture the store takes, 'storage' when the disk fails.
   */
  async function stage(path: string, onHash?: (hash: string) => void): Promise<StagedPicture> {
    return keep(shownName(path), readPieces(path), onHash)
  }

  async function stageBytes(name: string, bytes: Uint8Array): Promise<StagedPicture> {
    return keep(name, [bytes])
  }

  /** Under a name of its own until `fill` has made all of it, then under its hash; on disk for certain before a change refers to it. */
  async function keepWhole<Made extends Written>(
    fill: (handle: FileHandle) => Promise<Made>,
    onHash?: (hash: string) => void,
  ): Promise<Made> {
    const draft = join(folder, `${randomUUID()}.part`)
    try {
      const handle = await openDraft(draft)
      try {
        const made = await fill(handle)
        await handle.sync()
        await handle.close()
        onHash?.(made.hash)
        await inTurn(() => settle(draft, made.hash, made.bytes))
        return made
      } finally {
        await handle.close().catch(() => {})
      }
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {})
      throw error instanceof AppError ? error : keepingProblem(error)
    }
  }

  const keep = (
    name: string,
    pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    onHash?: (hash: string) => void,
  ): Promise<StagedPicture> =>
    keepWhole(async (handle) => {
      const written = await write(handle, pieces, maxPictureBytes)
      const check = await checkPicture(fileSource(handle, written.bytes), { anyPixels: true })
      if (!check.ok) throw new AppError('invalid-input', check.reason)
      const { type, width, height, mend } = check
      if (!storePictureTypes.includes(type)) throw new AppError('invalid-input', { says: 'not-converted' })
      const { hash, bytes } = mend ? await rewrite(handle, written.bytes, mend) : written
      return { hash, name, type, bytes, width, height, sourceHash: written.hash }
    }, onHash)

  /** The same picture twice is one file; it may be open for sending right now, so it is not written over. */
  async function settle(draft: string, hash: string, bytes: number): Promise<void> {
    const present = await stat(pathOf(hash)).catch(() => null)
    if (present?.size !== bytes) return rename(draft, pathOf(hash))
    const seconds = now() / 1000
    await utimes(pathOf(hash), seconds, seconds)
    await rm(draft, { force: true })
  }

  async function openDraft(path: string): Promise<FileHandle> {
    await mkdir(folder, { recursive: true })
    return open(path, 'wx+', 0o600)
  }

  /** Path and length of a staged picture. Throws AppError 'not-found' when it is gone. */
  async function find(hash: string): Promise<{ path: string; bytes: number }> {
    const path = pathOf(checkedHash(hash))
    try {
      return { path, bytes: (await stat(path)).size }
    } catch (error) {
      throw missing(error)
    }
  }

  /** The bytes of a staged picture, compared with their hash. Throws AppError 'not-found' or 'storage'. */
  async function read(hash: string): Promise<Buffer<ArrayBuffer>> {
    let bytes: Buffer<ArrayBuffer>
    try {
      bytes = await readFile(pathOf(checkedHash(hash)))
    } catch (error) {
      throw missing(error)
    }
    if (createHash('sha256').update(bytes).digest('hex') === hash) return bytes
    throw new AppError('storage', says('copy-damaged'))
  }

  /**
   * Deletes what nobody needs any more. Files younger than `graceMs` stay: they may have been staged for a change
   * that is being written right now.
   */
  const release = (needed: Iterable<string>, graceMs = hour): Promise<void> =>
    inTurn(() => releaseNow(new Set(needed), graceMs))

  async function releaseNow(keepers: ReadonlySet<string>, graceMs: number): Promise<void> {
    for (const name of await readdir(folder).catch(() => [])) {
      if (keepers.has(name)) continue
      if (!hashName.test(name) && !name.endsWith('.part')) continue
      const path = join(folder, name)
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
      if (mtimeMs <= now() - graceMs) await rm(path, { force: true }).catch(() => {})
    }
  }

  /** Deletes those that are `free` when their turn comes, but for those that somebody staged within `graceMs`, which it answers. */
  const discard = (free: () => Iterable<string>, graceMs: number): Promise<string[]> =>
    inTurn(() => discardNow(free(), graceMs))

  async function discardNow(hashes: Iterable<string>, graceMs: number): Promise<string[]> {
    const young: string[] = []
    for (const hash of hashes) {
      const path = pathOf(checkedHash(hash))
      const found = await stat(path).catch(() => null)
      if (!found) continue
      if (found.mtimeMs > now() - graceMs) young.push(hash)
      else await rm(path, { force: true }).catch(() => {})
    }
    return young
  }

  /** Keeps a file for buyers, whatever it is: it goes to the store as it is. */
  async function stageFile(pieces: AsyncIterable<Uint8Array>): Promise<{ hash: string; size: number }> {
    const { hash, bytes: size } = await keepWhole((handle) => write(handle, pieces, maxFileBytes))
    return { hash, size }
  }

  /** The same for one of this disk; `name`: as it is shown. */
  async function stageForBuyers(path: string): Promise<{ hash: string; size: number; name: string }> {
    const staged = await stageFile(readPieces(path))
    if (staged.size === 0) throw new AppError('invalid-input', 'The file is empty.')
    return { ...staged, name: shownName(path) }
  }

  /** Where a staged file is, after its content was compared with its hash. Throws AppError 'not-found' or 'storage'. */
  async function fileOf(hash: string): Promise<{ path: string; size: number }> {
    const { path, bytes: size } = await find(hash)
    const content = createHash('sha256')
    for await (const piece of readPieces(path)) content.update(piece)
    if (content.digest('hex') !== hash) throw new AppError('storage', says('copy-damaged'))
    return { path, size }
  }

  return { stage, stageBytes, stageFile, stageForBuyers, fileOf, find, read, release, discard }
}

type Written = { hash: string; bytes: number }

/** The shop might choke on a sloppy wrapping, so it is put right in place. */
async function rewrite(handle: FileHandle, bytes: number, mend: Mend): Promise<Written> {
  const whole = Buffer.alloc(bytes)
  await handle.read(whole, 0, bytes, 0)
  const mended = joinMend(whole, mend)
  await handle.truncate(0)
  await handle.write(mended, 0, mended.length, 0)
  return { hash: createHash('sha256').update(mended).digest('hex'), bytes: mended.length }
}

async function write(handle: FileHandle, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, most: number) {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of pieces) {
    hash.update(piece)
    bytes += piece.byteLength
    // A file that grows while it is read must not fill the disk.
    if (bytes > most) throw new AppError('invalid-input', most === maxFileBytes ? tooLargeForBuyers : tooLarge(bytes))
    await handle.writeFile(piece)
  }
  return { hash: hash.digest('hex'), bytes }
}

async function* readPieces(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const piece of filePieces(path)) yield piece
  } catch (error) {
    throw new AppError('not-found', fileSentence(error), { cause: error })
  }
}

function checkedHash(hash: string): string {
  if (!hashName.test(hash)) throw new AppError('not-found', 'There is no such picture on this computer.')
  return hash
}

function missing(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (errorCodeOf(error) !== 'ENOENT') return keepingProblem(error)
  return new AppError('not-found', says('copy-gone'))
}
