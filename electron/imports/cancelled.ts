import { AppError } from '../shared/errors'

/** Throws AppError 'cancelled' once its owner does not want it any more. */
export function assertGoesOn(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'The import was cancelled. Nothing was changed.')
}
