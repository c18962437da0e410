import { dirname, join } from 'node:path'
import { filesOf } from '../changes/files'
import { createPacer } from '../changes/pacer'
import { disk } from '../disk/disk'
import type { FolderBeside } from '../disk/folder-beside'
import { writeDownload } from '../disk/write-download'
import { notWritten } from '../disk/write-whole'
import type { Ecwid } from '../ecwid/ecwid'
import { askInRounds } from '../pictures/ask-in-rounds'
import { filePieces } from '../pictures/open-file'
import { buyersFolder } from '../pictures/walk-folders'
import type { afterMs } from '../shared/after-ms'
import { AppError } from '../shared/errors'
import type { RemoteFile } from '../shared/remote-product'
import { createBuyersFileNames } from './buyers-file-names'
import type { Exported } from './picture-names'

export type BuyersFileSources = {
  ecwid: Pick<Ecwid, 'downloadFile'>
  /** What waits to be sent. */
  fileOf: (hash: string) => Promise<{ path: string }>
}

type Parts = BuyersFileSources & {
  ecwidIdOf: (productId: number) => number | null
  folder: Pick<FolderBeside, 'draft'>
  signal: AbortSignal
  after?: typeof afterMs
  onFile: (written: boolean, title: string) => void
}

type Wanted = { ecwidId: number | null; file: RemoteFile; path: string; title: string }

/** They may be large, and have the line with all else that goes to the store. */
const filesAtOnce = 2

/** Writes the files for buyers of products into a folder of their own within that of the pictures. One that cannot be had is told of. */
export async function writeBuyersFiles(parts: Parts, products: AsyncIterable<Exported>): Promise<void> {
  const { signal, after, onFile } = parts
  const [all, inVain] = [join(parts.folder.draft, buyersFolder), new Set<string>()]
  const asked = askInRounds(wantedOf(parts, products, all), {
    ask: (wanted) => writeOne(parts, wanted),
    hostOf: () => '',
    atOnce: filesAtOnce,
    signal,
    ...(after && { after }),
  })
  for await (const { item, ...ended } of asked) {
    // Where this disk takes no more, no other file is asked for.
    if ('found' in ended && ended.found) throw ended.found
    if (!('found' in ended)) inVain.add(dirname(item.path))
    onFile('found' in ended, item.title)
  }
  // What is in one of them stays.
  for (const folder of [...inVain, all]) await disk.promises.rmdir(folder).catch(() => {})
}

async function* wantedOf({ ecwidIdOf }: Parts, products: AsyncIterable<Exported>, all: string): AsyncGenerator<Wanted> {
  const [pace, namesOf] = [createPacer(), createBuyersFileNames()]
  for await (const of of products) {
    const files = filesOf(of.product)
    if (files.length === 0) continue
    const ecwidId = ecwidIdOf(of.id)
    const { folder, names } = namesOf(of, files)
    for (const [at, file] of files.entries()) {
      const title = `${file.name || 'a file'} of ${of.product.sku || of.product.name}`
      yield { ecwidId, file, path: join(all, folder, names[at] ?? ''), title }
      await pace()
    }
  }
}

/** Null: it is there. What is answered is why this disk did not take it; throws AppError where it cannot be had. */
async function writeOne(parts: Parts, { path, ...wanted }: Wanted): Promise<AppError | null> {
  let refusal: AppError | null = null
  const take = async (pieces: AsyncIterable<Uint8Array>) => {
    await disk.promises.mkdir(dirname(path), { recursive: true }).catch(notWritten)
    await writeDownload(path, pieces, wanted.file.size ?? 0)
  }
  const taken = (pieces: AsyncIterable<Uint8Array>) =>
    take(pieces).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'storage') refusal = error
      throw error
    })
  await load(parts, wanted, taken).catch((error: unknown) => {
    if (!refusal) throw error
  })
  return refusal
}

async function load(
  { ecwid, fileOf, signal }: Parts,
  { ecwidId, file }: Pick<Wanted, 'ecwidId' | 'file'>,
  take: (pieces: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const { id, size = 0 } = file
  if (id < 0 && typeof file['hash'] === 'string') return take(filePieces((await fileOf(file['hash'])).path))
  if (id < 0 || ecwidId === null) throw new AppError('not-found', 'This file is not in the store.')
  return ecwid.downloadFile(ecwidId, { id, size }, take, { priority: 'pull', signal })
}
