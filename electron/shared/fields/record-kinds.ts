import { z } from 'zod'
import { attributeNamed } from './attribute-made-here'
import { isEqual, isSameRecord } from './equal'
import type { Fault } from './fault'
import type { Kind, NamedText, Part, StoreWords } from './kind'

type OnePart<Value = unknown> = Pick<Part<Value>, 'label' | 'kind' | 'empty' | 'hint'>
type ValueOf<Some extends Record<string, OnePart>> = { [Name in keyof Some]: Some[Name]['empty'] }

export function part<Value>(label: string, kind: Kind<Value>, empty: NoInfer<Value>, hint?: string): OnePart<Value> {
  return { label, kind, empty, hint }
}

type Named = readonly [string, Pick<Part, 'kind' | 'empty'>]

/** What parts have to do with each other; see `Part`. */
type Rules<Value> = {
  /** On one line; without it, the parts that there are stand side by side. */
  shown?: (value: Value, words: StoreWords) => string
  counts?: { [Name in keyof Value]?: (value: Value) => boolean }
  problems?: { [Name in keyof Value]?: (value: Value) => Fault | null }
  settled?: { [Name in keyof Value]?: (value: Value) => Value }
}

/** Several values that Ecwid keeps together. */
export function record<Some extends Record<string, OnePart>>(
  ones: Some,
  { shown, counts, problems, settled }: Rules<ValueOf<Some>> = {},
): Kind<ValueOf<Some>> {
  type Value = ValueOf<Some>
  const all = Object.entries<OnePart>(ones).map(([name, one]): [string, Part<unknown, Value>] => {
    const rest = { counts: counts?.[name] ?? (() => true), problem: problems?.[name] ?? (() => null) }
    return [name, { ...one, ...rest, settled: settled?.[name] ?? ((whole) => whole) }]
  })
  const parts: Record<string, Part<unknown, Value>> = Object.fromEntries(all)
  const shape = Object.fromEntries(all.map(([name, { kind }]) => [name, kind.schema]))
  return {
    name: 'record',
    box: 'none',
    column: { width: 200, align: 'left' },
    // The parts' own schemas: the value has their types.
    schema: z.strictObject(shape) as unknown as z.ZodType<Value>,
    read: (raw) => (typeof raw === 'object' && raw !== null ? (readParts(all, raw) as Value) : undefined),
    merge: 'record',
    isSame: (a, b) => isSameParts(parts, a, b),
    shown: shown ?? ((value, words) => joined(all, value, words)),
    apart: all.some(([, { kind }]) => kind.list) ? (value, words) => namedParts(all, value, words) : null,
    inOrder: null,
    typed: null,
    choices: {},
    parts,
    list: null,
  }
}

/** Id -> text, for what a product type decides to have; an empty text is no value. */
export const attributes: Kind<Record<string, string>> = {
  name: 'attributes',
  box: 'texts',
  column: { width: 200, align: 'left' },
  schema: z.record(z.string(), z.string()),
  read: (raw) => {
    if (!Array.isArray(raw)) return undefined
    const values: Record<string, string> = {}
    for (const one of raw) {
      const { id, value } = asPlain(one)
      const isGiven = typeof value === 'number' || (typeof value === 'string' && value !== '')
      if (typeof id === 'number' && isGiven) values[id] = String(value)
    }
    return values
  },
  merge: 'record',
  isSame: isSameRecord,
  shown: (values, words) =>
    namedAttributes(values, words)
      .flatMap(({ label, text }) => (text ? [`${label}: ${text}`] : []))
      .join(', '),
  apart: namedAttributes,
  inOrder: null,
  typed: null,
  choices: {},
  parts: {},
  list: null,
}

// Read for every product that is looked at, so without a schema.
const asPlain = (raw: unknown): Record<string, unknown> =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {}

function namedAttributes(values: unknown, { productTypes }: StoreWords): NamedText[] {
  if (typeof values !== 'object' || values === null) return []
  const names = new Map(
    productTypes.flatMap(({ attributes: all }) => all).map(({ id, name, type }) => [String(id), name || type]),
  )
  return Object.entries(values).map(([id, value]) => {
    return {
      key: id,
      label: names.get(id) || attributeNamed(id)?.attribute || `Attribute ${id}`,
      text: String(value ?? ''),
    }
  })
}

/** Of a list within, each entry by itself. */
function namedParts(all: [string, Pick<Part, 'label' | 'kind'>][], value: unknown, words: StoreWords): NamedText[] {
  const given = asPlain(value)
  return all.flatMap(([name, { label, kind }]): NamedText[] => {
    if (given[name] === undefined) return []
    const within = kind.apart?.(given[name], words)
    if (!within) return [{ key: name, label, text: kind.shown(given[name], words) }]
    return within.map((one) => ({ ...one, key: `${name}.${one.key}`, label: `${label}, ${one.label}` }))
  })
}

function readParts(all: Named[], raw: object): Record<string, unknown> {
  const given = asPlain(raw)
  const value: Record<string, unknown> = {}
  for (const [name, { kind, empty }] of all) value[name] = kind.read(given[name]) ?? empty
  return value
}

function isSameParts(parts: Record<string, Pick<Part, 'kind'>>, a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return isEqual(a, b)
  const [left, right] = [asPlain(a), asPlain(b)]
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => (parts[key]?.kind.isSame ?? isEqual)(left[key], right[key]))
}

function joined(all: Named[], value: object, words: StoreWords): string {
  const given = asPlain(value)
  return all
    .map(([name, { kind }]) => kind.shown(given[name], words))
    .filter(Boolean)
    .join(', ')
}
