import { AppError } from '../shared/errors'

/**
 * More than any call of the window needs: a description with everything pasted into it, a folder of tens of thousands of
 * files, a picture of the largest size. What is larger stops main, whatever is done with it.
 */
const most = { text: 5_000_000, characters: 50_000_000, bytes: 256 * 1024 * 1024, items: 1_000_000, depth: 40 }

/** Walks a message before anything else reads it, and stops at the first thing that is too large. */
export function assertHandy(message: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: message, depth: 0 }]
  const seen = { characters: 0, bytes: 0, items: 0 }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value === 'string') {
      seen.characters += value.length
      if (value.length > most.text || seen.characters > most.characters) throw tooLarge()
    } else if (ArrayBuffer.isView(value)) {
      seen.bytes += value.byteLength
      if (seen.bytes > most.bytes) throw tooLarge()
    } else if (typeof value === 'object' && value !== null) {
      // Names count as texts: a record may hide its size in them.
      const names = Array.isArray(value) ? [] : Object.keys(value)
      seen.items += Array.isArray(value) ? value.length : names.length
      if (depth >= most.depth || seen.items > most.items) throw tooLarge()
      for (const part of [...names, ...Object.values(value)]) {
        if (typeof part === 'string' || typeof part === 'object') waiting.push({ value: part, depth: depth + 1 })
      }
    }
  }
}

const tooLarge = (): AppError =>
  new AppError(
    'invalid-input',
    'This is larger than anything Stockroom works with. Nothing was changed; try it with less at once.',
  )
