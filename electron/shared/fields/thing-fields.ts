import type { Act, List } from '../change-address'
import type { Field } from './field'
import { anything } from './field'
import { ownFieldOf } from './own-fields'
import { fieldOf, isProductField } from './product-fields'
import { shelfFieldOf } from './shelf-fields'
import { text } from './text-kinds'
import { translationsOf, type Texts } from './translations'

export type Described = Pick<Field, 'label' | 'kind' | 'empty' | 'merge' | 'problem'>
/** Where a field is: of a thing itself, or of the entries of a list in it. */
export type FieldPlace = Pick<Act, 'thing' | 'list' | 'field'>

/** No text is an empty text. */
export const altText: Described = {
  label: 'Alt text',
  kind: { ...text, isSame: (one, other) => (one ?? '') === (other ?? '') },
  empty: '',
  merge: text.merge,
  problem: anything,
}

/** What it says in the other languages of the store. */
export const altTexts: Described & Pick<Field<Texts>, 'kind'> = {
  label: 'Alt text in other languages',
  kind: translationsOf('Alt text', text),
  empty: {},
  merge: 'record',
  problem: anything,
}

/** What buyers read beside a file. */
const fileDescription: Described = { ...altText, label: 'Description' }

/** Fields that the entries of each list have, but for pictures, which are no values that are typed. */
const fieldsOfEntries: Record<List, (field: string | null) => Described | undefined> = {
  pictures: (field) => (field === 'alt' ? altText : field === 'altTranslated' ? altTexts : undefined),
  files: (field) => (field === 'description' ? fileDescription : undefined),
  videos: () => undefined,
  variations: ownFieldOf,
}

/** The entry of the field of whatever an act is about; undefined: it sets none, or one that this version does not know. */
export function describedField({ thing, list, field }: FieldPlace): Described | undefined {
  if (thing !== 'product') return shelfFieldOf(thing, field)
  if (list !== null) return fieldsOfEntries[list](field)
  return isProductField(field) ? fieldOf(field) : undefined
}

/** It travels as a difference to whatever the store has: +5 stays +5. */
export const isDifference = (place: FieldPlace): boolean => describedField(place)?.merge === 'difference'
