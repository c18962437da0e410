import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileProblem } from './file-problem'

export type FoundFile = { path: string; name: string } & ({ bytes: number } | { reason: string })

const skipped = new Set([
  '__MACOSX',
  'Thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '$RECYCLE.BIN',
  'System Volume Information',
])
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/**
 * The files behind dropped paths, folders opened up: in the order dropped, inside a folder by name (2 before 10). Hidden
 * and system files in folders are passed over; what was named itself is always answered for. Stops at `limit` files.
 */
export async function walkFolders(paths: readonly string[], limit: number): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>()
  const visited = new Set<string>()
  let isFull = false

  async function visit(path: string): Promise<void> {
    if (isFull || found.has(path)) return
    if (found.size >= limit) {
      isFull = true
      return
    }
    const name = basename(path)
    try {
      const stats = await stat(path)
      if (stats.isDirectory()) await visitFolder(path, name)
      else found.set(path, { path, name, ...sizeOf(stats) })
    } catch (error) {
      found.set(path, { path, name, reason: fileProblem(error) })
    }
  }

  async function visitFolder(path: string, name: string): Promise<void> {
    const real = await realpath(path)
    // A link that leads back up would go round forever.
    if (visited.has(real)) return
    visited.add(real)
    const entries = (await readdir(path)).filter((entry) => !entry.startsWith('.') && !skipped.has(entry))
    if (entries.length === 0) found.set(path, { path, name, reason: 'There are no pictures in this folder.' })
    for (const entry of entries.sort(byName.compare)) await visit(join(path, entry))
  }

  for (const path of paths) await visit(path)
  if (!isFull) return [...found.values()]
  const last = paths[paths.length - 1] as string
  const reason = `That is more than ${limit} files at once; the rest was left out. Add them in smaller portions.`
  return [...found.values(), { path: last, name: basename(last), reason }]
}

/** A pipe or a device would be read forever. */
function sizeOf(stats: Stats): { bytes: number } | { reason: string } {
  return stats.isFile() ? { bytes: stats.size } : { reason: 'This is not a file.' }
}
