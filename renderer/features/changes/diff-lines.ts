import type { ChangeView } from '../../../electron/shared/change'
import {
  isCreate,
  isDelete,
  isOfFiles,
  isOfPictures,
  isOfVariations,
  isOfVideos,
  setsOwnPicture,
  type Act,
} from '../../../electron/shared/change-address'
import {
  addedPictureSchema,
  addedVariationSchema,
  createPayloadSchema,
  pictureOrderSchema,
  removedPictureSchema,
  shelfBodySchema,
  ownPictureSchema,
  type RemovedPicture,
  type OwnPicture,
} from '../../../electron/shared/change-record'
import { stagedSource } from '../../../electron/shared/picture-src'
import { ownFieldNames } from '../../../electron/shared/fields/own-fields'
import { fieldOf, fieldsIn, newProductFields } from '../../../electron/shared/fields/product-fields'
import { isEqual } from '../../../electron/shared/fields/equal'
import { altText, altTexts } from '../../../electron/shared/fields/thing-fields'
import {
  isArranged,
  isLongText,
  labelOf,
  newThing,
  shownApart,
  shownField,
} from '../../../electron/shared/fields/shown'
import type { NamedText, StoreWords } from '../../../electron/shared/fields/kind'

/** One line of a diff. '' is no value; sources are for pictureSrc(). */
export type DiffLine =
  | { kind: 'value'; label: string; before: string; after: string }
  /** A number that is sent as a difference: what others made of it meanwhile stays, so that only the difference says what was done. */
  | { kind: 'difference'; label: string; difference: string; before: string; after: string }
  /** A text long enough to show only where it differs. */
  | { kind: 'text'; label: string; before: string; after: string }
  | { kind: 'pictures'; label: string; before: string[]; after: string[]; alt: string }
  | { kind: 'sentence'; label: string; text: string }

/** A change, or what a revert of one would do. */
type Diffed = Act & Pick<ChangeView, 'entry' | 'before' | 'after'>

/** A change as its owner reads it. One field that holds several values yields a line for each that differs. */
export function diffLines(change: Diffed, words: StoreWords): DiffLine[] {
  if (setsOwnPicture(change)) return ownPictureLines(change, words)
  if (isOfPictures(change) && change.verb !== 'set') return [pictureLine(change)]
  if (isOfVariations(change) && change.verb !== 'set') return variationLines(change, words)
  if (isOfVideos(change)) return [entryLine('Video', change)]
  if (isOfFiles(change) && change.verb !== 'set') return [entryLine('File', change)]
  if (isCreate(change)) return createLines(change, words)
  if (isDelete(change)) return [{ kind: 'sentence', label: thingNames[change.thing], text: 'Deleted' }]
  return fieldLines(change, change.before, change.after, words)
}

/** What comes or goes, by its name. */
function entryLine(label: string, { verb, entry }: Diffed): DiffLine {
  const [before, after] = verb === 'add' ? ['', entry ?? ''] : [entry ?? '', '']
  return { kind: 'value', label, before, after }
}

export const thingNames: Readonly<Record<Act['thing'], string>> = {
  product: 'Product',
  category: 'Category',
  productType: 'Product type',
}

function createLines({ thing, after }: Diffed, words: StoreWords): DiffLine[] {
  const made: DiffLine = { kind: 'sentence', label: thingNames[thing], text: newThing[thing] }
  if (thing !== 'product') {
    const body = shelfBodySchema.safeParse(after).data ?? { name: '' }
    const lines = ([field, value]: [string, unknown]) =>
      fieldLines({ thing, list: null, field }, emptyOf(value), value, words)
    // Texts in other languages are no fields of their own here.
    return [
      made,
      ...Object.entries(body)
        .filter(([field]) => !field.endsWith('Translated'))
        .flatMap(lines),
    ]
  }
  const payload = createPayloadSchema.safeParse(after)
  if (!payload.success) return [made]
  const { fields, copied } = payload.data
  const lines = fieldsIn(fields).flatMap((field) => fieldLines(field, newProductFields[field], fields[field], words))
  const copy: DiffLine[] = copied
    ? [{ kind: 'sentence', label: 'Everything else', text: 'Copied from the original' }]
    : []
  return [made, ...lines, ...copy]
}

const emptyOf = (value: unknown) => (typeof value === 'number' ? 0 : '')

type Of = Parameters<typeof labelOf>[0]

export function fieldLines(of: Of, before: unknown, after: unknown, words: StoreWords): DiffLine[] {
  const label = labelOf(of)
  const [old, now] = [shownApart(of, before, words), shownApart(of, after, words)]
  if (old && now) {
    const lines = linesApart(label, old, now)
    const isMoved = lines.length === 0 && isArranged(of) && !isEqual(keysIn(old), keysIn(now))
    return isMoved ? [{ kind: 'sentence', label, text: 'In another order' }] : lines
  }
  const texts = { before: shownField(of, before, words), after: shownField(of, after, words) }
  if (texts.before === texts.after) {
    if (JSON.stringify(before) === JSON.stringify(after)) return []
    return [{ kind: 'sentence', label, text: 'Only its formatting differs' }]
  }
  const field = typeof of === 'string' ? of : of?.field
  if (field === 'quantity' && typeof before === 'number' && typeof after === 'number') {
    return [{ kind: 'difference', label, difference: signed(of, after - before, words), ...texts }]
  }
  return [{ kind: isLongText(of) ? 'text' : 'value', label, ...texts }]
}

