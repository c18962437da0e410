export type JsonObject = { [name: string]: unknown }

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is in it beside what is known: a later version of the API may have it. */
export const besideKnown = (item: JsonObject, known: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !known.includes(name)))

/** Merges as Ecwid's PUT does: objects field by field, arrays and scalars replaced, null keeps what was there. */
export function mergeJson(current: JsonObject, changes: JsonObject): JsonObject {
  const merged: JsonObject = { ...current }
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || name === '__proto__') continue
    const before = merged[name]
    merged[name] = isJsonObject(value) && isJsonObject(before) ? mergeJson(before, value) : value
  }
  return merged
}
