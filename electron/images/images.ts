import { AppError } from '../shared/errors'
import { maxSourceBytes, type PictureIntake, type StagedPicture } from '../shared/picture-intake'
import { tooLarge } from './check-picture'
import { checkPictureUrl, type PictureLink } from './check-url'
import type { Fetch } from './download'
import { fileProblem } from './file-problem'
import { inspectPictures } from './inspect'
import { readyToOpen, readyToShow } from './mend-picture'
import type { CachedPicture, PictureCache } from './picture-cache'
import { readUpTo } from './open-file'
import type { Staging } from './staging'

const maxRemembered = 50_000

type Parts = {
  /** Throws AppError 'not-found' for a connection that does not exist. */
  stagingOf: (connectionId: string) => Staging
  cache: Pick<PictureCache, 'get'>
  fetch: Fetch
}

/** The window's calls about pictures. Only files and links that just passed a check are read for it. */
export function createImages({ stagingOf, cache, fetch }: Parts) {
  const checked = new Set<string>()

  async function inspect({ paths }: { paths: string[] }): Promise<PictureIntake[]> {
    const verdicts = await inspectPictures(paths)
    for (const verdict of verdicts) if (verdict.ok) remember(verdict.path)
    return verdicts
  }

  async function stage({ connectionId, path }: { connectionId: string; path: string }): Promise<StagedPicture> {
    assertChecked(path)
    return stagingOf(connectionId).stage(path)
  }

  async function stageBytes(input: { connectionId: string; name: string; bytes: Uint8Array }): Promise<StagedPicture> {
    return stagingOf(input.connectionId).stageBytes(input.name, input.bytes)
  }

  /** The bytes of a file, or of what a link leads to, for the window to convert. */
  async function read({ path }: { path: string }): Promise<Uint8Array<ArrayBuffer>> {
    assertChecked(path)
    const isLink = /^https?:\/\//i.test(path)
    return readyToOpen(isLink ? new Uint8Array((await cache.get(path)).bytes) : await readWhole(path))
  }

  /** A staged picture as the window shows it. */
  async function showStaged(connectionId: string, hash: string): Promise<CachedPicture> {
    return readyToShow(await stagingOf(connectionId).read(hash))
  }

  /** Copies a picture that is about to leave the store, for an undo. Its hash, or undefined when it cannot be had. */
  async function keepCopy(connectionId: string, url: string): Promise<string | undefined> {
    try {
      const { bytes } = await cache.get(url)
      return (await stagingOf(connectionId).stageBytes('picture', bytes)).hash
    } catch {
      return undefined
    }
  }

  async function checkUrl({ url }: { url: string }): Promise<PictureLink> {
    const link = await checkPictureUrl(url, fetch)
    remember(url)
    return link
  }

  function remember(path: string): void {
    checked.delete(path)
    checked.add(path)
    if (checked.size <= maxRemembered) return
    for (const oldest of checked) {
      checked.delete(oldest)
      break
    }
  }

  function assertChecked(path: string): void {
    if (!checked.has(path)) throw new AppError('invalid-input', 'This file was not checked yet. Add it again.')
  }

  return { inspect, stage, stageBytes, read, checkUrl, showStaged, keepCopy }
}

async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const bytes = await readUpTo(path, maxSourceBytes)
    if (bytes === null) throw new AppError('invalid-input', tooLarge(maxSourceBytes + 1, maxSourceBytes))
    return bytes
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('not-found', fileProblem(error), { cause: error })
  }
}
