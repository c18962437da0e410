import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Blobs = ReturnType<typeof createBlobs>

/** Uploaded bytes by their SHA-256: in memory, or as files of a folder where the state is kept. */
export function createBlobs(folder: string | undefined) {
  const inMemory = new Map<string, Buffer>()
  let written = 0

  const keep = async (path: string, content: Buffer): Promise<void> => {
    if (await isFile(path)) return
    await mkdir(folder ?? '', { recursive: true })
    // Another upload of the same bytes may be under way: each writes a file of its own first.
    written += 1
    const temporary = `${path}.${process.pid}-${written}.part`
    await writeFile(temporary, content)
    await rename(temporary, path)
  }

  return {
    async put(content: Buffer): Promise<string> {
      const sha256 = createHash('sha256').update(content).digest('hex')
      if (folder === undefined) inMemory.set(sha256, content)
      else await keep(join(folder, sha256), content)
      return sha256
    },
    async get(sha256: string): Promise<Buffer | undefined> {
      if (folder === undefined) return inMemory.get(sha256)
      return readFile(join(folder, sha256)).catch(() => undefined)
    },
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
