type Plain = Record<string, unknown>

/** Deep equality of JSON values; numbers within a millionth, because prices are doubles that both sides round. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-6
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = a as Plain
  const right = b as Plain
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => isEqual(left[key], right[key]))
}

/** Lists that stand for sets: neither order nor repetition counts. */
export function isSameSet(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return isEqual(a, b)
  const [left, right] = [new Set<unknown>(a), new Set<unknown>(b)]
  return left.size === right.size && [...left].every((item) => right.has(item))
}

/** Records in which an empty text is no value. */
export function isSameRecord(a: unknown, b: unknown): boolean {
  return isEqual(withoutBlanks(a), withoutBlanks(b))
}

function withoutBlanks(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== ''))
}
