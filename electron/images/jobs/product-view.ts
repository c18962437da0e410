import type { Catalogue } from '../../catalogue/catalogue'
import type { PictureJobRecord } from '../../catalogue/picture-jobs-table'
import { imagesOf, pictureKey } from '../../changes/pictures'
import { currentProduct } from '../../changes/reindex'
import type { PictureJobProduct } from '../../shared/picture-job'
import { altOfFile } from './alt-of-file'
import { toFileView } from './file-view'
import { planProduct } from './plan-product'

/** A product of the review: what it has, what comes and what goes. */
export function toProductView(catalogue: Catalogue, job: PictureJobRecord, productId: number): PictureJobProduct {
  const { id: jobId, options } = job
  const current = currentProduct(catalogue, productId) ?? { id: 0 }
  const plan = planProduct(catalogue, options, { jobId, productId, current })
  const files = catalogue.pictureJobFiles.ofProduct(jobId, productId)
  const ordered = plan.adds.length > 0 ? [...plan.adds, ...files.filter(({ step }) => step === 'failed')] : files
  const isSettled = files.some(({ changeId }) => changeId !== null)
  return {
    productId,
    name: current.name ?? '',
    sku: current.sku ?? '',
    current: imagesOf(current).map((image) => ({
      key: pictureKey(image),
      src: image.image160pxUrl ?? image.image400pxUrl ?? image.imageOriginalUrl ?? '',
      alt: image.alt?.main ?? '',
    })),
    files: ordered.map((file, at) => toFileView(catalogue, file, altOfFile(options.altPattern, current, file, at + 1))),
    // Once it is in the queue, what the product has now already is the outcome.
    removed: isSettled ? [] : plan.removed,
    mainFileId: isSettled ? null : plan.mainFileId,
    doubtful: catalogue.pictureJobFiles.doubtfulFor(jobId, productId),
    skipped: isSettled ? null : plan.skipped,
  }
}
