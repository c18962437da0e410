import type { StoreWords } from '../../../electron/shared/fields/kind'
import { fieldOf, type ProductField, type ProductPatch } from '../../../electron/shared/fields/product-fields'
import { foldText } from '../../../electron/shared/fold-text'
import { yesOrNo } from '../../../electron/shared/yes-no'
import { flagWords } from '../../format/flag-words'
import { unreadSentence } from '../../format/number-question'
import { numberIn, numberText } from '../../format/typed-number'
import type { ReadText, SheetColumn } from './sheet-column'

type About = Pick<SheetColumn, 'path' | 'field' | 'title' | 'width' | 'align' | 'fields'>
const none = (): readonly string[] => []
const valueOf = (field: ProductField, value: unknown): ReadText => ({ values: { [field]: value } })

function about(field: ProductField): About {
  const { column, label, kind } = fieldOf(field)
  const width = column.width === 'rest' ? 260 : Math.max(90, column.width + 24)
  return {
    path: field,
    field,
    title: kind.name === 'flag' ? label : column.title,
    width,
    align: column.align,
    fields: [field],
  }
}

const shownAs =
  (field: ProductField) =>
  (values: ProductPatch, words: StoreWords): string =>
    values[field] === undefined ? '' : fieldOf(field).kind.shown(values[field], words)

/** What a cell is too small to type: it is read here and changed in the form. */
export const readColumn = (field: ProductField): SheetColumn => ({
  ...about(field),
  shown: (values, words) => shownAs(field)(values, words).replace(/\s+/g, ' ').trim(),
  typing: null,
})

export const textColumn = (field: ProductField, isLong: boolean): SheetColumn => ({
  ...about(field),
  shown: (values) => String(values[field] ?? ''),
  typing: {
    text: (values) => String(values[field] ?? ''),
    read: (text) => valueOf(field, isLong ? text : text.replace(/\s*[\r\n]+\s*/g, ' ')),
    unread: () => '',
    choices: none,
    isLong,
  },
})

export function numberColumn(field: ProductField): SheetColumn {
  const { kind } = fieldOf(field)
  return {
    ...about(field),
    shown: shownAs(field),
    amount: (values) => amountIn(values[field]),
    written: (amount, words) => kind.shown(amount, words),
    typing: {
      text: (values, words) => numberText(kind, values[field], words),
      read: (text, _values, words) => {
        const read = numberIn(kind, text, words)
        return read === undefined ? { text } : valueOf(field, read)
      },
      unread: (text, { profile }) => unreadSentence(field, text, profile),
      choices: none,
      isLong: false,
    },
  }
}

/** A number of a value that consists of several, such as the length of the dimensions. */
export function partColumn(field: ProductField, name: string): SheetColumn | null {
  const part = fieldOf(field).kind.parts[name]
  if (part?.kind.name !== 'number') return null
  const whole = (values: ProductPatch) => (values[field] ?? fieldOf(field).empty) as Record<string, unknown>
  const path = `${field}.${name}`
  return {
    ...about(field),
    ...{ path, title: part.label, width: 100, align: 'right', key: name },
    shown: (values, words) => part.kind.shown(whole(values)[name], words),
    amount: (values) => amountIn(whole(values)[name]),
    written: (amount, words) => part.kind.shown(amount, words),
    typing: {
      text: (values, words) => numberText(part.kind, whole(values)[name], words),
      read: (text, values, words) => {
        const read = numberIn(part.kind, text, words)
        return read === undefined ? { text } : valueOf(field, part.settled({ ...whole(values), [name]: read }))
      },
      unread: (text, { profile }) => unreadSentence(path, text, profile),
      choices: none,
      isLong: false,
    },
  }
}

/** One of a few words: as much of one is typed as tells it from the others. */
export function wordColumn(field: ProductField, words: readonly (readonly [unknown, string])[]): SheetColumn {
  const labels = words.map(([, label]) => label)
  return {
    ...about(field),
    shown: shownAs(field),
    typing: {
      text: (values, said) => shownAs(field)(values, said),
      read: (text) => {
        const wanted = foldText(text.trim())
        const exact = words.filter(([, label]) => foldText(label) === wanted)
        const found = exact.length > 0 ? exact : words.filter(([, label]) => foldText(label).startsWith(wanted))
        return found[0] && found.length === 1 && wanted !== '' ? valueOf(field, found[0][0]) : { text }
      },
      unread: () => `Enter one of these: ${labels.join(', ')}.`,
      choices: () => labels,
      isLong: false,
    },
  }
}

/** A switch: whatever programs for tables write of one is read too. */
export function flagColumn(field: ProductField): SheetColumn {
  const column = wordColumn(field, flagWords(fieldOf(field).kind))
  const read = (text: string, ...about: [ProductPatch, StoreWords]): ReadText => {
    const typed = column.typing?.read(text, ...about) ?? { text }
    // A letter alone is the beginning of a word.
    const said = 'text' in typed && /^\d$|../u.test(text.trim()) ? yesOrNo(text) : null
    return said === null ? typed : valueOf(field, said)
  }
  return { ...column, typing: column.typing && { ...column.typing, read } }
}

const amountIn = (value: unknown): number[] => (typeof value === 'number' ? [value] : [])
