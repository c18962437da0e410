import type { Catalogue } from '../catalogue/catalogue'
import { worstState } from '../catalogue/changes-table'
import { altTextsOf } from '../shared/alt-translations'
import { setsField, setsOwnPicture } from '../shared/change-address'
import { ownPictureSchema, type ChangeRecord } from '../shared/change-record'
import { AppError, reasonText } from '../shared/errors'
import { shelfFieldNames, type ShelfThing } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import type { ShelfDetail } from '../shared/shelf'
import { remoteCategorySchema } from '../shared/remote-product'
import type { RemoteShelf } from '../shared/remote-shelf'
import { isGone } from './gone-reason'
import { ownPicture } from './own-picture'
import { shelfDraft } from './shelf-drafts'
import { seeShelf, shelfNamed } from './shelves'

/** `id`: by which products name it. */
export function shelfDetail(catalogue: Catalogue, { thing, id }: { thing: ShelfThing; id: number }): ShelfDetail {
  const shelf = seeShelf(catalogue, shelfNamed(catalogue, thing, id))
  if (!shelf) throw new AppError('not-found', 'This is no longer in the catalogue.')
  const { current, open, languages } = shelf
  const fields = shelfFieldNames(thing).map((name) => [name, readShelf(thing, current, name, languages)] as const)
  return {
    thing,
    id: current.id,
    fields: Object.fromEntries(fields),
    picture: thing === 'category' ? pictureOf(current, languages) : null,
    upload: open.map(uploadOf).findLast((upload) => upload !== null) ?? null,
    state: worstState(open),
    isDeletedInStore: open.some(isGone),
    draft: shelfDraft(catalogue, shelf.id),
    problems: open.flatMap(toProblem),
  }
}

function pictureOf(current: RemoteShelf, languages: readonly string[]): ShelfDetail['picture'] {
  const category = remoteCategorySchema.parse(current)
  const { source, alt } = ownPicture(category)
  // A size that fits the page, where the store has one.
  const shown = category.thumbnailUrl ?? category.imageUrl
  if (source === null || shown === undefined) return null
  return { source: shown, alt, altTexts: altTextsOf(category.alt, languages) }
}

/** What is refused or asked about is a problem. */
function uploadOf(change: ChangeRecord): ShelfDetail['upload'] {
  const { id: changeId, state } = change
  if (!setsOwnPicture(change) || ownPictureSchema.parse(change.after).source === null) return null
  return state === 'waiting' || state === 'sending' || state === 'unknown' ? { changeId, state } : null
}

function toProblem(change: ChangeRecord): ShelfDetail['problems'] {
  const { id: changeId, state, reason, theirs, field } = change
  if (state !== 'refused' && state !== 'conflict') return []
  const message = reason ? reasonText(reason) : 'The store has another value now.'
  const named = setsField(change) ? field : (reason?.fields?.[0] ?? null)
  return [{ field: named, changeId, isConflict: state === 'conflict', message, theirs }]
}
