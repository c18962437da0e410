const plain = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Programs for tables end lines in their own way: a text that differs in nothing else is the one that was there, alone or as a part. */
export function withLineEndsOf(before: unknown, after: unknown): unknown {
  if (typeof before === 'string' && typeof after === 'string') return plain(before) === plain(after) ? before : after
  if (!isParts(before) || !isParts(after)) return after
  return Object.fromEntries(Object.entries(after).map(([part, value]) => [part, withLineEndsOf(before[part], value)]))
}

const isParts = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
