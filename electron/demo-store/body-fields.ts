import { wrongParameter } from './api-error'
import { isJsonObject, type JsonObject } from './json-object'

/** What a body field must hold. `?` = an explicit null clears it; with the others null keeps the current value. */
export type FieldKind =
  'string' | 'number' | 'number?' | 'boolean' | 'object' | 'array' | 'texts' | readonly [string, ...string[]]

const expected = { string: 'a string', number: 'a number', boolean: 'boolean', object: 'an object', array: 'an array' }

/**
 * The known fields of a body, checked; unknown and read-only ones are left out, as Ecwid ignores them.
 * @param owner the type's name in error texts: `Field Product.price is expected to be a number`
 */
export function readFields(body: JsonObject, fields: Readonly<Record<string, FieldKind>>, owner: string): JsonObject {
  const read: JsonObject = {}
  for (const [name, kind] of Object.entries(fields)) {
    const value = body[name]
    if (value === undefined) continue
    if (value === null) {
      if (kind === 'number?') read[name] = null
      continue
    }
    checkField(value, kind, `${owner}.${name}`)
    read[name] = value
  }
  return read
}

export function checkField(value: unknown, kind: FieldKind, path: string): void {
  if (typeof kind !== 'string') {
    if (typeof value === 'string' && kind.includes(value)) return
    throw wrongParameter(`Field ${path} is expected to be one of ${kind.join(', ')}`)
  }
  const base = kind === 'texts' ? 'object' : kind === 'number?' ? 'number' : kind
  const matches =
    base === 'array' ? Array.isArray(value) : base === 'object' ? isJsonObject(value) : typeof value === base
  if (!matches) throw wrongParameter(`Field ${path} is expected to be ${expected[base]}`)
  if (kind === 'texts' && isJsonObject(value)) {
    for (const [lang, text] of Object.entries(value)) if (text !== null) checkField(text, 'string', `${path}.${lang}`)
  }
}

export function readItems(value: unknown, path: string): JsonObject[] {
  checkField(value, 'array', path)
  return (value as unknown[]).map((item, position) => {
    checkField(item, 'object', `${path}[${position}]`)
    return item as JsonObject
  })
}

export function readNumbers(value: unknown, path: string): number[] {
  checkField(value, 'array', path)
  return (value as unknown[]).map((item, position) => {
    checkField(item, 'number', `${path}[${position}]`)
    return item as number
  })
}

/** Required text of a list item, such as an option's name. */
export function readText(item: JsonObject, name: string, path: string): string {
  const value = item[name]
  if (value === undefined || value === null) throw wrongParameter(`Field ${path}.${name} cannot be null`)
  checkField(value, 'string', `${path}.${name}`)
  return value as string
}

export function readTexts(value: unknown, path: string): Record<string, string> {
  if (value === undefined || value === null) return {}
  checkField(value, 'texts', path)
  const texts = Object.entries(value as JsonObject).filter((entry): entry is [string, string] => entry[1] !== null)
  return Object.fromEntries(texts)
}
