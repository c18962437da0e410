import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { webAddress, type Fetch } from '../web/download'
import { AppError } from '../shared/errors'
import { downloadPicture, pictureOf, type CachedPicture } from './download-picture'
import { mapLimited } from './map-limited'
import { createNewestFirst } from './newest-first'

export type PictureCache = ReturnType<typeof createPictureCache>
type Parts = { folder: string; fetch: Fetch; maxBytes: number; timeLimitMs?: number; now?: () => number }

const downloadsAtOnce = 6
const maxWaiting = 300
const day = 86_400_000

/**
 * Pictures of the store on this disk, shown offline too. A URL names one picture for ever (a replaced picture gets a new
 * one), so nothing here expires; what was not shown for longest goes when the folder holds more than `maxBytes`.
 */
export function createPictureCache({ folder, fetch, maxBytes, timeLimitMs = 30_000, now = Date.now }: Parts) {
  const inTurn = createNewestFirst({ atOnce: downloadsAtOnce, maxWaiting })
  const onTheWay = new Map<string, Promise<CachedPicture>>()
  let keptBytes: number | null = null
  let trimming: Promise<void> | null = null

  /** Throws AppError: 'offline', 'not-found' (no picture there), 'cancelled' (newer requests came first), 'invalid-input' (no http link). */
  async function get(link: string): Promise<CachedPicture> {
    const url = webAddress(link)
    const shared = onTheWay.get(url.href)
    if (shared) return shared
    const answer = fromDisk(url).then((kept) => kept ?? inTurn(() => download(url)))
    onTheWay.set(url.href, answer)
    try {
      return await answer
    } finally {
      onTheWay.delete(url.href)
    }
  }

  /** What is on the disk already: nothing is loaded. Throws AppError: 'not-found', 'invalid-input'. */
  async function kept(link: string): Promise<CachedPicture> {
    const picture = await fromDisk(webAddress(link))
    if (!picture) throw new AppError('not-found', 'This picture is not on this computer.')
    return picture
  }

  function pathOf(url: URL): string {
    const name = createHash('sha256').update(url.href).digest('hex')
    return join(folder, name.slice(0, 2), name)
  }

  async function fromDisk(url: URL): Promise<CachedPicture | null> {
    const path = pathOf(url)
    const bytes = await readFile(path).catch(() => null)
    const picture = bytes && pictureOf(bytes)
    if (!picture) return null
    void markUsed(path)
    return picture
  }

  async function download(url: URL): Promise<CachedPicture> {
    const picture = await downloadPicture(fetch, url, AbortSignal.timeout(timeLimitMs))
    // A full disk costs the copy, not the picture on the screen.
    await keep(pathOf(url), picture.bytes).catch(() => {})
    return picture
  }

  async function keep(path: string, bytes: Buffer): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    const draft = `${path}.${randomUUID()}.part`
    try {
      await writeFile(draft, bytes)
      await rename(draft, path)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
    if (keptBytes !== null) keptBytes += bytes.length
    if (keptBytes === null || keptBytes > maxBytes) await trim()
  }

  /** Deletes what was not shown for longest until a tenth of the room is free again. */
  function trim(): Promise<void> {
    trimming ??= trimNow().finally(() => {
      trimming = null
    })
    return trimming
  }

  async function trimNow(): Promise<void> {
    const files = await listFiles()
    let total = files.reduce((sum, file) => sum + file.bytes, 0)
    if (total > maxBytes) {
      for (const file of files.sort((a, b) => a.usedAt - b.usedAt)) {
        if (total <= maxBytes * 0.9) break
        await rm(file.path, { force: true })
        total -= file.bytes
      }
    }
    keptBytes = total
  }

  async function listFiles(): Promise<{ path: string; bytes: number; usedAt: number }[]> {
    const names = await readdir(folder, { withFileTypes: true }).catch(() => [])
    const shelves = names.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name))
    const lists = await mapLimited(shelves, 4, async (shelf) =>
      Promise.all(
        (await readdir(shelf).catch(() => [])).map(async (name) => {
          const path = join(shelf, name)
          const stats = await stat(path).catch(() => null)
          return stats && { path, bytes: stats.size, usedAt: stats.mtimeMs }
        }),
      ),
    )
    return lists.flat().filter((file) => file !== null)
  }

  /** The file's time is its last use, to the day: enough to choose by, and not a disk write per picture shown. */
  async function markUsed(path: string): Promise<void> {
    try {
      if (now() - (await stat(path)).mtimeMs < day) return
      await utimes(path, now() / 1000, now() / 1000)
    } catch {
      // Gone meanwhile.
    }
  }

  return { get, kept }
}
