import type { z } from 'zod'
import type { NumberReading } from '../numbers/read-number'
import type { StoreProfile, StoreSnapshot } from '../store'
import type { Fault, Faults } from './fault'
import type { PlainField } from './plain-field'

/** What turns ids into names and numbers into amounts. */
export type StoreWords = Pick<StoreSnapshot, 'profile' | 'categories' | 'productTypes'> & {
  /** By the ids that other products name them by, as far as they were asked for. */
  products?: Readonly<Record<number, string>>
}

export const noWords: StoreWords = { profile: null, categories: [], productTypes: [] }

/**
 * How the two sides of a field come together when both changed it.
 * value: one must give way. set: additions and removals of both. difference: the change in number travels. record: key by key.
 * list: entry by entry, and each of them field by field.
 */
export type MergeKind = 'value' | 'set' | 'difference' | 'record' | 'list'

/** How a box shows a number and reads what is typed into it. */
export type TypedNumber = {
  write: (value: number) => string
  read: (typed: string) => NumberReading
  /** What an empty box means; undefined: it is no value. */
  blank: number | null | undefined
  /** Signs that stand around the number in its box. */
  prefix?: string
  suffix?: string
}

/** The values of each kind of field. */
export type KindValues = {
  text: string
  longText: string
  html: string
  colour: string
  colours: readonly string[]
  flag: boolean
  choice: string
  number: number | null
  category: number
  categories: number[]
  productType: number
  product: number
  shippingMethods: string[]
  taxes: number[]
  attributes: Record<string, string>
  attributeTexts: Readonly<Record<string, string>>
  attributeShows: Readonly<Record<string, string>>
  record: Record<string, unknown>
  list: readonly Entry[]
  options: readonly Entry[]
  products: readonly Entry[]
  translations: Readonly<Record<string, string>>
}
export type KindName = keyof KindValues

/**
 * How much of a value one box holds. words: all of it, a text of its owner's. signs: all of it, typed and no text. chosen: all of it, of what
 * there is. texts: a text under each of its names. none: it has a control of its own, with boxes in it.
 */
type Box = 'words' | 'signs' | 'chosen' | 'texts' | 'none'

/** One of a list, as Ecwid sends it: what this version does not know of it stays in it. */
export type Entry = Readonly<Record<string, unknown>>

/** What the entries of a list have in common. */
export type List = {
  /** The fields that tell one from the others. */
  key: readonly string[]
  fields: Readonly<Record<string, PlainField>>
  /** Whether their order means something. Without, they stand in the order of their keys. */
  isOrdered: boolean
  /** The store decides where an entry stands that comes in: as long as nobody moves the others, it is moved by whoever says where. */
  isPlacedByStore: boolean
  /** Under which name an entry says what its key was before it was renamed here (`formerly.ts`); null: none is renamed. */
  formerly: string | null
  /** Fields that name an entry of a list in another one: of an option, which of its choices is chosen first. */
  naming: Readonly<Record<string, string>>
  /** An entry with what the store fills in where it says nothing: compared by what it means. */
  meant(entry: Entry): Entry
  /** Which one it is: `from 10`. */
  named(entry: Entry, words: StoreWords): string
  /** What is wrong with fields of it beside its others, by their names. */
  problems(entry: Entry): Readonly<Faults>
  /** What there is to say of it beside. */
  shown(entry: Entry, words: StoreWords): string
  /** The entries after the one at a place was edited. */
  settled(entries: readonly Entry[], at: number): readonly Entry[]
}

/** `formerly`: what it was called before it was renamed here. */
export type NamedText = { key: string; label: string; text: string; formerly?: readonly string[] }

/** `width` in CSS pixels; 'rest': what the other columns leave. */
export type KindColumn = { width: number | 'rest'; align: 'left' | 'right' }

/** What fields of a kind have in common: everything about their values that no single field decides. */
export type Kind<Value = unknown> = {
  /** Names its control in a form. */
  name: KindName
  box: Box
  schema: z.ZodType<Value>
  /** From the store's JSON, where anything may stand; undefined for what is no value of this kind. */
  read(raw: unknown): Value | undefined
  merge: MergeKind
  /** Whether the two mean the same; a set has no order. */
  isSame: (a: unknown, b: unknown) => boolean
  /** The way its owner reads it; '' for no value. */
  shown(value: Value, words: StoreWords): string
  /** Of values with names of their own, each by itself, so that a diff shows those that differ. */
  apart: ((value: unknown, words: StoreWords) => NamedText[]) | null
  /** How wide its values stand below each other, and on which side. */
  column: KindColumn
  /** What its order is called, from the lowest and from the highest; null: it has none. */
  inOrder: { up: string; down: string } | null
  /** Null: it is no number that is typed. */
  typed: ((profile: StoreProfile | null) => TypedNumber) | null
  /** Of a choice, each with what its owner calls it. */
  choices: Readonly<Record<string, string>>
  /** Of a value that consists of several. */
  parts: Record<string, Part>
  /** Of texts by their languages, the kind of each. */
  each?: Kind<string>
  /** Of a value that is a list of entries, each with fields of its own; null: it is none. */
  list: List | null
}

/** One value of several that are merged and sent together, such as the length of the dimensions. */
export type Part<Value = unknown, Whole = Record<string, unknown>> = {
  label: string
  kind: Kind<Value>
  empty: Value
  /** What explains it to its owner. */
  hint: string | undefined
  /** Whether it means anything beside the other parts; a form leaves it out where not. */
  counts(whole: Whole): boolean
  /** Why the store would refuse it, as a sentence; null when it would not. */
  problem(whole: Whole): Fault | null
  /** The whole after this part of it was edited. */
  settled(whole: Whole): Whole
}