const signed = (of: Of, by: number, words: StoreWords): string =>
  `${by > 0 ? '+' : '−'}${shownField(of, Math.abs(by), words)}`

const keysIn = (all: readonly NamedText[]) => all.map(({ key }) => key)

function linesApart(field: string, before: readonly NamedText[], after: readonly NamedText[]): DiffLine[] {
  const renamed = after.flatMap((now) => {
    const was = before.find((one) => wasRenamed(one, now, after))
    return was ? [{ was, now }] : []
  })
  const namesNow = new Map(renamed.map(({ was, now }) => [was.key, now]))
  const lines = new Map(
    before.map(({ key, label, text }) => {
      const now = namesNow.get(key)
      return [now?.key ?? key, { label: now?.label ?? label, before: text, after: '' }]
    }),
  )
  for (const { key, label, text } of after) lines.set(key, { label, before: lines.get(key)?.before ?? '', after: text })
  const names = renamed.map(({ was, now }) => ({ label: field, before: was.key, after: now.key }))
  return [...names, ...lines.values()]
    .filter((line) => line.before !== line.after)
    .map((line) => ({ kind: 'value', ...line }))
}

/** On either side: what is undone is renamed back. */
const wasRenamed = (was: NamedText, now: NamedText, after: readonly NamedText[]): boolean =>
  was.key !== now.key &&
  (now.formerly?.includes(was.key) === true ||
    (was.formerly?.includes(now.key) === true && !after.some(({ key }) => key === was.key)))

function pictureLine({ verb, key, before, after }: Diffed): DiffLine {
  if (verb === 'order') {
    return { kind: 'pictures', label: 'Picture order', before: keysOf(before), after: keysOf(after), alt: '' }
  }
  const removed = removedPictureSchema.safeParse(before).data
  const gone = goneSources(removed)
  if (verb === 'remove') {
    // Its thumbnail may be nowhere any more.
    const alt = removed ? removed.alt || `picture ${removed.position + 1}` : (key ?? '')
    return { kind: 'pictures', label: 'Picture removed', before: gone, after: [], alt }
  }
  const added = addedPictureSchema.safeParse(after)
  const label = added.success && added.data.role === 'main' ? 'Main picture' : 'Picture added'
  if (!added.success) return { kind: 'sentence', label, text: 'A picture' }
  const { source, fileName, alt } = added.data
  return { kind: 'pictures', label, before: gone, after: sourcesOf({ source }), alt: alt || fileName }
}

/** One that comes, with what it has of its own, or one that goes. */
function variationLines({ thing, list, verb, entry, after }: Diffed, words: StoreWords): DiffLine[] {
  const label = `Variation ${entry ?? ''}`.trim()
  const added = verb === 'add' ? addedVariationSchema.safeParse(after).data : undefined
  const lines = ownFieldNames.flatMap((field) => {
    const value = fieldOf(field).kind.read(added?.body[field])
    return value === undefined ? [] : fieldLines({ thing, list, field, entry }, null, value, words)
  })
  return [{ kind: 'sentence', label, text: verb === 'add' ? 'Added' : 'Removed' }, ...lines]
}

/** Of one of them, or of whichever. */
export const ownPictureLabel = ({ thing, entry }: Pick<Diffed, 'thing' | 'entry'>): string =>
  thing === 'category' ? 'Picture' : `Picture of ${entry || 'a variation'}`

function ownPictureLines({ before, after, ...of }: Diffed, words: StoreWords): DiffLine[] {
  const [old, now] = [ownPictureSchema.safeParse(before).data, ownPictureSchema.safeParse(after).data]
  if (old?.key !== undefined && old.key === now?.key) {
    const whose = of.entry ? `${of.entry}: ` : ''
    return linesApart('', saidOf(old, words), saidOf(now, words)).map((line) => ({
      ...line,
      label: whose + line.label,
    }))
  }
  const alt = now?.alt || now?.fileName || ''
  return [{ kind: 'pictures', label: ownPictureLabel(of), before: sourcesOf(old), after: sourcesOf(now), alt }]
}

/** What is said of a picture, in the first language of the store and in others, whose map holds the first one too. */
export function saidOf(
  { alt, translated = {} }: Pick<OwnPicture, 'alt' | 'translated'>,
  words: StoreWords,
): NamedText[] {
  const others = Object.entries(translated).filter(([, text]) => text !== alt)
  const main = { key: '', label: altText.label, text: alt }
  return [main, ...(altTexts.kind.apart?.(Object.fromEntries(others), words) ?? [])]
}

export function sourcesOf(picture: Pick<OwnPicture, 'source'> | undefined): string[] {
  const source = picture?.source
  return source ? ['hash' in source ? stagedSource(source.hash) : source.url] : []
}

/** A picture that goes, as it was kept for an undo. */
export const goneSources = (picture: RemovedPicture | undefined): string[] =>
  picture ? [picture.hash ? stagedSource(picture.hash) : picture.url] : []

/** A picture that has no address yet has nothing to show. */
export function keysOf(value: unknown): string[] {
  const keys = pictureOrderSchema.safeParse(value)
  return keys.success ? keys.data.filter((key) => !key.startsWith('local:')) : []
}
