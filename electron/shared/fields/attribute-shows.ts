import { z } from 'zod'
import { isSameRecord } from './equal'
import type { Kind, NamedText, StoreWords } from './kind'
import { attributes } from './record-kinds'

/** What of an attribute shoppers see; a price stands beside the product’s own. */
export const shows = { DESCR: 'To shoppers', NOTSHOW: 'To nobody', PRICE: 'Beside the price' } as const
export type Show = keyof typeof shows
/** By the ids of the attributes. */
export type Shows = Readonly<Record<string, Show>>

export const isShow = (value: unknown): value is Show => typeof value === 'string' && Object.hasOwn(shows, value)

/** Where a product shows each of its attributes. */
export const attributeShows: Kind<Shows> = {
  name: 'attributeShows',
  box: 'none',
  column: { width: 200, align: 'left' },
  schema: z.record(z.string(), z.enum(Object.keys(shows) as [Show, ...Show[]])),
  // Ecwid keeps each beside its value.
  read: () => undefined,
  merge: 'record',
  isSame: isSameRecord,
  shown: (value, words) =>
    namedShows(value, words)
      .map(({ label, text }) => `${label}: ${text}`)
      .join(', '),
  apart: namedShows,
  inOrder: null,
  typed: null,
  choices: {},
  parts: {},
  list: null,
}

/** `Glaze shown` */
function namedShows(all: unknown, words: StoreWords): NamedText[] {
  if (typeof all !== 'object' || all === null) return []
  return Object.entries(all).map(([key, show]) => {
    const [named] = attributes.apart?.({ [key]: '' }, words) ?? []
    return { key, label: `${named?.label ?? key} shown`, text: isShow(show) ? shows[show] : '' }
  })
}
