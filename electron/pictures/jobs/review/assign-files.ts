import type { Catalogue } from '../../../catalogue/catalogue'
import type { PictureJobFileRecord, SettableFile } from '../../../catalogue/picture-job-file-record'
import type { FileReason } from '../../../shared/file-reason'
import { AppError } from '../../../shared/errors'
import type { AlikeFiles, FileQuery, FileSelection, PictureAssignment } from '../../../shared/picture-job'
import { variationOf } from '../job/job-target'
import { verdictOf } from '../scan/match-job'
import { createPacer } from '../../../changes/pacer'

const portion = 500

/** Assigns files by their owner's word. */
export async function assignFiles(
  catalogue: Catalogue,
  jobId: number,
  selection: FileSelection,
  to: PictureAssignment,
): Promise<{ changed: number; alike: AlikeFiles | null }> {
  const settingsOf = settings(catalogue, to)
  const fileIds = idsOf(catalogue, jobId, selection)
  const pace = createPacer()
  let changed = 0
  for (let at = 0; at < fileIds.length; at += portion) {
    catalogue.transaction(() => {
      for (const id of fileIds.slice(at, at + portion)) {
        const file = catalogue.pictureJobFiles.get(jobId, id)
        const set = file && file.refusal === null ? settingsOf(file) : null
        if (!set) continue
        catalogue.pictureJobFiles.update(id, set)
        changed += 1
      }
    })
    await pace()
  }
  return { changed, alike: 'ids' in selection ? alikeOf(catalogue, jobId, selection.ids, to) : null }
}

function idsOf(catalogue: Catalogue, jobId: number, selection: FileSelection): number[] {
  if ('ids' in selection) return selection.ids
  const except = new Set(selection.except)
  return foundBy(catalogue, jobId, selection.query).filter((id) => !except.has(id))
}

function foundBy({ pictureJobFiles }: Catalogue, jobId: number, query: FileQuery): number[] {
  if (!('like' in query)) return pictureJobFiles.idsOf(jobId, query)
  const one = pictureJobFiles.get(jobId, query.like)
  if (!one) return []
  // What it was found by stays known, whatever was decided.
  if (query.by === 'reason') return one.found ? pictureJobFiles.sameReason(jobId, one.found.reason) : []
  return pictureJobFiles.alike(jobId, one.similar)
}

/** Files that are still to be decided and are like the first of those decided now. */
function alikeOf(
  catalogue: Catalogue,
  jobId: number,
  decided: readonly number[],
  to: PictureAssignment,
): AlikeFiles | null {
  const [like] = decided
  if (like === undefined || to.kind === 'automatic') return null
  const query: FileQuery = { like, by: to.kind === 'candidate' ? 'reason' : 'name' }
  const done = new Set(decided)
  const count = foundBy(catalogue, jobId, query).filter((id) => !done.has(id)).length
  return count > 0 ? { query, count } : null
}

/** What the assignment makes of each file; null: nothing. */
function settings(catalogue: Catalogue, to: PictureAssignment): (file: PictureJobFileRecord) => SettableFile | null {
  const chosen = (productId: number, variationId: number | null, reason: FileReason): SettableFile => ({
    byHand: true,
    verdict: 'matched',
    reason,
    productId,
    variationId,
  })
  switch (to.kind) {
    case 'product': {
      if (!catalogue.products.row(to.productId))
        throw new AppError('not-found', 'This product is no longer in the catalogue.')
      return () => chosen(to.productId, to.variationId, { says: 'chosen' })
    }
    case 'sku': {
      const sku = to.sku.trim()
      const owner = ownerOf(catalogue, sku)
      const variationId = variationOf(catalogue, owner, sku)
      return () => chosen(owner, variationId, { says: 'sku-typed', sku })
    }
    case 'candidate':
      return ({ found }) => {
        const best = found?.candidates[0]
        if (!best) return null
        const variationId = variationOf(catalogue, best.productId, best.sku)
        return chosen(best.productId, variationId, { says: 'confirmed', found: found.reason })
      }
    case 'leaveOut':
      return () => ({
        byHand: true,
        verdict: 'leftOut',
        reason: { says: 'left-out' },
        productId: null,
        variationId: null,
      })
    case 'automatic':
      return (file) => ({ byHand: false, arranged: null, isMain: null, ...verdictOf(catalogue, file) })
  }
}

function ownerOf(catalogue: Catalogue, sku: string): number {
  const problem = (message: string) => new AppError('invalid-input', message, { fields: { sku: message } })
  const owner = catalogue.products.onlyOwner('sku', sku)
  if (owner === 'none') throw problem(`No product has the SKU ${sku}.`)
  if (owner === 'several') throw problem(`Several products have the SKU ${sku}. Choose the product by its name.`)
  return owner.id
}

/** The order of a product's new pictures, and which of them becomes the main one; null: the main picture stays. */
export function arrangeFiles(
  catalogue: Catalogue,
  jobId: number,
  { productId, fileIds, mainFileId }: { productId: number; fileIds: readonly number[]; mainFileId: number | null },
): void {
  catalogue.transaction(() => {
    for (const { id } of catalogue.pictureJobFiles.ofProduct(jobId, productId)) {
      const at = fileIds.indexOf(id)
      catalogue.pictureJobFiles.update(id, { arranged: at < 0 ? null : at, isMain: id === mainFileId })
    }
  })
}
