import type { ConflictView, FieldDifference } from '../../../electron/shared/change'
import { stillBelowSchema, type StillBelow } from '../../../electron/shared/change-record'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import { labelOf, shownField } from '../../../electron/shared/fields/shown'
import { formatNumber } from '../../../electron/shared/numbers/numbers'

const differencesOf = ({ theirs }: ConflictView): FieldDifference[] =>
  Array.isArray(theirs) ? (theirs as FieldDifference[]) : []

/** What its owner did, with what becomes of what is below it. */
export function deletedText(conflict: ConflictView): string {
  const below = differencesOf(conflict).flatMap((difference) => belowIn(difference) ?? [])
  const [going, moving] = [true, false].map((goes) => quoted(below.filter((each) => each.goes === goes)))
  const deleted = going ? `Deleted with ${going}` : 'Deleted'
  return moving ? `${deleted}, ${moving} moved up` : deleted
}

const belowIn = ({ field, after }: FieldDifference): StillBelow | undefined =>
  field === 'below' ? stillBelowSchema.shape.below.safeParse(after).data : undefined

const named = 3

function quoted(below: StillBelow): string {
  const names = below.slice(0, named).map(({ name }) => `“${name}”`)
  const more = below.length - named
  return [...names, ...(more > 0 ? [`${formatNumber(more)} more`] : [])].join(', ')
}

/** What others made of it meanwhile. */
export function differenceText(conflict: ConflictView, words: StoreWords): string {
  const { thing } = conflict
  const texts = differencesOf(conflict).map((difference) => {
    const { field, before, after } = difference
    const below = belowIn(difference)
    if (below) return `Below it: ${quoted(below)}`
    if (field === 'pictures') return 'Pictures changed'
    if (field === 'variations') return 'Variations changed'
    if (field === 'videos') return 'Videos changed'
    if (field === 'files') return 'Files changed'
    const of = { thing, list: null, field }
    const [old, now] = [shownField(of, before, words), shownField(of, after, words)]
    const label = labelOf(of)
    return old.length + now.length > 80 ? `${label} changed` : `${label}: ${old || 'nothing'} → ${now || 'nothing'}`
  })
  return texts.join(', ') || 'Changed'
}
