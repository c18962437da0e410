import type { Catalogue } from '../../../catalogue/catalogue'
import type { QueuedFile } from '../../../catalogue/picture-job-queued-file'
import type { PictureJobRecord } from '../../../catalogue/picture-jobs-table'
import { imagesOf, localKey, pictureKey } from '../../../changes/pictures'
import { currentProduct } from '../../../changes/reindex'
import { writeSet } from '../../../changes/write-set'
import type { Operation } from '../../../shared/change'
import { withNote } from '../../../shared/file-reason'
import type { SetLabel } from '../../../shared/set-label'
import { altOfFile } from '../review/alt-of-file'
import { planProduct } from '../review/plan-product'
import { says } from '../../../shared/sentence'

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
      pictureJobFiles.update(id, { step: 'failed', problem: says('product-not-here') })
    }
    return job.changeSetId
  }
  const plan = planProduct(catalogue, job.options, { jobId: job.id, productId, current })
  for (const { file, reason } of plan.leftOut) {
    pictureJobFiles.update(file.id, { verdict: 'leftOut', reason, step: 'none' })
  }
  if (plan.adds.length === 0 && plan.variations.length === 0) return job.changeSetId
  const [mainKey] = imagesOf(current).map(pictureKey)
  // A new main picture takes the old one's place in one call.
  const replacesMain = mainKey !== undefined && plan.removed.includes(mainKey) && plan.adds[0]?.id === plan.mainFileId
  const isFirst = mainKey === undefined || replacesMain
  const adds = plan.adds.map((file, at): Operation => ({
    kind: 'picture.add',
    productId,
    source: { hash: file.stagedHash ?? '' },
    role: at === 0 && isFirst ? 'main' : 'gallery',
    fileName: nameOf(file),
    alt: altOfFile(job.options.altPattern, current, file, at + 1),
  }))
  const removals = plan.removed
    .filter((key) => !(replacesMain && key === mainKey))
    .map((picture): Operation => ({ kind: 'picture.remove', productId, picture }))
  const ofVariations = plan.variations.map(({ variationId, file }): Operation => ({
    kind: 'picture.variation',
    productId,
    variationId,
    source: { hash: file.stagedHash ?? '' },
    fileName: nameOf(file),
    // Without a pattern the text its owner gave the variation's picture stays.
    alt: altOfFile(job.options.altPattern, current, file, 1) || undefined,
  }))
  const label: SetLabel = { code: 'upload-files', ...job.label }
  const set = writeSet(catalogue, now, job.changeSetId ?? { source: 'pictures', label })
  const operations = [...adds, ...ofVariations, ...removals]
  const ids = set.ask(operations)
  const files = [...plan.adds, ...plan.variations.map(({ file }) => file)]
  const changeOf = new Map(files.map((file, at) => [file.id, ids[at] as number]))
  files.forEach((file, at) => {
    const operation = operations[at]
    const alt = operation && 'alt' in operation ? (operation.alt ?? '') : ''
    const reason = withNote(file.reason, plan.notes.get(file.id))
    pictureJobFiles.update(file.id, { step: 'queued', changeId: ids[at] ?? null, problem: null, alt, reason })
  })
  if (plan.order) {
    const wanted = plan.order.map((one) => ('key' in one ? one.key : localKey(changeOf.get(one.fileId) ?? 0)))
    set.ask([{ kind: 'picture.order', productId, order: wanted }])
  }
  if (set.id() !== job.changeSetId) catalogue.pictureJobs.update(job.id, { changeSetId: set.id() })
  return set.id()
}

const nameOf = ({ stagedName, name }: QueuedFile): string => (stagedName ?? name).slice(0, 255)
