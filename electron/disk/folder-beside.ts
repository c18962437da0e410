import { createHash, randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { AppError } from '../shared/errors'
import { disk } from './disk'
import { notWritten } from './write-whole'

const { mkdir, readdir, rename, rm, stat } = disk.promises

/** `stamp` null: nothing is there. */
export type PlaceOfFolder = { path: string; stamp: string | null }
export type FolderBeside = Awaited<ReturnType<typeof createFolderBeside>>

/**
 * A folder that is filled under a name of its own, `draft`, and comes into its place in one step. What stood there comes back where it is
 * dropped in the end. `stamp`: of what may stand there; what is otherwise by then stays, and the folder does not come.
 */
export async function createFolderBeside({ path, stamp }: PlaceOfFolder) {
  const [draft, before] = [`${path}.${randomUUID()}.part`, `${path}.${randomUUID()}.old`]
  let [isPlaced, hadBefore] = [false, false]
  await mkdir(draft).catch(notWritten)
  return {
    path,
    draft,
    async place(): Promise<void> {
      if ((await folderStamp(path)) !== stamp) throw changedMeanwhile(path)
      if (stamp !== null) await rename(path, before).catch(notWritten)
      hadBefore = stamp !== null
      await rename(draft, path).catch(notWritten)
      isPlaced = true
    },
    /** What stood there goes. */
    settle: (): Promise<void> => rm(before, { recursive: true, force: true }).catch(() => {}),
    async drop(): Promise<void> {
      await rm(isPlaced ? path : draft, { recursive: true, force: true }).catch(() => {})
      if (hadBefore) await rename(before, path).catch(() => {})
    },
  }
}

const changedMeanwhile = (path: string) =>
  new AppError(
    'storage',
    `Something changed in the folder “${basename(path)}” while this was written. It stays as it is, and nothing was exported; export again.`,
  )

/** Tells a folder from what was made of it since; null: there is none. */
export async function folderStamp(path: string): Promise<string | null> {
  if (!(await readdir(path).catch(() => null))) return null
  const stamp = createHash('sha256')
  for await (const entry of entriesOf(path)) stamp.update(JSON.stringify(entry))
  return stamp.digest('base64')
}

/** Those of folders in it too; where a link leads is no part of it. */
async function* entriesOf(path: string, below = ''): AsyncGenerator<unknown[]> {
  const entries = await readdir(join(path, below), { withFileTypes: true }).catch(() => [])
  const named = new Map(entries.map((entry) => [entry.name, entry]))
  for (const name of [...named.keys()].sort()) {
    const inFolder = join(below, name)
    const found = await stat(join(path, inFolder)).catch(() => null)
    yield [inFolder, found?.size, found?.mtimeMs, found?.isDirectory()]
    if (named.get(name)?.isDirectory()) yield* entriesOf(path, inFolder)
  }
}
