import type { PictureJobFileRecord } from '../../../catalogue/picture-job-file-record'
import { AppError } from '../../../shared/errors'
import { readyToShow } from '../../mend-picture'
import type { Staging } from '../../staging'
import { readSource } from '../../read-source'

export type PictureAnswer = { bytes: Buffer; contentType: string }

/** Throws AppError 'not-found' when neither the file nor its copy is there, or when it is no picture. */
export async function showFile(
  { path, type, refusal, stagedHash }: PictureJobFileRecord,
  staging: Pick<Staging, 'read'>,
): Promise<PictureAnswer> {
  if (type === null || refusal !== null) throw new AppError('not-found', 'This file cannot be shown.')
  try {
    return await readyToShow(Buffer.from((await readSource(path)).buffer))
  } catch (error) {
    if (stagedHash === null) throw error
    return readyToShow(await staging.read(stagedHash))
  }
}
