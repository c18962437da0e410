import type { Catalogue } from '../../../catalogue/catalogue'
import type { PictureJobFileRecord, SettableFile } from '../../../catalogue/picture-job-file-record'
import { keyOfContent, variationsWithContent } from '../../../changes/known-content'
import { imagesOf, pictureKey } from '../../../changes/pictures'
import { currentProduct } from '../../../changes/reindex'
import { ownPictureKey } from '../../../changes/own-picture'
import type { PictureMode } from '../../../shared/picture-job'
import { fileSentence } from '../../file-problem'
import { mapLimited } from '../../map-limited'
import { hashFile } from './hash-file'
import { refused, verdictOf } from './match-job'
import { createPacer } from '../../../changes/pacer'

const portion = 50
const atOnce = 3

/**
 * Files whose product has the same picture already, or gets it from another file: by content, so that the same folder
 * dropped twice uploads nothing. Only files are read that may be the same as something.
 */
export async function findAlready(
  catalogue: Catalogue,
  jobId: number,
  signal: AbortSignal,
  { modeChanged = false } = {},
): Promise<void> {
  await hashWhatIsNeeded(catalogue, jobId, signal)
  const mode = catalogue.pictureJobs.get(jobId)?.options.mode ?? 'append'
  const pace = createPacer()
  let last = 0
  for (;;) {
    const files = catalogue.pictureJobFiles.after(jobId, last, portion)
    if (files.length === 0) return
    last = files.at(-1)?.id ?? last
    catalogue.repeatable(() => {
      for (const file of files) markAlready(catalogue, modeChanged ? reconsidered(catalogue, file) : file, mode)
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
          const refusal = fileSentence(error)
          return { refusal, reason: refused, verdict: 'refused' as const, productId: null }
        },
      ),
    )
    signal.throwIfAborted()
    catalogue.repeatable(() => {
      files.forEach(({ id }, at) => catalogue.pictureJobFiles.update(id, hashes[at] ?? {}))
    })
  }
}

/** What is in the product's gallery may still become the picture of its variation, in another mode. */
function reconsidered(catalogue: Catalogue, file: PictureJobFileRecord): PictureJobFileRecord {
  if (file.verdict !== 'already' || file.byHand) return file
  const verdict = verdictOf(catalogue, file)
  if (verdict.variationId === null) return file
  catalogue.pictureJobFiles.update(file.id, verdict)
  return { ...file, ...verdict }
}

/** Keeps the verdict in line with the content; what its owner decided counts as matched. */
function markAlready(catalogue: Catalogue, file: PictureJobFileRecord, mode: PictureMode): void {
  if (file.verdict !== 'matched' || file.sourceHash === null || file.productId === null || file.step !== 'none') return
  const found = alreadyThere(catalogue, file, { productId: file.productId, sourceHash: file.sourceHash, mode })
  if (found) catalogue.pictureJobFiles.update(file.id, { verdict: 'already', ...found })
}

type Sought = { productId: number; sourceHash: string; mode: PictureMode }

/** A file that is the picture of its variation keeps the variation; one that is in the gallery belongs to the product alone. */
function alreadyThere(catalogue: Catalogue, file: PictureJobFileRecord, sought: Sought): SettableFile | null {
  const twin = catalogue.pictureJobFiles.twinOf(file)
  if (twin) return { reason: { says: 'same-picture-as', file: twin }, variationId: null }
  const { productId, sourceHash } = sought
  if (file.variationId !== null) {
    const key = keyOfVariationUpload(catalogue, { productId, variationId: file.variationId, sourceHash })
    if (key !== undefined) return { reason: { says: 'variation-has-this-picture' } }
    if (isForVariation(catalogue, file, sought)) return null
  }
  if (keyOfUpload(catalogue, productId, sourceHash) === undefined) return ofAnyVariation(catalogue, file, sought)
  return { reason: { says: 'product-has-this-picture' }, variationId: null }
}

/** A variation without an SKU of its own is named by no file, and its picture is there all the same. */
function ofAnyVariation(catalogue: Catalogue, file: PictureJobFileRecord, sought: Sought): SettableFile | null {
  const [variationId] = file.variationId === null ? variationsWithContent(catalogue, sought) : []
  return variationId === undefined ? null : { reason: { says: 'variation-has-this-picture' }, variationId }
}

/** It would become the picture of its variation, whether or not the product's gallery has it. */
function isForVariation(catalogue: Catalogue, file: PictureJobFileRecord, { productId, mode }: Sought): boolean {
  if (catalogue.pictureJobFiles.firstOfVariation(file) !== file.id) return false
  const variation = currentProduct(catalogue, productId)?.combinations?.find(({ id }) => id === file.variationId)
  return variation !== undefined && (mode === 'replace' || ownPictureKey(variation) === undefined)
}

/** The picture of a product that was uploaded from this content, or is known to have it, and is still there; null: it is on its way. */
export function keyOfUpload(catalogue: Catalogue, productId: number, sourceHash: string): string | null | undefined {
  const uploads = ofContent(catalogue.pictureJobFiles.uploadsOf(productId), sourceHash)
  const key = stillThere(uploads, () => imagesOf(currentProduct(catalogue, productId) ?? { id: 0 }).map(pictureKey))
  return key === undefined ? keyOfContent(catalogue, { productId, sourceHash }) : key
}

/** The same for the one picture of a variation. */
function keyOfVariationUpload(
  catalogue: Catalogue,
  { productId, variationId, sourceHash }: { productId: number; variationId: number; sourceHash: string },
): string | null | undefined {
  const variation = currentProduct(catalogue, productId)?.combinations?.find(({ id }) => id === variationId)
  const own = variation && ownPictureKey(variation)
  const uploads = ofContent(catalogue.pictureJobFiles.uploadsOf(productId, variationId), sourceHash)
  const key = stillThere(uploads, () => (own === undefined ? [] : [own]))
  if (key !== undefined) return key
  return variationsWithContent(catalogue, { productId, sourceHash }).includes(variationId) ? own : undefined
}

type Upload = ReturnType<Catalogue['pictureJobFiles']['uploadsOf']>[number]

const ofContent = (uploads: readonly Upload[], content: string): Upload[] =>
  uploads.filter(({ hash, sourceHash }) => hash === content || sourceHash === content)

function stillThere(uploads: readonly Upload[], keysNow: () => string[]): string | null | undefined {
  if (uploads.length === 0) return undefined
  if (uploads.some(({ state }) => state !== 'sent')) return null
  const keys = new Set(keysNow())
  const there = uploads.find(({ key }) => key === null || keys.has(key))
  return there?.key ?? (there ? null : undefined)
}
