import { basename, dirname, join, sep } from 'node:path'
import { disk } from '../disk/disk'
import { onDisk } from '../pictures/disk-path'
import { walkFiles } from '../pictures/walk-folders'
import { assertGoesOn } from './cancelled'
import { cellSays, type CellReason } from '../shared/cell-reason'

const { realpath, stat } = disk.promises

/** More than these are not looked through; what lies right where its name says is found all the same. */
const mostOfAll = 500_000

/** Where a name leads, or why to no file. */
type Place = { path: string } | { why: CellReason }
export type FilesBeside = (name: string) => Promise<Place>

/** Names in a pasted table lead nowhere. */
export const noFiles: FilesBeside = async () => ({ why: cellSays('pasted') })

/** `names`: all that are going to be asked for. */
type Looking = { names: Iterable<string>; signal: AbortSignal; mostFiles?: number }

/**
 * The files in the folder of a table and in those below it, by the names that its cells have for them. What leads out of it, by its name or
 * by a link, is not read: a table may come from anybody.
 */
export function filesBeside(table: string, { names, signal, mostFiles = mostOfAll }: Looking): FilesBeside {
  const folder = dirname(table)
  let index: Promise<Index> | null = null

  return async (name) => {
    const parts = partsOf(name)
    if (!parts) return { why: cellSays('outside-folder') }
    const direct = join(folder, ...parts)
    if (await isWithin(folder, direct)) return { path: direct }
    index ??= indexOf(folder, { names, signal, mostFiles })
    const found = await below(await index, parts)
    if (!('path' in found)) return found
    return (await isWithin(folder, found.path)) ? found : { why: cellSays('outside-folder') }
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

/** `beyond`: there are more files than this, which were not looked through. */
type Index = { byName: ReadonlyMap<string, Below[]>; beyond: number | null }

async function indexOf(folder: string, { names, signal, mostFiles }: Required<Looking>): Promise<Index> {
  const byName = new Map<string, Below[]>()
  for (const name of names) byName.set(keyOf((partsOf(name) ?? []).slice(-1)), [])
  let count = 0
  for await (const file of walkFiles([folder])) {
    assertGoesOn(signal)
    if (++count > mostFiles) return { byName, beyond: mostFiles }
    if ('reason' in file) continue
    byName.get(keyOf([file.name]))?.push({ path: file.path, key: keyOf([...file.folders.slice(1), file.name]) })
  }
  return { byName, beyond: null }
}

async function below({ byName, beyond }: Index, parts: readonly string[]): Promise<Place> {
  const key = keyOf(parts)
  const alike = (byName.get(keyOf(parts.slice(-1))) ?? []).filter((one) => `/${one.key}`.endsWith(`/${key}`))
  const nearest = alike.filter((one) => one.key === key)
  const [only, ...others] = nearest.length > 0 ? nearest : alike
  if (!only) return { why: beyond === null ? cellSays('no-such-file') : { says: 'not-among-files', count: beyond } }
  return others.length > 0 ? { why: cellSays('several-files') } : { path: only.path }
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
