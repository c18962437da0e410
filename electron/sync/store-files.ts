import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCatalogue, type Catalogue } from '../catalogue/catalogue'
import { dropOldCopies } from '../catalogue/copy-before'
import { storageError, storageProblemOf } from '../catalogue/storage-error'
import { askedAndNotMade, unreadNotice } from '../changes/asked-and-not-made'
import { describeChange } from '../changes/describe'
import { reindexThing } from '../changes/reindex-thing'
import { formatNumber } from '../shared/numbers/numbers'
import type { WrittenNews } from '../shared/written'

export type StoreFiles = ReturnType<typeof storeFiles>

/** Where one connection's data lives: everything in one folder, which goes with the connection. */
export function storeFiles(userData: string, connectionId: string) {
  if (!/^[A-Za-z0-9-]+$/.test(connectionId)) throw new Error('This is no name of a store’s folder.')
  const folder = join(userData, 'stores', connectionId)
  return {
    folder,
    database: join(folder, 'catalogue.sqlite'),
    staged: join(folder, 'staged'),
    pictures: join(folder, 'pictures'),
    size: (): number => sizeOf(folder),
    remove: (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/**
 * Opens the local copy. A damaged one is set aside, never deleted, and a fresh one is begun, with the changes that had not
 * been sent as far as they can be read; `notice` then says so. Damage that shows later is treated so at the next start.
 */
export function openStoreCatalogue(
  files: StoreFiles,
  options: { now: () => number; log: (line: string) => void; onWritten?: (news: WrittenNews) => void },
): { catalogue: Catalogue; notice: string | null } {
  const mark = `${files.database}.damaged`
  const onDamaged = () => {
    try {
      writeFileSync(mark, '')
    } catch (error) {
      options.log(`The damage could not be noted: ${String(error)}`)
    }
  }
  makeFolder(files.folder)
  const openIt = () => openCatalogue(files.database, { log: options.log, onDamaged, onWritten: options.onWritten })
  try {
    if (!existsSync(mark)) {
      const catalogue = openIt()
      try {
        dropOldCopies(files.database, options.now())
      } catch (error) {
        options.log(`A copy from before an update could not be removed: ${String(error)}`)
      }
      return { catalogue, notice: unreadNotice(catalogue) }
    }
  } catch (error) {
    if (storageProblemOf(error) !== 'damaged') throw error
  }
  const aside = setAside(files, options.now())
  rmSync(mark, { force: true })
  const catalogue = openIt()
  const { productIds, isWhole } = catalogue.salvageFrom(aside)
  for (const productId of productIds) reindexThing(catalogue, productId)
  return { catalogue, notice: noticeOf(catalogue, aside, isWhole) }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw storageError('unwritable', error)
  }
}

function setAside(files: StoreFiles, now: number): string {
  const aside = join(files.folder, `catalogue-damaged-${now}.sqlite`)
  try {
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(files.database + suffix)) renameSync(files.database + suffix, aside + suffix)
    }
  } catch (error) {
    throw storageError('unwritable', error)
  }
  return aside
}

const namedAtMost = 5

function noticeOf(catalogue: Catalogue, aside: string, isWhole: boolean): string {
  const waiting = catalogue.changes.allOpen(100_000)
  const named = waiting.slice(0, namedAtMost).map((change) => `${change.productName}: ${describeChange(change)}`)
  const more = waiting.length > named.length ? ` and ${waiting.length - named.length} more` : ''
  const asked = askedAndNotMade(catalogue).length
  const kept = [
    ...(waiting.length > 0 ? [`Changes that had not been sent were taken over: ${named.join('; ')}${more}.`] : []),
    ...(asked > 0 ? [`${formatNumber(asked)} more that were saved and not made yet are made now.`] : []),
  ]
  const lost = isWhole ? '' : ' Parts of it cannot be read; a change that is missing here is in that file only.'
  return `The local copy of this store was damaged. It was set aside as ${aside} and everything is read anew from the store. ${kept.join(' ') || 'No unsent change was found in it.'}${lost}`
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sum + sizeOf(path)
    return sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0)
  }, 0)
}
