import type { Catalogue } from '../../catalogue/catalogue'
import type { PictureJobRecord } from '../../catalogue/picture-jobs-table'
import { addToSet } from '../../changes/add-to-set'
import { imagesOf, localKey, pictureKey } from '../../changes/pictures'
import { currentProduct } from '../../changes/reindex'
import type { Operation } from '../../shared/change'
import { altOfFile } from './alt-of-file'
import { hasPictures, planProduct } from './plan-product'

/**
 * Puts a product's prepared files into the queue: uploads, removals, then the order. Call inside a transaction; the files
 * know their changes from then on, so that nothing is queued twice. Returns the change set, made with the first product.
 */
export function queueProduct(
  catalogue: Catalogue,
  job: Pick<PictureJobRecord, 'id' | 'options' | 'label' | 'changeSetId'>,
  productId: number,
  now: number,
): number | null {
  const { pictureJobFiles } = catalogue
  const current = currentProduct(catalogue, productId)
  if (!current) {
    for (const { id } of pictureJobFiles.ofProduct(job.id, productId)) {
      pictureJobFiles.update(id, { step: 'failed', problem: 'The product is no longer in the catalogue.' })
    }
    return job.changeSetId
  }
  const plan = planProduct(catalogue, job.options, { jobId: job.id, productId, current })
  if (plan.adds.length === 0) {
    for (const { id } of pictureJobFiles.ofProduct(job.id, productId)) {
      pictureJobFiles.update(id, { verdict: 'leftOut', reason: hasPictures, step: 'none' })
    }
    return job.changeSetId
  }
  const [mainKey] = imagesOf(current).map(pictureKey)
  // A new main picture takes the old one's place in one call.
  const replacesMain = mainKey !== undefined && plan.removed.includes(mainKey) && plan.adds[0]?.id === plan.mainFileId
  const isFirst = mainKey === undefined || replacesMain
  const adds = plan.adds.map((file, at): Operation => ({
    kind: 'picture.add',
    productId,
    source: { hash: file.stagedHash ?? '' },
    role: at === 0 && isFirst ? 'main' : 'gallery',
    fileName: (file.stagedName ?? file.name).slice(0, 255),
    alt: altOfFile(job.options.altPattern, current, file, at + 1),
  }))
  const removals = plan.removed
    .filter((key) => !(replacesMain && key === mainKey))
    .map((picture): Operation => ({ kind: 'picture.remove', productId, picture }))
  const setId = job.changeSetId ?? newSet(catalogue, job, now)
  const ids = addToSet(catalogue, setId, [...adds, ...removals])
  const changeOf = new Map(plan.adds.map((file, at) => [file.id, ids[at] as number]))
  plan.adds.forEach((file, at) => {
    const operation = adds[at]
    const alt = operation?.kind === 'picture.add' ? operation.alt : ''
    pictureJobFiles.update(file.id, { step: 'queued', changeId: ids[at] ?? null, problem: null, alt })
  })
  if (plan.order) {
    const wanted = plan.order.map((one) => ('key' in one ? one.key : localKey(changeOf.get(one.fileId) ?? 0)))
    addToSet(catalogue, setId, [{ kind: 'picture.order', productId, order: wanted }])
  }
  return setId
}

function newSet(catalogue: Catalogue, job: Pick<PictureJobRecord, 'id' | 'label'>, createdAt: number): number {
  const label = `Pictures from ${job.label}`.slice(0, 200)
  const setId = catalogue.changes.insertSet({ source: 'pictures', label, createdAt, revertOf: null })
  catalogue.pictureJobs.update(job.id, { changeSetId: setId })
  return setId
}
