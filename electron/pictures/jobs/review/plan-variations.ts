import type { QueuedFile } from '../../../catalogue/picture-job-queued-file'
import { ownPictureKey } from '../../../changes/own-picture'
import { variationLabel } from '../../../changes/variation-pictures'
import type { FileNote, FileReason } from '../../../shared/file-reason'
import type { PictureMode } from '../../../shared/picture-job'
import type { RemoteProduct } from '../../../shared/remote-product'

type VariationPlan = {
  variationId: number
  file: QueuedFile
  /** The variation has a picture, which goes. */
  replaces: boolean
}

export type VariationsPlan = {
  variations: VariationPlan[]
  /** For the product's gallery, in order. */
  gallery: QueuedFile[]
  leftOut: { file: QueuedFile; reason: FileReason }[]
  /** What becomes of a file of a variation, by file. */
  notes: Map<number, FileNote>
}

export const variationHasPicture: FileReason = { says: 'variation-has-picture' }

/**
 * Which files become the picture of their variation: of each variation the first. `files` in order; `taken`: variations
 * whose picture comes from this job already.
 */
export function planVariations(
  mode: PictureMode,
  files: readonly QueuedFile[],
  taken: ReadonlySet<number>,
  { combinations }: RemoteProduct,
): VariationsPlan {
  const plan: VariationsPlan = { variations: [], gallery: [], leftOut: [], notes: new Map() }
  const decided = new Set(taken)
  const forGallery = (file: QueuedFile, because?: Extract<FileNote, { because: string }>['because']) => {
    plan.gallery.push(file)
    if (because !== undefined) plan.notes.set(file.id, { becomes: 'of-the-gallery', because })
  }
  for (const file of files) {
    const variation = combinations?.find(({ id }) => id === file.variationId)
    if (file.variationId === null) forGallery(file)
    else if (!variation) plan.leftOut.push({ file, reason: { says: 'variation-gone' } })
    else if (decided.has(variation.id)) forGallery(file, 'variation-gets-another')
    else {
      decided.add(variation.id)
      const replaces = ownPictureKey(variation) !== undefined
      if (replaces && mode === 'append') forGallery(file, 'variation-has-picture')
      else if (replaces && mode === 'ifNone') plan.leftOut.push({ file, reason: variationHasPicture })
      else {
        plan.variations.push({ variationId: variation.id, file, replaces })
        plan.notes.set(file.id, { becomes: 'picture-of', variation: variationLabel(variation) })
      }
    }
  }
  return plan
}
