import type { Catalogue } from '../catalogue/catalogue'
import { isDelete, toSet, toSetOwn } from '../shared/change-address'
import { isOpen, type NewChange } from '../shared/change-record'
import { shortName, type SetLabel } from '../shared/set-label'
import { type ProductDraft } from '../shared/product'
import { ownFieldsIn } from '../shared/fields/own-fields'
import { fieldsIn } from '../shared/fields/product-fields'
import { endWith } from './ended-with'
import { goneReason, isGone } from './gone-reason'
import { reindexProduct } from './reindex'
import { deletionByOthers } from './store-history'
import { writeSet } from './write-set'

type Gone = { byOthers: NewChange | null }

/**
 * The store has deleted a product. Without edits it goes from here as well; with edits, also typed and not saved ones, it
 * stays with them until its owner decides. Undefined: that was known. Belongs into a transaction.
 */
export function productGone(catalogue: Catalogue, productId: number, now: number): Gone | undefined {
  const open = catalogue.changes.openOf('product', productId)
  if (open.some(isGone)) return undefined
  const remote = catalogue.products.get(productId)?.remote
  const deletion = open.find(isDelete)
  if (deletion) {
    // Somebody did what was wanted here.
    endWith(catalogue, deletion, open)
    catalogue.changes.update(deletion.id, { state: 'sent', sentAt: now, reason: null, retryAt: null })
    catalogue.products.remove(productId)
    return { byOthers: null }
  }
  const draft = catalogue.drafts.get(productId)
  if (draft) keepDraft(catalogue, productId, remote?.name ?? '', draft, now)
  const kept = catalogue.changes.openOf('product', productId).filter(isOpen)
  for (const { id } of kept) {
    catalogue.changes.update(id, { state: 'refused', reason: goneReason, retryAt: null, decision: null })
  }
  if (kept.length === 0) catalogue.products.remove(productId)
  else reindexProduct(catalogue, productId)
  return { byOthers: remote ? deletionByOthers(productId, remote) : null }
}

/** What was typed and not saved becomes a change set of its own: nothing else would keep it. */
function keepDraft(catalogue: Catalogue, productId: number, productName: string, draft: ProductDraft, now: number) {
  const { base, patch, variations } = draft
  const label: SetLabel = { code: 'keep-unsaved', product: shortName(productName) }
  const about = { productId, productName }
  const edits = fieldsIn(patch).map((field) => ({
    ...about,
    ...toSet(field),
    before: base[field],
    after: patch[field],
  }))
  const ofVariations = Object.entries(variations).flatMap(([id, typed]) =>
    ownFieldsIn(typed.patch).map((field) => {
      const values = { before: typed.base[field] ?? null, after: typed.patch[field] }
      return { ...about, ...toSetOwn(Number(id), field), entry: typed.label, ...values }
    }),
  )
  const kept = [...edits, ...ofVariations]
  if (kept.length > 0) writeSet(catalogue, now, { source: 'form', label }).add(kept)
  catalogue.drafts.remove(productId)
}
