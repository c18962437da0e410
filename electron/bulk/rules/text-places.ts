import { fieldOf, type ProductField } from '../../shared/fields/product-fields'
import { text as plainText } from '../../shared/fields/text-kinds'
import type { BulkProduct } from '../planner'

/** A text of a product or of a variation. `part`: of a value that consists of several, '' of one that is one text. */
export type TextPlace = {
  variationId: number | null
  field: ProductField
  part: string
  text: string
  isHtml: boolean
}

type Asked = { fields: readonly ProductField[]; variations: boolean }

/** In the order of the form, first the product's; a text that is empty is none. */
export function textPlaces({ fields, variations }: BulkProduct, asked: Asked): TextPlace[] {
  const owners: [number | null, Partial<Record<ProductField, unknown>>][] = [
    [null, fields],
    ...(asked.variations ? variations.map(({ id, own }): [number, typeof own] => [id, own]) : []),
  ]
  return owners.flatMap(([variationId, values]) =>
    asked.fields.flatMap((field) => textsOf(field, values[field]).map((each) => ({ variationId, field, ...each }))),
  )
}

function textsOf(field: ProductField, value: unknown): Pick<TextPlace, 'part' | 'text' | 'isHtml'>[] {
  const { kind } = fieldOf(field)
  if (typeof value === 'string') return value === '' ? [] : [{ part: '', text: value, isHtml: kind.name === 'html' }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([part, text]: [string, unknown]) => {
    const { box, name } = kind.each ?? kind.parts[part]?.kind ?? plainText
    return box === 'words' && typeof text === 'string' && text !== '' ? [{ part, text, isHtml: name === 'html' }] : []
  })
}

/** The value with another text in it. */
export const withText = (value: unknown, part: string, text: string): unknown =>
  part === '' ? text : { ...(value as Record<string, unknown>), [part]: text }
