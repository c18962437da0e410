import type { QueuedFile } from '../../../catalogue/picture-job-queued-file'
import { variationLabel, variationPictureKey } from '../../../changes/variation-pictures'
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
  leftOut: { file: QueuedFile; reason: string }[]
  /** What becomes of a file of a variation, by file. */
  notes: Map<number, string>
}

export const variationHasPicture = 'The variation has a picture already'
const toGallery = 'this goes to the product’s gallery'

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
  const forGallery = (file: QueuedFile, note?: string) => {
    plan.gallery.push(file)
    if (note !== undefined) plan.notes.set(file.id, `${note}; ${toGallery}`)
  }
  for (const file of files) {
    const variation = combinations?.find(({ id }) => id === file.variationId)
    if (file.variationId === null) forGallery(file)
    else if (!variation) plan.leftOut.push({ file, reason: 'The variation is no longer on the product' })
    else if (decided.has(variation.id)) forGallery(file, 'The variation gets another picture')
    else {
      decided.add(variation.id)
      const replaces = variationPictureKey(variation) !== undefined
      if (replaces && mode === 'append') forGallery(file, variationHasPicture)
      else if (replaces && mode === 'ifNone') plan.leftOut.push({ file, reason: variationHasPicture })
      else {
        plan.variations.push({ variationId: variation.id, file, replaces })
        plan.notes.set(file.id, `Becomes the picture of ${variationLabel(variation)}`)
      }
    }
  }
  return plan
}

/** Why a file is where it is, and what becomes of it. */
export const withNote = (reason: string, note: string | undefined): string => [reason, note].filter(Boolean).join('. ')
