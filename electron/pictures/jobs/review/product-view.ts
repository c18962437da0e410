import type { Catalogue } from '../../../catalogue/catalogue'
import type { QueuedFile } from '../../../catalogue/picture-job-queued-file'
import type { PictureJobRecord } from '../../../catalogue/picture-jobs-table'
import { imagesOf, pictureKey } from '../../../changes/pictures'
import { currentProduct } from '../../../changes/reindex'
import { ownPictureKey } from '../../../changes/own-picture'
import { variationLabel } from '../../../changes/variation-pictures'
import type { PictureJobProduct, PictureJobVariation } from '../../../shared/picture-job'
import type { RemoteVariation } from '../../../shared/remote-product'
import { fileNoteText, fileReasonText } from '../../../shared/words/file-reason'
import { altOfFile } from './alt-of-file'
import { toFileView } from './file-view'
import { planProduct } from './plan-product'

/** A product of the review: what it has, what comes and what goes. */
export function toProductView(catalogue: Catalogue, job: PictureJobRecord, productId: number): PictureJobProduct {
  const { id: jobId, options } = job
  const current = currentProduct(catalogue, productId) ?? { id: 0 }
  const plan = planProduct(catalogue, options, { jobId, productId, current })
  const all = catalogue.pictureJobFiles.ofProduct(jobId, productId)
  const isSettled = all.some(({ changeId }) => changeId !== null)
  const elsewhere = new Set(plan.variations.map(({ file }) => file.id))
  const passedOver = new Map(plan.leftOut.map(({ file, reason }) => [file.id, reason]))
  const planned = new Map(plan.adds.map((file, at) => [file.id, at]))
  const files = all
    .filter(({ id }) => !elsewhere.has(id))
    .sort((a, b) => (planned.get(a.id) ?? all.length) - (planned.get(b.id) ?? all.length))
  const view = (file: QueuedFile, position: number) => {
    const alt = altOfFile(options.altPattern, current, file, position)
    const reason = passedOver.get(file.id)
    if (reason !== undefined)
      return { ...toFileView(catalogue, file, { alt, note: fileReasonText(reason) }), verdict: 'leftOut' as const }
    const note = plan.notes.get(file.id)
    return toFileView(catalogue, file, { alt, note: note && fileNoteText(note) })
  }
  return {
    productId,
    name: current.name ?? '',
    sku: current.sku ?? '',
    current: imagesOf(current).map((image) => ({
      key: pictureKey(image),
      src: image.image160pxUrl ?? image.image400pxUrl ?? image.imageOriginalUrl ?? '',
      alt: image.alt?.main ?? '',
    })),
    files: files.map((file, at) => view(file, at + 1)),
    variations: (current.combinations ?? []).flatMap((variation) => {
      const planned = plan.variations.find(({ variationId }) => variationId === variation.id)
      return planned ? [{ ...variationShown(variation), file: view(planned.file, 1) }] : []
    }),
    // Once it is in the queue, what the product has now already is the outcome.
    removed: isSettled ? [] : plan.removed,
    mainFileId: isSettled ? null : plan.mainFileId,
    doubtful: catalogue.pictureJobFiles.doubtfulFor(jobId, productId),
    hasVariations: (current.combinations ?? []).length > 0,
    skipped: isSettled || plan.skipped === null ? null : fileReasonText(plan.skipped),
  }
}

function variationShown(variation: RemoteVariation): Omit<PictureJobVariation, 'file'> {
  const { id, sku = '', alt, smallThumbnailUrl, thumbnailUrl } = variation
  const key = ownPictureKey(variation)
  const current = key === undefined ? null : { src: smallThumbnailUrl ?? thumbnailUrl ?? key, alt: alt?.main ?? '' }
  return { id, label: variationLabel(variation), sku, current }
}
