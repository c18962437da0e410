import { basename, dirname, extname, join } from 'node:path'
import { z } from 'zod'
import { disk } from '../disk/disk'
import { folderStamp, type PlaceOfFolder } from '../disk/folder-beside'

/** A folder as it was written. */
export const keptFolderSchema = z.strictObject({ path: z.string(), stamp: z.string().nullable() })

/** Where the pictures go of what is written at a path: nothing gives way to them but what was written here, and is as it was. */
export async function folderFor(path: string, before: z.infer<typeof keptFolderSchema> | null): Promise<PlaceOfFolder> {
  const name = `${basename(path, extname(path))} pictures`
  for (let number = 1; ; number += 1) {
    const folder = join(dirname(path), number === 1 ? name : `${name} ${number}`)
    if (!(await isThere(folder))) return { path: folder, stamp: null }
    if (folder === before?.path && before.stamp !== null && before.stamp === (await folderStamp(folder))) return before
  }
}

const isThere = (path: string): Promise<boolean> =>
  disk.promises.stat(path).then(
    () => true,
    () => false,
  )
