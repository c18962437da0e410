import type { Entry, Kind, List, Part } from './kind'
import { readPlain } from './plain-field'

type Way = Pick<Kind, 'parts' | 'list'>

/**
 * A value as Ecwid takes it: entries of lists with all their fields, and without those that are none. Of several values, one that
 * is none is left out where the store has none either (`there`): it must not become an empty one.
 */
export function written(kind: Way, value: unknown, there?: unknown): unknown {
  // Of a kind with a list or parts the value is one.
  if (kind.list) return inOrder(kind.list, value as readonly Entry[])
  const parts = Object.entries(kind.parts)
  if (parts.length === 0) return value
  const whole = value as Entry
  const given = parts.filter(([name, part]) => there === undefined || isSaid(part, whole[name], asPlain(there)[name]))
  return Object.fromEntries(given.map(([name, part]) => [name, written(part.kind, whole[name])]))
}

/** The same over what is there: what this version does not know of it stays. */
export function laidOver(kind: Way, value: unknown, there: unknown): unknown {
  const isRecord = Object.keys(kind.parts).length > 0
  return isRecord ? { ...asPlain(there), ...asPlain(written(kind, value, there)) } : written(kind, value)
}

const isSaid = ({ kind, empty }: Part, value: unknown, there: unknown): boolean =>
  (there !== undefined && there !== null) || !kind.isSame(value, empty)

const asPlain = (value: unknown): Entry => (typeof value === 'object' && value !== null ? (value as Entry) : {})

function inOrder(list: List, entries: readonly Entry[]): Entry[] {
  const all = entries.map((entry) => writtenEntry(list, entry))
  const [key = ''] = list.key
  return list.isOrdered ? all : all.sort((a, b) => Number(a[key]) - Number(b[key]) || 0)
}

/** What this version does not know, and what it cannot read, stays as it is. */
function writtenEntry({ fields }: List, entry: Entry): Entry {
  const given = { ...entry }
  for (const [name, field] of Object.entries(fields)) {
    const isUnread = given[name] !== undefined && given[name] !== null && field.kind.read(given[name]) === undefined
    if (isUnread) continue
    const value = readPlain(entry, name, field)
    if (value === null) delete given[name]
    else given[name] = written(field.kind, value)
  }
  return given
}
