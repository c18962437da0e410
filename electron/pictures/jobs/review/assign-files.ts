import type { Catalogue } from '../../../catalogue/catalogue'
import type { PictureJobFileRecord, SettableFile } from '../../../catalogue/picture-job-file-record'
import type { FileReason } from '../../../shared/file-reason'
import { AppError } from '../../../shared/errors'
import type { PictureAssignment } from '../../../shared/picture-job'
import { variationOf } from '../job/job-target'
import { verdictOf } from '../scan/match-job'
import { createPacer } from '../../../changes/pacer'

const portion = 500

/** Assigns files by their owner's word. `alike`: undecided files that belong to the same thing, whatever it is. */
export async function assignFiles(
  catalogue: Catalogue,
  jobId: number,
  fileIds: readonly number[],
  to: PictureAssignment,
): Promise<{ changed: number; alike: number[] }> {
  const settingsOf = settings(catalogue, to)
  const first = catalogue.pictureJobFiles.get(jobId, fileIds[0] as number)
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
  return { changed, alike: first ? alikeOf(catalogue, first, fileIds, to) : [] }
}

function alikeOf(
  catalogue: Catalogue,
  first: PictureJobFileRecord,
  fileIds: readonly number[],
  to: PictureAssignment,
): number[] {
  const { jobId, similar, reason } = first
  if (to.kind === 'automatic') return []
  const done = new Set(fileIds)
  const ids =
    to.kind === 'candidate'
      ? catalogue.pictureJobFiles.sameReason(jobId, reason)
      : catalogue.pictureJobFiles.alike(jobId, similar)
  return ids.filter((id) => !done.has(id))
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
  const owner = catalogue.products.skuOwner(sku, null)
  if (!owner) throw problem(`No product has the SKU ${sku}.`)
  if (catalogue.products.skuOwner(sku, owner.id)) {
    throw problem(`Several products have the SKU ${sku}. Choose the product by its name.`)
  }
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
