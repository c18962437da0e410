import type { Entry, Kind, List } from './kind'
import { readPlain } from './plain-field'

type Way = Pick<Kind, 'parts' | 'list'>

/** A value as Ecwid takes it: entries of lists with all their fields, and without those that are none. */
export function written<Value>(kind: Way, value: Value): Value {
  // Of a kind with a list or parts the value is one.
  if (kind.list) return inOrder(kind.list, value as readonly Entry[]) as Value
  const parts = Object.entries(kind.parts)
  if (parts.length === 0) return value
  const whole = value as Entry
  return Object.fromEntries(parts.map(([name, part]) => [name, written(part.kind, whole[name])])) as Value
}

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
