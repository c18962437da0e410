import { plainDigits } from '../../../electron/shared/numbers/plain-digits'

/** Product IDs from a pasted list: separated by anything that is no digit, each once. */
export function productIdsIn(text: string): number[] {
  const ids = (plainDigits(text).match(/\d+/g) ?? []).map(Number).filter((id) => Number.isSafeInteger(id) && id > 0)
  return [...new Set(ids)]
}
