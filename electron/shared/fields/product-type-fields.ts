import { isBlank } from '../fold-text'
import { withAllNames } from './attribute-names'
import { shows } from './attribute-shows'
import { choice } from './choice-kinds'
import type { Fault } from './fault'
import { anything } from './field'
import type { Entry } from './kind'
import { entriesOf, listOf } from './list-kind'
import { plainField } from './plain-field'
import { text } from './text-kinds'
import { translationsOf, type Texts } from './translations'
import { withFormerly } from './formerly'
import { written } from './written'

const longestName = 255

function nameProblem(what: 'attribute' | 'type', name: string): Fault | null {
  if (isBlank(name)) return `${what}-without-name`
  return name.length > longestName ? 'name-too-long' : null
}

const kinds = {
  CUSTOM: 'Text',
  BRAND: 'Brand',
  UPC: 'UPC or EAN',
  COLOR: 'Colour',
  SIZE: 'Size',
  GENDER: 'Gender',
  AGE_GROUP: 'Age group',
  TAGS: 'Tags',
  PRICE_PER_UNIT: 'Price per unit',
  UNITS_IN_PRODUCT: 'Units in the product',
} as const

const attributesKind = listOf({
  key: 'name',
  fields: {
    name: plainField({
      label: 'Name',
      kind: text,
      empty: '',
      problem: (name) => nameProblem('attribute', name),
      isTranslated: true,
    }),
    nameTranslated: plainField<Texts>({
      label: 'Name in other languages',
      kind: translationsOf('Name', text),
      empty: {},
      problem: anything,
      isTranslated: false,
    }),
    type: plainField({
      label: 'Kind',
      kind: choice(kinds),
      empty: 'CUSTOM',
      problem: anything,
      isTranslated: false,
    }),
    show: plainField({ label: 'Shown', kind: choice(shows), empty: 'DESCR', problem: anything, isTranslated: false }),
  },
  isOrdered: true,
  formerly: 'formerly',
})

/** The fields of a product type that a person can edit, under Ecwid's names. */
export const productTypeFields = {
  name: plainField({
    label: 'Name',
    kind: text,
    empty: '',
    problem: (name) => nameProblem('type', name),
    isTranslated: false,
  }),
  /** The whole list: one that is not in it goes, with its values. */
  attributes: plainField<readonly Entry[]>({
    label: 'Attributes',
    kind: attributesKind,
    empty: [],
    problem: anything,
    isTranslated: false,
  }),
}

/**
 * What is the same attribute by its id carries what it was called: merges know entries by their names. Where two people renamed it and that is
 * still asked about, it is there under both names, and each stays what it is.
 */
export function withEarlierNames(before: unknown, after: unknown): readonly Entry[] {
  const { list } = attributesKind
  const was = entriesOf(before)
  return entriesOf(after).map((entry) => {
    const names = entry['id'] === undefined ? [] : was.filter(({ id }) => id === entry['id']).map(({ name }) => name)
    const name = names.at(-1)
    return typeof name === 'string' && !names.includes(entry['name']) ? withFormerly(list, entry, [name]) : entry
  })
}

/**
 * As the store takes them. An id that it does not have there would not be a new attribute; of two of one id, because both sides
 * renamed it, the one that is renamed here goes.
 */
export function attributesForStore(value: unknown, there: unknown, languages: readonly string[]): Entry[] {
  const before = new Map(entriesOf(there).map((entry) => [entry['id'], entry]))
  const all = entriesOf(written(attributesKind, value))
  const isOutdone = ({ id, name }: Entry) =>
    before.get(id)?.['name'] === name && all.some((other) => other['id'] === id && other['name'] !== name)
  return all
    .filter((entry) => !before.has(entry['id']) || !isOutdone(entry))
    .map(({ formerly: _, id, ...entry }) => ({
      ...(before.has(id) && { id }),
      ...withAllNames({ ...entry, name: String(entry['name']).trim() }, before.get(id), languages),
    }))
}
