import { randomUUID } from 'node:crypto'
import type { Catalogue } from '../catalogue/catalogue'
import { toCreate } from '../shared/change-address'
import type { ChangeRecord, NewChange } from '../shared/change-record'
import { readFields } from '../shared/fields/product-fields'
import { remoteProductSchema, type RemoteProduct } from '../shared/remote-product'
import { copiedBody, copiedFiles, copiedPictures, copiedVideos } from './copy'
import { adapterOf } from './adapters/all'
import type { WayBack } from './adapters/adapter'
import { beginAgainWith } from './ended-with'
import type { NamesAnew } from './names-anew'
import { isShelf } from './reindex-thing'
import { rowAgain } from './row-again'
import type { Sight } from './seen'
import { variationsApart } from './variations-apart'
import { shelfAnew, shelfWayBack } from './shelf-acts'
import { withoutTypeShows } from './values-of-type'

/** The way back of one change that is in the store; done: nothing is to do. */
type Inverse = { standing: 'clean' | 'moved' | 'done'; change: NewChange } | Extract<WayBack, { standing: 'stuck' }>

/** How to take a sent change back from what its product has now; `seen` undefined: it is not here any more. */
export function inverseOf(change: ChangeRecord, seen: Sight | undefined): Inverse {
  if (!seen) return { standing: 'stuck', reason: isShelf(change.productId) ? 'shelf-not-here' : 'product-not-here' }
  const back = 'product' in seen ? adapterOf(change).wayBack(change, seen) : shelfWayBack(change, seen)
  if (back.standing === 'stuck') return back
  const { productId, productName, id: reverts } = change
  return { standing: back.standing, change: { productId, productName, ...back.deed, reverts } }
}

/** Takes a delete back that is in the store. */
export function undeleted(catalogue: Catalogue, change: ChangeRecord, anew: NamesAnew): NewChange[] {
  const { thing } = change
  beginAgainWith(catalogue, change)
  return thing === 'product'
    ? madeAnew(catalogue, snapshotOf(change), {
        productId: rowAgain(catalogue, thing, change.productId),
        reverts: change.id,
      })
    : shelfAnew(catalogue, { ...change, thing }, anew)
}

type Again = { productId: number; reverts?: number | undefined }

/** A deleted product comes back as a new one in this row, because Ecwid gives no id twice. */
export function madeAnew(catalogue: Catalogue, deleted: RemoteProduct, { productId, reverts }: Again): NewChange[] {
  const original = withoutTypeShows(deleted, catalogue.productTypes.list())
  const productName = original.name ?? ''
  const after = { fields: readFields(original), copied: copiedBody(original) }
  const token = { reference: `stockroom-${randomUUID()}` }
  const back = reverts === undefined ? {} : { reverts }
  const create: NewChange = { productId, productName, ...toCreate, before: null, after, token, ...back }
  const media = [copiedPictures, copiedVideos].flatMap((copied) => copied(original, productId, productName))
  const entries = [...copiedFiles(original, false), ...variationsApart(original, true)]
  return [create, ...media, ...entries.map((deed) => ({ productId, productName, ...deed }))]
}

const snapshotOf = ({ before }: Pick<ChangeRecord, 'before'>): RemoteProduct => remoteProductSchema.parse(before)
