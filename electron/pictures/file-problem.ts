import { AppError, sentenceOf } from '../shared/errors'
import { says, type PlainSentence, type Sentence } from '../shared/sentence'

const byCode: Record<string, PlainSentence> = {
  ENOENT: 'file-gone',
  EACCES: 'file-forbidden',
  EPERM: 'file-forbidden',
  EBUSY: 'file-in-use',
  ELOOP: 'file-links-to-itself',
  ENAMETOOLONG: 'file-path-too-long',
  EIO: 'file-disk-fails',
  EMFILE: 'too-many-files-open',
  ENFILE: 'too-many-files-open',
}

/** What went wrong with a file. */
export function fileSentence(error: unknown): Sentence {
  return error instanceof AppError ? sentenceOf(error) : says(byCode[errorCodeOf(error) ?? ''] ?? 'file-unreadable')
}

/** Why a picture could not be kept on this disk, as AppError 'storage'. */
export function keepingProblem(error: unknown): AppError {
  const isFull = ['ENOSPC', 'EDQUOT'].includes(errorCodeOf(error) ?? '')
  return new AppError('storage', says(isFull ? 'disk-full' : 'disk-unwritable'), { cause: error })
}

export function errorCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
