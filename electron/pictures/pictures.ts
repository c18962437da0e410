import { AppError } from '../shared/errors'
import type { FileToken } from '../shared/file-token'
import type { PictureIntake, StagedPicture } from '../shared/picture-intake'
import { sentenceText } from '../shared/words/sentence'
import { checkPictureUrl, type PictureLink } from './check-url'
import type { Fetch } from '../web/download'
import type { FileTokens } from './file-tokens'
import { inspectPictures } from './inspect'
import { readyToOpen, readyToShow } from './mend-picture'
import type { CachedPicture } from './download-picture'
import type { PictureCache } from './picture-cache'
import { readSource } from './read-source'
import type { Staging } from './staging'

const maxLinks = 50_000

type Parts = {
  /** Throws AppError 'not-found' for a connection that does not exist. */
  stagingOf: (connectionId: string) => Staging
  cache: Pick<PictureCache, 'get'>
  fetch: Fetch
  tokens: FileTokens
}

/**
 * The window's calls about pictures. Files are those that a person dropped or chose, links those that passed the check; what
 * is read for the window is looked at once more, because a file may be another by then.
 */
export function createPictures({ stagingOf, cache, fetch, tokens }: Parts) {
  const checkedLinks = new Set<string>()

  async function inspect({ files }: { files: FileToken[] }): Promise<PictureIntake[]> {
    const verdicts = await inspectPictures(files.map(tokens.pathOf))
    return verdicts.map(({ path, ...verdict }) => {
      const file = tokens.tokenOf(path)
      if (!verdict.ok) return { ...verdict, file, reason: sentenceText(verdict.reason) }
      return { ...verdict, file, note: verdict.note && sentenceText(verdict.note) }
    })
  }

  async function stage({ connectionId, file }: { connectionId: string; file: FileToken }): Promise<StagedPicture> {
    return stagingOf(connectionId).stage(tokens.pathOf(file))
  }

  const stageForBuyers = ({ connectionId, file }: { connectionId: string; file: FileToken }) =>
    stagingOf(connectionId).stageForBuyers(tokens.pathOf(file))

  async function stageBytes(input: { connectionId: string; name: string; bytes: Uint8Array }): Promise<StagedPicture> {
    return stagingOf(input.connectionId).stageBytes(input.name, input.bytes)
  }

  /** The bytes of a file, for the window to convert. */
  async function read({ file }: { file: FileToken }): Promise<Uint8Array<ArrayBuffer>> {
    return readyToOpen(await readSource(tokens.pathOf(file)))
  }

  /** What a link leads to, for the window to convert. */
  async function readLink({ url }: { url: string }): Promise<Uint8Array<ArrayBuffer>> {
    if (!checkedLinks.has(url)) throw new AppError('invalid-input', 'This link was not checked yet. Add it again.')
    return readyToOpen(new Uint8Array((await cache.get(url)).bytes))
  }

  /** A staged picture as the window shows it. */
  async function showStaged(connectionId: string, hash: string): Promise<CachedPicture> {
    return readyToShow(await stagingOf(connectionId).read(hash))
  }

  async function checkUrl({ url }: { url: string }): Promise<PictureLink> {
    const link = await checkPictureUrl(url, fetch)
    checkedLinks.delete(url)
    checkedLinks.add(url)
    for (const oldest of checkedLinks) {
      if (checkedLinks.size <= maxLinks) break
      checkedLinks.delete(oldest)
    }
    return link
  }

  return { inspect, stage, stageForBuyers, stageBytes, read, readLink, checkUrl, showStaged }
}
