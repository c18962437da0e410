import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own that can really be full. */
export type SmallDisk = {
  folder: string
  /** Takes up what is free, to the last byte. */
  fill: () => void
  /** Gives back what `fill` took. */
  free: () => void
  remove: () => void
}

/** Mounts one; answers why not where that is not permitted: it takes root, on Linux. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return 'only Linux can mount a small disk for a test'
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-disk-'))
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'stockroom-test', folder], {
    encoding: 'utf8',
  })
  if (status !== 0) {
    rmSync(folder, { recursive: true })
    return `mounting is not permitted here (${stderr?.trim() || 'no mount'})`
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fill(filler),
    free: () => rmSync(filler, { force: true }),
    remove: () => {
      spawnSync('umount', ['--lazy', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function fill(file: string): void {
  const handle = openSync(file, 'a')
  try {
    for (const size of [1024 * 1024, 4096, 1]) while (write(handle, size));
  } finally {
    closeSync(handle)
  }
}

function write(handle: number, size: number): boolean {
  try {
    return writeSync(handle, Buffer.alloc(size)) === size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false
    throw error
  }
}
