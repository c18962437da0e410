import type { Entry, Kind, List } from './kind'
import { byKey, entriesOf } from './list-kind'

// Values that consist of what is there by itself: the taxes of a product, the products it is related to, its wholesale prices.

/** Whether something can be added to a value and removed from it, and the rest stays. */
export const hasEntries = (kind: Kind): boolean =>
  kind.merge === 'set' || kind.list !== null || partsWithEntries(kind).length > 0

/** Of what is there already, what is said now counts from then on. Parts that mean nothing beside the others stay as they are. */
export function withEntries(kind: Kind, now: unknown, more: unknown): unknown {
  if (kind.merge === 'set') return [...new Set([listed(now), listed(more)].flat())]
  const { list } = kind
  if (list) return inTheirOrder(list, byKey(list, entriesOf(now)), byKey(list, entriesOf(more)))
  return inParts(kind, now, more, withEntries)
}

/** `less`: of the entries of a list, what tells them from the others is enough. */
export function withoutEntries(kind: Kind, now: unknown, less: unknown): unknown {
  if (kind.merge === 'set') return listed(now).filter((each) => !listed(less).includes(each))
  const { list } = kind
  if (!list) return inParts(kind, now, less, withoutEntries)
  const gone = byKey(list, entriesOf(less))
  return [...byKey(list, entriesOf(now))].flatMap(([key, entry]) => (gone.has(key) ? [] : [entry]))
}

/** Of a list, what tells its entries from each other, and nothing else of them. */
export function byKeysAlone(kind: Kind): Kind {
  const { list } = kind
  if (!list) return kind
  const fields = Object.fromEntries(Object.entries(list.fields).filter(([name]) => list.key.includes(name)))
  return { ...kind, list: { ...list, fields } }
}

/** The parts of a value that have entries, by their names. */
export const partsWithEntries = (kind: Kind) => Object.entries(kind.parts).filter(([, part]) => hasEntries(part.kind))

/** Each part whose entries mean something, by itself. */
function inParts(kind: Kind, now: unknown, said: unknown, way: typeof withEntries): unknown {
  let whole = asRecord(now)
  for (const [name, part] of partsWithEntries(kind)) {
    const given = asRecord(said)[name]
    if (!part.counts(whole) || listed(given).length === 0 || saysOtherwise(kind, whole, name)) continue
    whole = part.settled({ ...whole, [name]: way(part.kind, whole[name], given) })
  }
  return whole
}

/** Such as which shipping methods are left out, instead of which there are. */
const saysOtherwise = (kind: Kind, whole: Record<string, unknown>, name: string): boolean =>
  listed(whole[name]).length === 0 &&
  partsWithEntries(kind).some(([other, part]) => part.counts(whole) && listed(whole[other]).length > 0)

type Entries = ReadonlyMap<string, Entry>

/** Without an order of their own, they stand in that of their keys. */
function inTheirOrder(list: List, now: Entries, more: Entries): readonly Entry[] {
  const said = [...more].map(([key, entry]) => [key, { ...now.get(key), ...entry }] as const)
  const all = [...new Map([...now, ...said])]
  const ordered = list.isOrdered
    ? all
    : all.toSorted(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
  // As if each had been edited by itself.
  return ordered.reduce<readonly Entry[]>(
    (entries, [key], at) => (more.has(key) ? list.settled(entries, at) : entries),
    ordered.map(([, entry]) => entry),
  )
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const asRecord = (value: unknown): Record<string, unknown> => ({ ...Object(value) })
