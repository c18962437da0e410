import type { Entry, ZipFile } from 'yauzl'
import { shownName } from '../pictures/disk-path'
import { fileSentence } from '../pictures/file-problem'
import { openFile } from '../pictures/open-file'
import type { Thing } from '../shared/change-address'
import { AppError } from '../shared/errors'
import { aboutFile, archivedThings, readAbout, thingFiles, type ArchiveAbout } from './archive-format'
import { damagedArchive, newerArchive, noArchive, ofAnotherStore, tooLargeArchive } from './archive-problem'
import { listedJson } from './listed-json'
import { DamagedZip, entriesOf, HugeZip, openZip, unpacked } from './zip-entries'

export type ReadThing = { thing: Thing; is: Record<string, unknown> }
type Archive = { about: ArchiveAbout; things: () => AsyncGenerator<ReadThing> }

const mostAboutBytes = 64 * 1024
/** A million products with all their texts. */
const mostListBytes = 8 * 1024 ** 3
const mostThings = 2_000_000

/**
 * Opens an archive of this store while `read` reads it. Whatever it is, nothing of it is believed before it was looked at: throws AppError
 * 'invalid-input' with a sentence of what it is instead, 'not-found' where it cannot be read.
 */
export async function withArchive<T>(
  path: string,
  storeId: number,
  read: (archive: Archive) => Promise<T>,
): Promise<T> {
  const name = shownName(path)
  const { handle } = await openFile(path).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError('not-found', fileSentence(error), { cause: error })
  })
  try {
    const zip = await openZip(handle).catch((error: unknown) => {
      throw noArchive(name, error)
    })
    const names = [aboutFile, ...archivedThings.map((thing) => thingFiles[thing])]
    const entries = await entriesOf(zip, names).catch((error: unknown) => {
      throw asProblem(name, error)
    })
    const about = await aboutOf(zip, entries, { name, storeId })
    return await read({ about, things: () => thingsIn(zip, entries, about, name) })
  } finally {
    await handle.close()
  }
}

async function aboutOf(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  { name, storeId }: { name: string; storeId: number },
): Promise<ArchiveAbout> {
  const entry = entries.get(aboutFile)
  if (!entry) throw noArchive(name)
  const about = readAbout(await jsonIn(zip, entry, name))
  if (about === null) throw noArchive(name)
  if (about === 'newer') throw newerArchive(name)
  if (about.store.id !== storeId) throw ofAnotherStore(name, about.store)
  if (archivedThings.some((thing) => about.counts[thing] > mostThings)) throw tooLargeArchive(name)
  return about
}

async function jsonIn(zip: ZipFile, entry: Entry, name: string): Promise<unknown> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of unpacked(zip, entry, mostAboutBytes)) pieces.push(piece)
    return JSON.parse(Buffer.concat(pieces).toString())
  } catch (error) {
    throw asProblem(name, error)
  }
}

/** Throws where it ends with more or fewer things than it says. */
async function* thingsIn(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  { counts }: ArchiveAbout,
  name: string,
): AsyncGenerator<ReadThing> {
  for (const thing of archivedThings) {
    const entry = entries.get(thingFiles[thing])
    if (!entry) throw damagedArchive(name)
    let left = counts[thing]
    const all = listedJson(unpacked(zip, entry, mostListBytes))
    for (;;) {
      const next = await all.next().catch((error: unknown) => {
        throw asProblem(name, error)
      })
      if (next.done) break
      if (left-- === 0) throw damagedArchive(name)
      yield { thing, is: next.value }
    }
    if (left > 0) throw damagedArchive(name)
  }
}

/** What the disk says stays as it is; everything else lies in the file. */
function asProblem(name: string, error: unknown): unknown {
  if (error instanceof AppError) return error
  if (error instanceof HugeZip) return tooLargeArchive(name)
  if (error instanceof Error && 'syscall' in error) {
    return new AppError('not-found', fileSentence(error), { cause: error })
  }
  return error instanceof DamagedZip || error instanceof Error ? damagedArchive(name, error) : error
}
