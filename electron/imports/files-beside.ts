import { basename, dirname, join, sep } from 'node:path'
import { disk } from '../disk/disk'
import { onDisk } from '../pictures/disk-path'
import { walkFiles } from '../pictures/walk-folders'

const { realpath, stat } = disk.promises

/** More than these are not looked through; what lies right where its name says is found all the same. */
const mostFiles = 50_000

/** Where a name leads, or why to no file. */
type Place = { path: string } | { why: string }
export type FilesBeside = (name: string) => Promise<Place>

/** Names in a pasted table lead nowhere. */
export const noFiles: FilesBeside = async () => ({ why: pasted })

/**
 * The files in the folder of a table and in those below it, by the names that its cells have for them. What leads out of it, by its name or
 * by a link, is not read: a table may come from anybody.
 */
export function filesBeside(table: string): FilesBeside {
  const folder = dirname(table)
  let index: Promise<ReadonlyMap<string, Below[]>> | null = null

  return async (name) => {
    const parts = partsOf(name)
    if (!parts) return { why: outside }
    const direct = join(folder, ...parts)
    if (await isWithin(folder, direct)) return { path: direct }
    index ??= indexOf(folder)
    const found = await below(await index, parts)
    if (!('path' in found)) return found
    return (await isWithin(folder, found.path)) ? found : { why: outside }
  }
}

type Below = { path: string; key: string }

/** `null`: it names a place that is not below. */
function partsOf(name: string): string[] | null {
  const text = name.trim().replaceAll('\\', '/')
  const parts = text.replace(/^\.\//, '').split('/')
  const leadsOut = /^([a-z]+:|\/|~)/i.test(text) || parts.some((part) => part === '..' || part === '.' || part === '')
  return leadsOut ? null : parts
}

const keyOf = (parts: readonly string[]): string => parts.join('/').normalize('NFC').toLowerCase()

async function indexOf(folder: string): Promise<ReadonlyMap<string, Below[]>> {
  const byName = new Map<string, Below[]>()
  let count = 0
  for await (const file of walkFiles([folder])) {
    if (++count > mostFiles) break
    if ('reason' in file) continue
    const name = keyOf([file.name])
    const one = { path: file.path, key: keyOf([...file.folders.slice(1), file.name]) }
    const alike = byName.get(name)
    if (alike) alike.push(one)
    else byName.set(name, [one])
  }
  return byName
}

async function below(index: ReadonlyMap<string, Below[]>, parts: readonly string[]): Promise<Place> {
  const key = keyOf(parts)
  const alike = (index.get(keyOf(parts.slice(-1))) ?? []).filter((one) => `/${one.key}`.endsWith(`/${key}`))
  const nearest = alike.filter((one) => one.key === key)
  const [only, ...others] = nearest.length > 0 ? nearest : alike
  if (!only) return { why: missing }
  return others.length > 0 ? { why: several } : { path: only.path }
}

async function isWithin(folder: string, path: string): Promise<boolean> {
  try {
    if (!(await stat(onDisk(path))).isFile()) return false
    const [real, root] = await Promise.all([path, folder].map((each) => realpath(onDisk(each), 'buffer')))
    return (
      basename(path) !== '' && String(real?.toString('latin1')).startsWith(withEnd(String(root?.toString('latin1'))))
    )
  } catch {
    return false
  }
}

const withEnd = (folder: string): string => (folder.endsWith(sep) ? folder : `${folder}${sep}`)

const pasted = 'A pasted table lies in no folder, so its pictures are found by no name. Import it as a file.'
const outside = 'Only files in the folder of the table and below it are read. Put the picture there.'
const missing = 'No file of this name is in the folder of the table, or below it.'
const several =
  'Several files below the folder of the table are called so. Name the folder too, such as Mugs/front.jpg.'
