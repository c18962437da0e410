import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Db } from './database'
import { storageError, storageProblemOf } from './storage-error'

const keptMs = 7 * 24 * 3600 * 1000

/** `catalogue.sqlite` of version 9 is kept as `catalogue-version-9.sqlite`. */
const nameOf = (file: string, version: number): string => `${stemOf(file)}-version-${version}.sqlite`
const stemOf = (file: string): string => basename(file, '.sqlite')

/**
 * Copies the whole database beside it before a new version changes it. Nothing is changed without a copy: a disk that has
 * no room for one would hardly have it for the change.
 * @throws AppError('storage')
 */
export function copyBefore(db: Db, file: string, version: number): void {
  const copy = join(dirname(file), nameOf(file, version))
  const part = `${copy}.part`
  try {
    // SQLite fills an empty file and leaves its rights as they are.
    rmSync(part, { force: true })
    writeFileSync(part, '', { mode: 0o600, flag: 'wx' })
    db.prepare('VACUUM INTO ?').run(part)
    toDisk(part)
    renameSync(part, copy)
  } catch (error) {
    rmSync(part, { force: true })
    const problem = storageProblemOf(error)
    throw problem === undefined || problem === 'unwritable' ? storageError('uncopied', error) : error
  }
}

/** Lets go of copies from before the version that works here, once it has done so for a week. */
export function dropOldCopies(file: string, now: number): void {
  const ours = new RegExp(`^${stemOf(file)}-version-\\d+\\.sqlite(\\.part)?$`)
  for (const name of readdirSync(dirname(file)).filter((each) => ours.test(each))) {
    const path = join(dirname(file), name)
    if (now - statSync(path).mtimeMs >= keptMs) rmSync(path, { force: true })
  }
}

function toDisk(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
