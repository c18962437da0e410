import { basename, dirname } from 'node:path'
import { disk } from '../disk/disk'
import { onDisk, pathBelow } from './disk-path'

const { lstat, readdir } = disk.promises

/** The engine hands a name that is no text over with stand-ins: the path of the one file that reads like that, if one does. */
export async function handedOverPath(path: string): Promise<string> {
  const parent = dirname(path)
  if (!path.includes('\ufffd') || parent === path) return path
  try {
    if (await isThere(path)) return path
    const above = await handedOverPath(parent)
    const alike = (await readdir(onDisk(above), 'buffer')).filter((name) => name.toString() === basename(path))
    const [only] = alike
    return only && alike.length === 1 ? pathBelow(above, only) : path
  } catch {
    // Whoever opens it says why it cannot be read.
    return path
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
