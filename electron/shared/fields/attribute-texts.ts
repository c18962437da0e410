import { z } from 'zod'
import { languageName } from '../language-name'
import { isSameRecord } from './equal'
import type { Kind, NamedText, StoreWords } from './kind'
import { attributes } from './record-kinds'
import type { Texts } from './translations'

// What attributes say in other languages: each text by its attribute and its language, `5.de`, so that two people who write two of them both win.

const keyOf = (attribute: string, language: string): string => `${attribute}.${language}`

/** The name of an attribute may hold any sign, a language no dot. */
function partsOf(key: string): { attribute: string; language: string } {
  const at = key.lastIndexOf('.')
  return { attribute: key.slice(0, Math.max(at, 0)), language: key.slice(at + 1) }
}

/** Of one attribute, language -> text. */
export function textsOf(all: Texts, attribute: string): Texts {
  const own = Object.entries(all).map(([key, text]) => ({ ...partsOf(key), text }))
  return Object.fromEntries(
    own.filter((one) => one.attribute === attribute).map(({ language, text }) => [language, text]),
  )
}

export const textsUnder = (attribute: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [keyOf(attribute, language), text]))

/** With each attribute under what it is called now; undefined: it is called nothing any more, and its texts go. */
export const withAttributesNow = <Value>(
  all: Readonly<Record<string, Value>>,
  now: (attribute: string) => string | undefined,
): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([key, text]): [string, Value][] => {
      const { attribute, language } = partsOf(key)
      const named = now(attribute)
      return named === undefined ? [] : [[keyOf(named, language), text]]
    }),
  )

export const attributeOfText = (key: string): string => partsOf(key).attribute

/** A text beside no value is none: the store keeps it with the value or not at all. */
export const textsBesideValues = (all: Texts, values: Readonly<Record<string, string>>): Texts =>
  withAttributesNow(all, (attribute) => (values[attribute] ? attribute : undefined))

export const attributeTexts: Kind<Texts> = {
  name: 'attributeTexts',
  box: 'texts',
  column: { width: 200, align: 'left' },
  schema: z.record(z.string(), z.string()),
  // Ecwid keeps each beside its value.
  read: () => undefined,
  merge: 'record',
  isSame: isSameRecord,
  shown: (value, words) =>
    namedTexts(value, words)
      .flatMap(({ label, text }) => (text ? [`${label}: ${text}`] : []))
      .join(', '),
  apart: namedTexts,
  inOrder: null,
  typed: null,
  choices: {},
  parts: {},
  list: null,
}

/** `Glaze in German` */
function namedTexts(all: unknown, words: StoreWords): NamedText[] {
  if (typeof all !== 'object' || all === null) return []
  return Object.entries(all).map(([key, text]) => {
    const { attribute, language } = partsOf(key)
    const [named] = attributes.apart?.({ [attribute]: '' }, words) ?? []
    return { key, label: `${named?.label ?? attribute} in ${languageName(language)}`, text: String(text ?? '') }
  })
}

const sameEverywhere = new Set(['UPC', 'PRICE_PER_UNIT', 'UNITS_IN_PRODUCT'])

/** Numbers and codes are the same in every language. */
export const isTranslatedAttribute = ({ type }: { type: string }): boolean =>
  !sameEverywhere.has(type) && !type.startsWith('EXTERNAL_')
