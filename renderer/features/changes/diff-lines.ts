import type { ChangeView } from '../../../electron/shared/change'
import {
  addedPictureSchema,
  createPayloadSchema,
  pictureOrderSchema,
  removedPictureSchema,
  variationPictureSchema,
  type RemovedPicture,
  type VariationPicture,
} from '../../../electron/shared/change-record'
import { stagedSource } from '../../../electron/shared/picture-src'
import { newProductFields, productFieldNames, type ProductField } from '../../../electron/shared/fields/product-fields'
import { fieldLabels } from '../../format/field-labels'
import { fieldText, type StoreWords } from './field-value'

/** One line of a diff. '' is no value; sources are for pictureSrc(). */
export type DiffLine =
  | { kind: 'value'; label: string; before: string; after: string }
  /** A text long enough to show only where it differs. */
  | { kind: 'text'; label: string; before: string; after: string }
  | { kind: 'pictures'; label: string; before: string[]; after: string[]; alt: string }
  | { kind: 'sentence'; label: string; text: string }

/** A change, or what a revert of one would do. */
type Diffed = Pick<ChangeView, 'kind' | 'field' | 'before' | 'after'>

const longFields: ProductField[] = ['description', 'seoDescription']

/** A change as its owner reads it. One field that holds several values yields a line for each that differs. */
export function diffLines(change: Diffed, words: StoreWords): DiffLine[] {
  switch (change.kind) {
    case 'create':
      return createLines(change, words)
    case 'field':
      return fieldLines(change.field as ProductField, change.before, change.after, words)
    case 'delete':
      return [{ kind: 'sentence', label: 'Product', text: 'Deleted' }]
    default:
      return [pictureLine(change)]
  }
}

function createLines({ after }: Diffed, words: StoreWords): DiffLine[] {
  const payload = createPayloadSchema.safeParse(after)
  const made: DiffLine = { kind: 'sentence', label: 'Product', text: 'New product' }
  if (!payload.success) return [made]
  const { fields, copied } = payload.data
  const lines = productFieldNames
    .filter((field) => field in fields)
    .flatMap((field) => fieldLines(field, newProductFields[field], fields[field], words))
  const copy: DiffLine[] = copied
    ? [{ kind: 'sentence', label: 'Everything else', text: 'Copied from the original' }]
    : []
  return [made, ...lines, ...copy]
}

export function fieldLines(field: ProductField, before: unknown, after: unknown, words: StoreWords): DiffLine[] {
  if (field === 'attributes') return attributeLines(before, after, words)
  const texts = { before: fieldText(field, before, words), after: fieldText(field, after, words) }
  const label = fieldLabels[field] ?? field
  if (texts.before === texts.after) {
    if (JSON.stringify(before) === JSON.stringify(after)) return []
    return [{ kind: 'sentence', label, text: 'Only its formatting differs' }]
  }
  return [{ kind: longFields.includes(field) ? 'text' : 'value', label, ...texts }]
}

function attributeLines(before: unknown, after: unknown, { productTypes }: StoreWords): DiffLine[] {
  const [old, now] = [valuesById(before), valuesById(after)]
  const named = new Map(productTypes.flatMap(({ attributes }) => attributes).map(({ id, name }) => [String(id), name]))
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((id) => (old[id] ?? '') !== (now[id] ?? ''))
    .map((id) => ({
      kind: 'value',
      label: named.get(id) || `Attribute ${id}`,
      before: old[id] ?? '',
      after: now[id] ?? '',
    }))
}

function valuesById(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([id, text]) => [id, String(text)]))
}

function pictureLine(change: Diffed): DiffLine {
  const { kind, field, before, after } = change
  if (kind === 'picture.order') {
    return { kind: 'pictures', label: 'Picture order', before: keysOf(before), after: keysOf(after), alt: '' }
  }
  if (kind === 'picture.alt') {
    return { kind: 'value', label: 'Alt text', before: textOf(before), after: textOf(after) }
  }
  if (kind === 'picture.variation') return variationLine(before, after)
  const removed = removedPictureSchema.safeParse(before).data
  const gone = goneSources(removed)
  if (kind === 'picture.remove') {
    const alt = removed ? removed.alt : (field ?? '')
    return { kind: 'pictures', label: 'Picture removed', before: gone, after: [], alt }
  }
  const added = addedPictureSchema.safeParse(after)
  const label = added.success && added.data.role === 'main' ? 'Main picture' : 'Picture added'
  if (!added.success) return { kind: 'sentence', label, text: 'A picture' }
  const { source, fileName, alt } = added.data
  return { kind: 'pictures', label, before: gone, after: sourcesOf({ source }), alt: alt || fileName }
}

function variationLine(before: unknown, after: unknown): DiffLine {
  const [old, now] = [variationPictureSchema.safeParse(before).data, variationPictureSchema.safeParse(after).data]
  const variation = now?.label || old?.label
  return {
    kind: 'pictures',
    label: variation ? `Picture of ${variation}` : 'Picture of a variation',
    before: sourcesOf(old),
    after: sourcesOf(now),
    alt: now?.alt || now?.fileName || '',
  }
}

export function sourcesOf(picture: Pick<VariationPicture, 'source'> | undefined): string[] {
  const source = picture?.source
  return source ? ['hash' in source ? stagedSource(source.hash) : source.url] : []
}

/** A picture that goes, as it was kept for an undo. */
export const goneSources = (picture: RemovedPicture | undefined): string[] =>
  picture ? [picture.hash ? stagedSource(picture.hash) : picture.url] : []

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** A picture that has no address yet has nothing to show. */
export function keysOf(value: unknown): string[] {
  const keys = pictureOrderSchema.safeParse(value)
  return keys.success ? keys.data.filter((key) => !key.startsWith('local:')) : []
}
