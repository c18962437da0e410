import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openCatalogue, type Catalogue } from '../catalogue/catalogue'
import { storageProblemOf } from '../catalogue/storage-error'

export type StoreFiles = ReturnType<typeof storeFiles>

/** Where one connection's data lives: everything in one folder, which goes with the connection. */
export function storeFiles(userData: string, connectionId: string) {
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

/** Opens the local copy. A damaged one is set aside, never deleted, and a fresh one is begun; `notice` then says so. */
export function openStoreCatalogue(
  files: StoreFiles,
  options: { now: () => number; log: (line: string) => void },
): { catalogue: Catalogue; notice: string | null } {
  mkdirSync(files.folder, { recursive: true, mode: 0o700 })
  try {
    return { catalogue: openCatalogue(files.database, options), notice: null }
  } catch (error) {
    if (storageProblemOf(error) !== 'damaged') throw error
    const aside = join(files.folder, `catalogue-damaged-${options.now()}.sqlite`)
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(files.database + suffix)) renameSync(files.database + suffix, aside + suffix)
    }
    const notice = `The local copy of this store was damaged. It was set aside as ${aside} and everything is read anew from the store. Changes that had not been sent are in that file only.`
    return { catalogue: openCatalogue(files.database, options), notice }
  }
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sum + sizeOf(path)
    return sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0)
  }, 0)
}
