import { AppError } from '../shared/errors'

export const notAFile = 'This is a device or a pipe, not a file with a picture in it.'

/** What went wrong with a file, as a sentence. */
export function fileProblem(error: unknown): string {
  if (error instanceof AppError) return error.message
  const code = errorCodeOf(error)
  if (code === 'ENOENT') return 'The file is no longer there. Put it back or choose it again.'
  if (code === 'EACCES' || code === 'EPERM')
    return 'This account may not open it. Allow it to read the file or folder, or copy it elsewhere, and add it again.'
  if (code === 'EBUSY') return 'Another program is using the file. Close it there and try again.'
  if (code === 'ELOOP') return 'This is a link that leads back to itself, so there is no file behind it.'
  if (code === 'ENAMETOOLONG')
    return 'The path of the file is too long for this computer. Shorten the names of its folders.'
  if (code === 'EIO') return 'The disk could not read the file. Copy it elsewhere and add it again.'
  if (code === 'EMFILE' || code === 'ENFILE') return 'Too many files are open on this computer. Try again.'
  return 'The file cannot be read. Copy it elsewhere and add it again.'
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
