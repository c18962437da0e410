import { AppError, toErrorInfo, type Result } from '../shared/errors'

/** Whatever the work comes to, as data. `logError` hears of what is a defect or the disk's fault. */
export async function asResult<T>(
  work: () => T | Promise<T>,
  logError: (error: unknown) => void,
): Promise<Result<Awaited<T>>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const info = toErrorInfo(error)
    if (info.code === 'internal' || info.code === 'storage') logError(error)
    return { ok: false, error: info }
  }
}

/** The value, or the other side's error as it was thrown there. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const { code, message, sentence, ...more } = result.error
  throw new AppError(code, sentence ?? message, more)
}
