import { attributeNamed } from './attribute-made-here'
import { attributeOfText, withAttributesNow } from './attribute-texts'
import type { Entry, Kind, KindName } from './kind'
import { entriesOf } from './list-kind'

/**
 * What a value names: by its id at Ecwid's, or below zero by the local id of one that was made here. `attribute`: of that type, by its
 * name, until the store has given it an id.
 */
export type Reference = { thing: 'category' | 'productType' | 'product'; id: number; attribute?: string }

const things: Partial<Record<KindName, Reference['thing']>> = {
  category: 'category',
  categories: 'category',
  productType: 'productType',
  product: 'product',
}

type Shape = Pick<Kind, 'name' | 'parts' | 'list'>

/** Whether the store knows the attribute by this. */
export const isInStore = (key: string): boolean => attributeNamed(key) === undefined

const isByAttribute = (name: string): boolean => name === 'attributes' || name === 'attributeShows'

/** All that a value of the kind names, wherever it is within. */
export function referencesIn({ name, parts, list }: Shape, value: unknown): Reference[] {
  if (isByAttribute(name)) return isWhole(value) ? Object.keys(value).flatMap((key) => attributeNamed(key) ?? []) : []
  if (name === 'attributeTexts') return isWhole(value) ? attributesOfTexts(value) : []
  const thing = things[name]
  if (thing) return [value].flat().flatMap((id) => (typeof id === 'number' ? [{ thing, id }] : []))
  if (list) return entriesOf(value).flatMap((entry) => within(list.fields, entry))
  return isWhole(value) ? within(parts, value) : []
}

/** Whether a value of the kind can name such things by their ids. */
export function mayName({ name, parts, list }: Shape, thing: Reference['thing']): boolean {
  const within = Object.values({ ...parts, ...list?.fields })
  return things[name] === thing || within.some(({ kind }) => mayName(kind, thing))
}

/** The value with what each thing that it names is called now. What is called nothing any more is named by nothing. */
export function withReferences(kind: Shape, value: unknown, nameNow: (named: Reference) => number | null): unknown {
  const { name, parts, list } = kind
  if (isByAttribute(name)) return isWhole(value) ? attributesNow(value, nameNow) : value
  if (name === 'attributeTexts') {
    return isWhole(value) ? withAttributesNow(value, (attribute) => attributeNow(attribute, nameNow)) : value
  }
  const thing = things[name]
  if (thing && Array.isArray(value)) {
    const ids = value.flatMap((id: unknown) => (typeof id === 'number' ? (nameNow({ thing, id }) ?? []) : []))
    return [...new Set(ids)]
  }
  if (thing) return typeof value === 'number' ? (nameNow({ thing, id: value }) ?? 0) : value
  if (list && Array.isArray(value)) return entriesNow(list, entriesOf(value), nameNow)
  return isWhole(value) ? { ...value, ...renamedWithin(parts, value, nameNow) } : value
}

type Fields = Readonly<Record<string, { kind: Shape }>>

const within = (fields: Fields, whole: Entry): Reference[] =>
  Object.entries(fields).flatMap(([field, { kind }]) => referencesIn(kind, whole[field]))

/** An entry that is told from the others by what it names goes with it. */
function entriesNow(
  { fields, key }: { fields: Fields; key: readonly string[] },
  entries: readonly Entry[],
  nameNow: (named: Reference) => number | null,
): Entry[] {
  const [first = ''] = key
  const isReference = fields[first] !== undefined && things[fields[first].kind.name] !== undefined
  const seen = new Set<unknown>()
  return entries
    .map((entry) => ({ ...entry, ...renamedWithin(fields, entry, nameNow) }))
    .filter((entry: Entry) => {
      if (!isReference) return true
      const isNew = entry[first] !== 0 && !seen.has(entry[first])
      seen.add(entry[first])
      return isNew
    })
}

const attributesOfTexts = (texts: Entry): Reference[] =>
  [...new Set(Object.keys(texts).map(attributeOfText))].flatMap((attribute) => attributeNamed(attribute) ?? [])

/** Undefined: it is called nothing any more. */
function attributeNow(key: string, nameNow: (named: Reference) => number | null): string | undefined {
  const named = attributeNamed(key)
  const now = named && nameNow(named)
  if (now === null) return undefined
  return now === undefined || now < 0 ? key : String(now)
}

function attributesNow(values: Entry, nameNow: (named: Reference) => number | null): Entry {
  const renamed = Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
    const now = attributeNow(key, nameNow)
    return now === undefined ? [] : [[now, value]]
  })
  return Object.fromEntries(renamed)
}

const renamedWithin = (fields: Fields, whole: Entry, nameNow: (named: Reference) => number | null): Entry =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([field, { kind }]) => referencesIn(kind, whole[field]).length > 0)
      .map(([field, { kind }]) => [field, withReferences(kind, whole[field], nameNow)]),
  )

const isWhole = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)
