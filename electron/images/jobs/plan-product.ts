import type { Catalogue } from '../../catalogue/catalogue'
import type { QueuedFile } from '../../catalogue/picture-job-queued-file'
import { imagesOf, pictureKey } from '../../changes/pictures'
import type { PictureJobOptions } from '../../shared/picture-job'
import type { RemoteProduct } from '../../shared/remote-product'
import { keyOfUpload } from './find-already'

export type ProductPlan = {
  /** In order. */
  adds: QueuedFile[]
  /** Keys of the pictures that go. */
  removed: string[]
  mainFileId: number | null
  /** The whole gallery afterwards; null: the new ones simply come last. */
  order: ({ key: string } | { fileId: number })[] | null
  /** Nothing is added, for this reason. */
  skipped: string | null
}

export const hasPictures = 'The product has pictures already'

/** What a job does to one product, by its options and its owner's wishes. Nothing is written. */
export function planProduct(
  catalogue: Catalogue,
  options: Pick<PictureJobOptions, 'mode' | 'newIsMain'>,
  { jobId, productId, current }: { jobId: number; productId: number; current: RemoteProduct },
): ProductPlan {
  const all = catalogue.pictureJobFiles.ofProduct(jobId, productId)
  const files = all.filter(({ step, changeId }) => step !== 'failed' && changeId === null)
  const keys = imagesOf(current).map(pictureKey)
  const [first] = files
  const nothing: ProductPlan = { adds: [], removed: [], mainFileId: null, order: null, skipped: null }
  if (!first) return nothing
  // A second try of some: the others are on the product already, and nothing of them may go.
  if (all.some(({ changeId }) => changeId !== null)) return { ...nothing, adds: files }
  if (options.mode === 'ifNone' && keys.length > 0) return { ...nothing, skipped: hasPictures }
  if (options.mode === 'replace') return replaced(catalogue, jobId, productId, files, keys)
  if (keys.length === 0) {
    const main = files.find(({ isMain }) => isMain === true) ?? first
    return { ...nothing, adds: [main, ...files.filter((file) => file !== main)], mainFileId: main.id }
  }
  const chosen = files.find(({ isMain }) => isMain === true)
  const main = chosen ?? (options.newIsMain && first.isMain !== false ? first : undefined)
  if (!main) return { ...nothing, adds: files }
  const rest = files.filter((file) => file !== main)
  const order = [{ fileId: main.id }, ...keys.map((key) => ({ key })), ...rest.map(({ id }) => ({ fileId: id }))]
  return { ...nothing, adds: [main, ...rest], mainFileId: main.id, order }
}

function replaced(
  catalogue: Catalogue,
  jobId: number,
  productId: number,
  files: QueuedFile[],
  keys: readonly string[],
): ProductPlan {
  const kept = catalogue.pictureJobFiles.alreadyOf(jobId, productId).flatMap((file) => {
    const key = file.sourceHash === null ? undefined : keyOfUpload(catalogue, productId, file.sourceHash)
    return typeof key === 'string' && keys.includes(key) ? [{ file, key }] : []
  })
  const chosen = files.find(({ isMain }) => isMain === true)
  const inPlace = [...files.map((file) => ({ file })), ...kept].sort((a, b) => comparePlaced(a.file, b.file))
  const ordered = chosen ? [{ file: chosen }, ...inPlace.filter(({ file }) => file !== chosen)] : inPlace
  const main = ordered[0]
  return {
    adds: ordered.flatMap((one) => ('key' in one ? [] : [one.file])),
    removed: keys.filter((key) => !kept.some((one) => one.key === key)),
    mainFileId: main && !('key' in main) ? main.file.id : null,
    order: ordered.map((one) => ('key' in one ? { key: one.key as string } : { fileId: one.file.id })),
    skipped: null,
  }
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function comparePlaced(a: QueuedFile, b: QueuedFile): number {
  return (
    (a.arranged ?? 1e6) - (b.arranged ?? 1e6) ||
    a.placeRank - b.placeRank ||
    a.placeNumber - b.placeNumber ||
    byName.compare(a.name, b.name) ||
    a.id - b.id
  )
}
