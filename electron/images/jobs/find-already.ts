import type { Catalogue } from '../../catalogue/catalogue'
import type { PictureJobFileRecord } from '../../catalogue/picture-job-file-record'
import { imagesOf, pictureKey } from '../../changes/pictures'
import { currentProduct } from '../../changes/reindex'
import { fileProblem } from '../file-problem'
import { mapLimited } from '../map-limited'
import { hashFile } from './hash-file'
import { createPacer } from './pacer'

const portion = 50
const atOnce = 3

/**
 * Files whose product has the same picture already, or gets it from another file: by content, so that the same folder
 * dropped twice uploads nothing. Only files are read that may be the same as something.
 */
export async function findAlready(catalogue: Catalogue, jobId: number, signal: AbortSignal): Promise<void> {
  await hashWhatIsNeeded(catalogue, jobId, signal)
  const pace = createPacer()
  let last = 0
  for (;;) {
    const files = catalogue.pictureJobFiles.after(jobId, last, portion)
    if (files.length === 0) return
    last = files.at(-1)?.id ?? last
    catalogue.repeatable(() => {
      for (const file of files) markAlready(catalogue, file)
    })
    await pace()
    signal.throwIfAborted()
  }
}

async function hashWhatIsNeeded(catalogue: Catalogue, jobId: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    const files = catalogue.pictureJobFiles.needHash(jobId, portion)
    if (files.length === 0) return
    const hashes = await mapLimited(files, atOnce, async ({ path }) =>
      hashFile(path).then(
        (sourceHash) => ({ sourceHash }),
        (error: unknown) => {
          const refusal = fileProblem(error)
          return { refusal, reason: refusal, verdict: 'refused' as const, productId: null }
        },
      ),
    )
    signal.throwIfAborted()
    catalogue.repeatable(() => {
      files.forEach(({ id }, at) => catalogue.pictureJobFiles.update(id, hashes[at] ?? {}))
    })
  }
}

/** Keeps the verdict in line with the content; what its owner decided counts as matched. */
function markAlready(catalogue: Catalogue, file: PictureJobFileRecord): void {
  if (file.verdict !== 'matched' || file.sourceHash === null || file.productId === null || file.step !== 'none') return
  const twin = catalogue.pictureJobFiles.twinOf(file)
  const reason = twin
    ? `The same picture as ${twin}`
    : keyOfUpload(catalogue, file.productId, file.sourceHash) !== undefined
      ? 'The product has this picture already'
      : null
  if (reason !== null) catalogue.pictureJobFiles.update(file.id, { verdict: 'already', reason })
}

/** The picture of a product that was uploaded from this content and is still there; null: it is on its way. */
export function keyOfUpload(catalogue: Catalogue, productId: number, sourceHash: string): string | null | undefined {
  const uploads = catalogue.pictureJobFiles
    .uploadsOf(productId)
    .filter((upload) => upload.hash === sourceHash || upload.sourceHash === sourceHash)
  if (uploads.length === 0) return undefined
  if (uploads.some(({ state }) => state !== 'sent')) return null
  const keys = new Set(imagesOf(currentProduct(catalogue, productId) ?? { id: 0 }).map(pictureKey))
  const there = uploads.find(({ key }) => key === null || keys.has(key))
  return there?.key ?? (there ? null : undefined)
}
