import { wrongParameter } from './api-error'

const booleans: Record<string, boolean> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
}

/** Reads query parameters with the error texts of Ecwid's own REST framework. Names are tried in the given order. */
export type QueryParams = ReturnType<typeof createQueryParams>

export function createQueryParams(search: URLSearchParams) {
  // Official samples and clients disagree about the case of some names (cleanUrls, returnitem): case is ignored.
  const values = new Map<string, string[]>()
  for (const [name, value] of search) {
    const key = name.toLowerCase()
    values.set(key, [...(values.get(key) ?? []), value])
  }
  const find = (names: string[]): { name: string; value: string } | undefined => {
    for (const name of names) {
      const value = values.get(name.toLowerCase())?.[0]
      if (value !== undefined) return { name, value }
    }
    return undefined
  }

  const text = (...names: string[]): string | undefined => find(names)?.value

  const flag = (...names: string[]): boolean | undefined => {
    const found = find(names)
    if (!found || found.value === '') return undefined
    const value = booleans[found.value.toLowerCase()]
    if (value === undefined) {
      throw wrongParameter(
        `Wrong parameter '${found.name}' value: expected one of 'true', 'false', 'yes', 'no', 'on', 'off', '1', '0'`,
      )
    }
    return value
  }

  const number = (...names: string[]): number | undefined => {
    const found = find(names)
    if (!found || found.value.trim() === '') return undefined
    const value = Number(found.value)
    if (!Number.isFinite(value)) throw wrongNumber(found.name)
    return value
  }

  const integer = (name: string, min: number): number | undefined => {
    const value = number(name)
    if (value === undefined) return undefined
    if (!Number.isInteger(value) || value < min) throw wrongNumber(name)
    return value
  }

  const ids = (...names: string[]): number[] | undefined => {
    const found = find(names)
    if (!found || found.value.trim() === '') return undefined
    return found.value.split(',').map((part) => {
      const id = part.trim() === 'home' ? 0 : Number(part)
      if (!Number.isInteger(id) || id < 0) throw wrongNumber(found.name)
      return id
    })
  }

  const oneOf = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const found = find([name])
    if (!found || found.value === '') return undefined
    const match = allowed.find((each) => each.toLowerCase() === found.value.toLowerCase())
    if (!match) throw wrongParameter(`Wrong parameter '${name}' value: expected one of ${allowed.join(', ')}`)
    return match
  }

  const date = (name: string): number | undefined => {
    const found = find([name])
    if (!found || found.value.trim() === '') return undefined
    const seconds = parseDate(found.value.trim())
    if (seconds === undefined) throw wrongParameter(`Wrong parameter '${name}' value: not a date`)
    return seconds
  }

  /** Names and values of all parameters that begin with the prefix, such as option_Color=Red,Blue. */
  const startingWith = (prefix: string): { name: string; values: string[] }[] =>
    [...search.keys()]
      .filter((name, index, all) => name.startsWith(prefix) && all.indexOf(name) === index)
      .map((name) => ({ name: name.slice(prefix.length), values: search.getAll(name) }))

  const page = (): { offset: number; limit: number } => ({
    offset: integer('offset', 0) ?? 0,
    // Above 100 is clamped and 0 means the default, so that the echoed limit is always the effective one.
    limit: Math.min(integer('limit', 0) || 100, 100),
  })

  return { search, text, flag, number, integer, ids, oneOf, date, startingWith, page }
}

function wrongNumber(name: string) {
  return wrongParameter(`Wrong numeric parameter '${name}' value: not a number or a number out of range`)
}

/** UNIX seconds, `yyyy-MM-dd`, `yyyy-MM-dd HH:mm:ss` or the latter with a zone such as +0000; no zone means UTC. */
function parseDate(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const parts = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\s*(Z|[ +-]\d{4}))?)?$/.exec(text)
  if (!parts) return undefined
  const [, day, time = '00:00:00', zone = 'Z'] = parts
  // A plus sign that was not percent-encoded arrives as a space.
  const offset = zone === 'Z' ? 'Z' : zone.replace(' ', '+').replace(/(\d\d)(\d\d)$/, '$1:$2')
  const at = Date.parse(`${day}T${time}${offset}`)
  return Number.isNaN(at) ? undefined : Math.floor(at / 1000)
}

/** `yyyy-MM-dd HH:mm:ss +0000`, the date form of every answer. */
export function formatDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('T', ' ').replace(/\..*$/, ' +0000')
}
