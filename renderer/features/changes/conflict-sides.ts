import type { ConflictKind, ConflictView } from '../../../electron/shared/change'
import {
  addsPicture,
  isDelete,
  ordersPictures,
  removesVariation,
  setsOwnPicture,
  type Act,
} from '../../../electron/shared/change-address'
import {
  addedPictureSchema,
  removedPictureSchema,
  ownPictureSchema,
  type OwnPicture,
} from '../../../electron/shared/change-record'
import { labelOf, shownApart, shownField } from '../../../electron/shared/fields/shown'
import { wholeWordDiff, type DiffPart } from '../../format/word-diff'
import { deletedText, differenceText } from './deletion-sides'
import { fieldLines, goneSources, keysOf, sourcesOf, thingNames, ownPictureLabel, saidOf } from './diff-lines'
import type { StoreWords } from '../../../electron/shared/fields/kind'

/** The three texts of one conflict, side by side. Parts: what differs from where both started. */
export type ConflictSides = {
  label: string
  base: string
  mine: DiffPart[]
  theirs: DiffPart[]
  /** Sources for pictureSrc(), where pictures differ instead of texts. */
  pictures?: Record<'base' | 'mine' | 'theirs', string[]>
}

export function conflictSides(conflict: ConflictView, words: StoreWords): ConflictSides {
  const { before, after, theirs } = conflict
  if (isDelete(conflict)) {
    const label = thingNames[conflict.thing]
    return { label, base: '', mine: plain(deletedText(conflict)), theirs: plain(differenceText(conflict, words)) }
  }
  if (removesVariation(conflict)) {
    const label = `Variation ${conflict.entry ?? ''}`.trim()
    return { label, base: '', mine: plain('Removed'), theirs: plain('Changed') }
  }
  if (setsOwnPicture(conflict)) return pictureSides(conflict, words)
  if (addsPicture(conflict)) return mainSides(conflict)
  if (ordersPictures(conflict)) return orderSides(conflict)
  if (shownApart(conflict, before, words)) return sidesApart(conflict, words)
  const write = (value: unknown) => shownField(conflict, value, words)
  return sides(labelOf(conflict), write(before), write(after), write(theirs))
}

const thingsNames: Readonly<Record<Act['thing'], string>> = {
  product: 'products',
  category: 'categories',
  productType: 'product types',
}

/** What a conflict of this kind is called. */
export function kindLabel(kind: ConflictKind): string {
  if (isDelete(kind)) return `Deleted ${thingsNames[kind.thing]}`
  if (removesVariation(kind)) return 'Removed variations'
  if (setsOwnPicture(kind)) return kind.thing === 'category' ? 'Pictures of categories' : 'Pictures of variations'
  if (addsPicture(kind)) return 'Main pictures'
  if (ordersPictures(kind)) return 'Picture order'
  return labelOf(kind)
}

function sides(label: string, base: string, mine: string, theirs: string): ConflictSides {
  return { label, base, mine: marked(base, mine), theirs: marked(base, theirs) }
}

/** Only what a side made of the text: what it took away stands in the column where both started. */
function marked(base: string, now: string): DiffPart[] {
  if (now === '') return []
  // A number or a word of its own has no parts.
  if (!base.includes(' ') || !now.includes(' ')) return [{ kind: base === now ? 'same' : 'added', text: now }]
  return wholeWordDiff(base, now).filter(({ kind }) => kind !== 'removed')
}

/** Of all attributes only those that either side touched. */
function sidesApart(conflict: ConflictView, words: StoreWords): ConflictSides {
  const { before, after, theirs } = conflict
  const touched = new Map<string, { base: string; mine: string; theirs: string }>()
  for (const line of fieldLines(conflict, before, after, words)) {
    if (line.kind === 'value') touched.set(line.label, { base: line.before, mine: line.after, theirs: line.before })
  }
  for (const line of fieldLines(conflict, before, theirs, words)) {
    if (line.kind !== 'value') continue
    const mine = touched.get(line.label)?.mine ?? line.before
    touched.set(line.label, { base: line.before, mine, theirs: line.after })
  }
  const all = (side: 'base' | 'mine' | 'theirs') =>
    [...touched].map(([label, values]) => `${label}: ${values[side] || '–'}`).join(', ')
  return sides(labelOf(conflict), all('base'), all('mine'), all('theirs'))
}

function pictureSides({ before, after, theirs, ...of }: ConflictView, words: StoreWords): ConflictSides {
  const [base, mine, now] = [before, after, theirs].map((value) => ownPictureSchema.safeParse(value).data)
  // Of one picture it is the text that differs.
  if (base && mine && now && mine.key !== undefined && base.key === mine.key && mine.key === now.key) {
    const said = (picture: OwnPicture) =>
      saidOf(picture, words)
        .map(({ key, label, text }) => (key === '' ? text : `${label}: ${text}`))
        .filter(Boolean)
        .join(', ')
    return sides(`Alt text, ${ownPictureLabel(of)}`, said(base), said(mine), said(now))
  }
  const pictures = { base: sourcesOf(base), mine: sourcesOf(mine), theirs: sourcesOf(now) }
  return { label: ownPictureLabel(of), base: '', mine: [], theirs: [], pictures }
}

/** Two main pictures: the one that was to take the place of what its owner saw, and the one that is there now. */
function mainSides({ before, after, theirs }: ConflictView): ConflictSides {
  const [base, now] = [before, theirs].map((value) => goneSources(removedPictureSchema.safeParse(value).data))
  const pictures = { base: base ?? [], mine: sourcesOf(addedPictureSchema.safeParse(after).data), theirs: now ?? [] }
  return { label: 'Main picture', base: '', mine: [], theirs: [], pictures }
}

function orderSides({ before, after, theirs }: ConflictView): ConflictSides {
  const pictures = { base: keysOf(before), mine: keysOf(after), theirs: keysOf(theirs) }
  return { label: 'Picture order', base: '', mine: [], theirs: [], pictures }
}

const plain = (text: string): DiffPart[] => [{ kind: 'same', text }]
