import { AppError } from '../shared/errors'
import { maxSourceBytes } from '../shared/picture-intake'
import { fileSentence } from './file-problem'
import { readUpTo } from './open-file'

/** Throws AppError 'not-found' when the file cannot be read, 'invalid-input' when it is too large by now. */
export async function readSource(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const bytes = await readUpTo(path, maxSourceBytes)
    if (bytes !== null) return bytes
  } catch (error) {
    throw new AppError('not-found', fileSentence(error), { cause: error })
  }
  throw new AppError(
    'invalid-input',
    'The file has grown to more than 200 MB since it was looked at. Save it smaller and add it again.',
  )
}
