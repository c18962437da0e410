import type { Stats } from 'node:fs'
import type { Sentence } from '../shared/sentence'
import { disk } from '../disk/disk'
import { onDisk, pathBelow, shownName } from './disk-path'
import { fileSentence } from './file-problem'
import { handedOverPath } from './handed-over-path'

const { readdir, realpath, stat } = disk.promises

export type FoundFile = { path: string; name: string } & ({ bytes: number } | { reason: Sentence })

/** A file together with the folders that led to it, from what was dropped downwards. */
export type WalkedFile = FoundFile & { folders: readonly string[] }

/** What an export calls the folder with files for buyers: whatever is in it, it is no picture of a product. */
export const buyersFolder = 'Files for buyers'

const passedOver = new Set([
  buyersFolder,
  '__MACOSX',
  'Thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '$RECYCLE.BIN',
  'System Volume Information',
])
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
/** Sorting more than this as a person would takes longer than a frame. */
const mostInOrder = 2000

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isPassedOver = (name: string): boolean => name.startsWith('.') || passedOver.has(name)

/**
 * The files behind dropped paths, folders opened up: in the order dropped, inside a folder by name (2 before 10). Hidden
 * and system files and those for buyers in folders are passed over and counted; what was named itself is always answered for.
 */
export async function* walkFiles(
  paths: readonly string[],
  onSkipped: (count: number) => void = () => {},
): AsyncGenerator<WalkedFile> {
  const seen = new Set<string>()
  const visited = new Set<string>()

  async function* visit(path: string, folders: readonly string[]): AsyncGenerator<WalkedFile> {
    if (seen.has(path)) return
    seen.add(path)
    const name = shownName(path)
    let entries: { path: string; name: string }[]
    try {
      const stats = await stat(onDisk(path))
      if (!stats.isDirectory()) {
        yield { path, name, folders, ...sizeOf(stats) }
        return
      }
      const real = (await realpath(onDisk(path), 'buffer')).toString('latin1')
      // A link that leads back up would go round forever.
      if (visited.has(real)) return yield { path, name, folders, reason: { says: 'folder-taken-already' } }
      visited.add(real)
      const names = await readdir(onDisk(path), 'buffer')
      entries = names.map((bytes) => ({ path: pathBelow(path, bytes), name: bytes.toString() }))
    } catch (error) {
      yield { path, name, folders, reason: fileSentence(error) }
      return
    }
    const shown = entries.filter((entry) => !isPassedOver(entry.name))
    if (shown.length < entries.length) onSkipped(entries.length - shown.length)
    if (shown.length === 0) yield { path, name, folders, reason: { says: 'folder-empty' } }
    const compare = shown.length > mostInOrder ? byCode : byName.compare
    shown.sort((a, b) => compare(a.name, b.name))
    for (const entry of shown) yield* visit(entry.path, [...folders, name])
  }

  for (const path of paths) yield* visit(await handedOverPath(path), [])
}

/** All of them at once; stops at `limit` files and says so. */
export async function walkFolders(paths: readonly string[], limit: number): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for await (const { folders: _, ...file } of walkFiles(paths)) {
    if (found.length === limit) {
      const last = paths[paths.length - 1] as string
      return [...found, { path: last, name: shownName(last), reason: { says: 'too-many-files', most: limit } }]
    }
    found.push(file)
  }
  return found
}

/** A pipe or a device would be read forever. */
function sizeOf(stats: Stats): { bytes: number } | { reason: Sentence } {
  return stats.isFile() ? { bytes: stats.size } : { reason: { says: 'file-is-a-device' } }
}
