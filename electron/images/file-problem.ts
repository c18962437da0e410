import { AppError } from '../shared/errors'

/** What went wrong with a file, as a sentence. */
export function fileProblem(error: unknown): string {
  const code = errorCodeOf(error)
  if (code === 'ENOENT') return 'The file is no longer there.'
  if (code === 'EACCES' || code === 'EPERM') return 'The file cannot be opened: this account may not read it.'
  if (code === 'EBUSY') return 'The file cannot be opened: another program is using it.'
  if (code === 'ELOOP') return 'The file is a link that leads back to itself.'
  if (code === 'EMFILE' || code === 'ENFILE') return 'Too many files are open on this computer. Try again.'
  return 'The file cannot be read.'
}

/** Why a picture could not be kept on this disk, as AppError 'storage'. */
export function keepingProblem(error: unknown): AppError {
  const isFull = ['ENOSPC', 'EDQUOT'].includes(errorCodeOf(error) ?? '')
  const message = isFull
    ? 'The disk is full, so the picture could not be kept. Free some space and add it again.'
    : 'The picture could not be written to the disk. Add it again.'
  return new AppError('storage', message, { cause: error })
}

export function errorCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
