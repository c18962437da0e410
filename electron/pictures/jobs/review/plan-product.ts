import type { Catalogue } from '../../../catalogue/catalogue'
import type { QueuedFile } from '../../../catalogue/picture-job-queued-file'
import { imagesOf, pictureKey } from '../../../changes/pictures'
import type { FileReason } from '../../../shared/file-reason'
import type { PictureJobOptions } from '../../../shared/picture-job'
import type { RemoteProduct } from '../../../shared/remote-product'
import { keyOfUpload } from '../scan/find-already'
import { planVariations, type VariationsPlan } from './plan-variations'

export type ProductPlan = Omit<VariationsPlan, 'gallery'> & {
  /** Into the gallery, in order. */
  adds: QueuedFile[]
  /** Keys of the pictures that go. */
  removed: string[]
  mainFileId: number | null
  /** The whole gallery afterwards; null: the new ones simply come last. */
  order: ({ key: string } | { fileId: number })[] | null
  /** Nothing is added, for this reason. */
  skipped: FileReason | null
}

export const hasPictures: FileReason = { says: 'product-has-pictures' }

/** What a job does to one product, by its options and its owner's wishes. Nothing is written. */
export function planProduct(
  catalogue: Catalogue,
  options: Pick<PictureJobOptions, 'mode' | 'newIsMain'>,
  { jobId, productId, current }: { jobId: number; productId: number; current: RemoteProduct },
): ProductPlan {
  const all = catalogue.pictureJobFiles.ofProduct(jobId, productId)
  const waiting = all.filter(({ step, changeId }) => step !== 'failed' && changeId === null)
  const already = catalogue.pictureJobFiles.alreadyOf(jobId, productId)
  const queued = all.filter(({ changeId }) => changeId !== null)
  const taken = new Set([...queued, ...already].flatMap(({ variationId }) => variationId ?? []))
  const { gallery: files, ...ofVariations } = planVariations(options.mode, waiting, taken, current)
  const keys = imagesOf(current).map(pictureKey)
  const [first] = files
  const nothing: ProductPlan = { adds: [], removed: [], mainFileId: null, order: null, skipped: null, ...ofVariations }
  if (waiting.length === 0) return nothing
  // A second try of some: the others are on the product already, and nothing of them may go.
  if (queued.length > 0) return { ...nothing, adds: files }
  if (options.mode === 'ifNone' && (keys.length > 0 || !first)) return passedOver(nothing, files)
  if (options.mode === 'replace') return { ...nothing, ...replaced(catalogue, productId, files, { already, keys }) }
  if (!first) return nothing
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

function passedOver(plan: ProductPlan, files: QueuedFile[]): ProductPlan {
  const leftOut = [...plan.leftOut, ...files.map((file) => ({ file, reason: hasPictures }))]
  const skipped = plan.variations.length === 0 ? (leftOut[0]?.reason ?? null) : null
  return { ...plan, leftOut, skipped }
}

type Gallery = Pick<ProductPlan, 'adds' | 'removed' | 'mainFileId' | 'order'>

function replaced(
  catalogue: Catalogue,
  productId: number,
  files: QueuedFile[],
  { already, keys }: { already: QueuedFile[]; keys: readonly string[] },
): Gallery | null {
  const kept = already.flatMap((file) => {
    if (file.variationId !== null || file.sourceHash === null) return []
    const key = keyOfUpload(catalogue, productId, file.sourceHash)
    return typeof key === 'string' && keys.includes(key) ? [{ file, key }] : []
  })
  // All of its files are for variations: nothing takes the gallery's place.
  if (files.length === 0 && kept.length === 0) return null
  const chosen = files.find(({ isMain }) => isMain === true)
  const inPlace = [...files.map((file) => ({ file })), ...kept].sort((a, b) => comparePlaced(a.file, b.file))
  const ordered = chosen ? [{ file: chosen }, ...inPlace.filter(({ file }) => file !== chosen)] : inPlace
  const main = ordered[0]
  return {
    adds: ordered.flatMap((one) => ('key' in one ? [] : [one.file])),
    removed: keys.filter((key) => !kept.some((one) => one.key === key)),
    mainFileId: main && !('key' in main) ? main.file.id : null,
    order: ordered.map((one) => ('key' in one ? { key: one.key as string } : { fileId: one.file.id })),
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
