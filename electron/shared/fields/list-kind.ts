import { z } from 'zod'
import { isEqual } from './equal'
import type { Faults } from './fault'
import type { Entry, Kind, List, StoreWords } from './kind'
import { readPlain, type PlainField } from './plain-field'

type Fields = Record<string, PlainField>
type Described<Some extends Fields> = {
  key: (keyof Some & string) | (keyof Some & string)[]
  fields: Some
  isOrdered: boolean
  isPlacedByStore?: boolean
  formerly?: string
  naming?: Readonly<Record<string, keyof Some & string>>
  meant?: List['meant']
  problems?: (entry: EntryOf<Some>) => Readonly<Faults>
  /** Which entry it is; without it, its key as it is shown. */
  named?: (entry: EntryOf<Some>, words: StoreWords) => string
  /** What there is to say of it beside; without it, its other fields as they are shown. */
  shown?: (entry: EntryOf<Some>, words: StoreWords) => string
  /** The entries after the one at a place was edited. */
  settled?: List['settled']
}

/** The values of an entry's fields. */
export type EntryOf<Some extends Fields> = { [Name in keyof Some]: Some[Name]['empty'] }
type ListKind<Some extends Fields> = Kind<readonly Entry[]> & { list: List & { fields: Some } }

/** Entries that are told apart by a key, each with fields of its own. */
export function listOf<Some extends Fields>(described: Described<Some>): ListKind<Some> {
  const { fields, isOrdered } = described
  const key = [described.key].flat()
  const rest = Object.keys(fields).filter((name) => !key.includes(name))
  const shownOf = (entry: Entry, names: readonly string[], words: StoreWords) =>
    names
      .map((name) => shownIn(entry, name, fields[name], words))
      .filter(Boolean)
      .join(', ')
  const list: List & { fields: Some } = {
    key,
    fields,
    isOrdered,
    isPlacedByStore: described.isPlacedByStore ?? false,
    formerly: described.formerly ?? null,
    naming: described.naming ?? {},
    meant: described.meant ?? ((entry) => entry),
    problems: (entry) => described.problems?.(readEntry(fields, entry)) ?? {},
    named: (entry, words) => described.named?.(readEntry(fields, entry), words) ?? shownOf(entry, key, words),
    shown: (entry, words) => described.shown?.(readEntry(fields, entry), words) ?? shownOf(entry, rest, words),
    settled: described.settled ?? ((entries) => entries),
  }
  const said = (entry: Entry, words: StoreWords) => [list.named(entry, words), list.shown(entry, words)]
  return {
    name: 'list',
    box: 'none',
    column: { width: 200, align: 'left' },
    schema: z.array(z.record(z.string(), z.unknown())),
    read: (raw) => (Array.isArray(raw) && raw.every(isEntry) ? raw : undefined),
    merge: 'list',
    isSame: (a, b) => isSameList(list, a, b),
    shown: (entries, words) => entries.map((entry) => said(entry, words).filter(Boolean).join(': ')).join(', '),
    apart: (value, words) =>
      [...byKey(list, entriesOf(value))].map(([at, entry]) => {
        const [label = '', text = ''] = said(entry, words)
        const names = list.formerly === null ? undefined : entry[list.formerly]
        return {
          key: at,
          label: label || at,
          text: text || 'Yes',
          ...(Array.isArray(names) && { formerly: names.map(String) }),
        }
      }),
    inOrder: null,
    typed: null,
    choices: {},
    parts: {},
    list,
  }
}

/** An entry as Ecwid sends it, with a value for what Ecwid leaves out. */
export function readEntry<Some extends Fields>(fields: Some, entry: Entry): EntryOf<Some> {
  const values = Object.entries(fields).map(([name, field]) => [name, readPlain(entry, name, field)])
  // Each field gives a value of its kind.
  return Object.fromEntries(values) as EntryOf<Some>
}

/** The entries by their keys, in their order. A key that comes again is another one. */
export function byKey(list: List, entries: readonly Entry[]): Map<string, Entry> {
  const found = new Map<string, Entry>()
  for (const entry of entries) {
    const key = keyOf(list, entry)
    let at = key
    for (let time = 2; found.has(at); time++) at = `${key} (${time})`
    found.set(at, entry)
  }
  return found
}

/** What tells an entry from the others; '' while it has nothing of it. */
export const keyOf = ({ key, fields }: List, entry: Entry): string =>
  key
    .map((name) => (fields[name] ? String(readPlain(entry, name, fields[name]) ?? '') : ''))
    .join(' ')
    .trim()

/** Of a value of unknown shape. */
export const entriesOf = (value: unknown): readonly Entry[] => (Array.isArray(value) ? value.filter(isEntry) : [])

const isEntry = (raw: unknown): raw is Entry => typeof raw === 'object' && raw !== null && !Array.isArray(raw)

/** Whether the fields of all entries are the same. What this version does not know of them is not compared: a store may derive it. */
function isSameList(list: List, a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return isEqual(a, b)
  const [left, right] = [byKey(list, entriesOf(a)), byKey(list, entriesOf(b))]
  if (left.size !== right.size) return false
  if (list.isOrdered && !isEqual([...left.keys()], [...right.keys()])) return false
  return [...left].every(([key, entry]) => {
    const other = right.get(key)
    return other !== undefined && isSameEntry(list, entry, other)
  })
}

export function isSameEntry(list: List, a: Entry, b: Entry): boolean {
  const [one, other] = [list.meant(a), list.meant(b)]
  return Object.entries(list.fields).every(([name, field]) =>
    field.kind.isSame(readPlain(one, name, field), readPlain(other, name, field)),
  )
}

const shownIn = (entry: Entry, name: string, field: PlainField | undefined, words: StoreWords): string =>
  field ? field.kind.shown(readPlain(entry, name, field), words) : ''
