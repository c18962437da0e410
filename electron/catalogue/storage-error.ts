import { AppError } from '../shared/errors'

/** Why a database could not be used. Only a damaged one should be set aside: the others are whole. */
export type StorageProblem = 'damaged' | 'locked' | 'newer' | 'unwritable' | 'uncopied'

const sentences: Record<StorageProblem, string> = {
  damaged:
    'The local copy of this store is damaged. The store itself is not affected. Quit Stockroom and start it again: the damaged file is then set aside and everything is read anew.',
  locked:
    'Another program is using the local copy of this store. Nothing was changed; close the other program and try again.',
  newer:
    'The local copy of this store was written by a newer version of Stockroom. Nothing was changed; update Stockroom to open it.',
  unwritable:
    'The local copy of this store cannot be written: the disk is full or the folder is protected. Nothing was lost; free some space or check the folder and try again.',
  uncopied:
    'This version of Stockroom has to change the local copy of this store and keeps a copy of it first, which cannot be written: the disk is full or the folder is protected. Nothing was changed or lost; free some space or check the folder and try again.',
}

/** The cause inside an AppError('storage'), so that a caller can tell which problem it is. */
class StorageFault extends Error {
  readonly problem: StorageProblem

  constructor(problem: StorageProblem, cause?: unknown) {
    super(problem, { cause })
    this.name = 'StorageFault'
    this.problem = problem
  }
}

export function storageError(problem: StorageProblem, cause?: unknown): AppError {
  return new AppError('storage', sentences[problem], { cause: new StorageFault(problem, cause) })
}

/** The problem behind an AppError('storage') of this folder; undefined for every other error. */
export function storageProblemOf(error: unknown): StorageProblem | undefined {
  return error instanceof AppError && error.cause instanceof StorageFault ? error.cause.problem : undefined
}

const problems: [RegExp, StorageProblem][] = [
  [/^SQLITE_(CORRUPT|NOTADB|FORMAT)/, 'damaged'],
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PERM|AUTH|NOLFS)/, 'unwritable'],
]

/** A fault of the disk or the file as AppError('storage'); anything else (a constraint, a typo in SQL) is a defect and stays itself. */
export function asStorageError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error
  // A file that cannot even be opened has no code, only SQLite's number at the end of its text.
  if (error.message.includes('Unable to open connection')) return storageError('unwritable', error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const problem = problems.find(([pattern]) => pattern.test(code))?.[1]
  return problem ? storageError(problem, error) : error
}
