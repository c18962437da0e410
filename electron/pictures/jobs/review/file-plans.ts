import type { Catalogue } from '../../../catalogue/catalogue'
import type { QueuedFile } from '../../../catalogue/picture-job-queued-file'
import type { PictureJobRecord } from '../../../catalogue/picture-jobs-table'
import { currentProduct } from '../../../changes/reindex'
import { fileNoteText } from '../../../shared/words/file-reason'
import { altOfFile } from './alt-of-file'
import { planProduct } from './plan-product'

type FilePlan = { alt: string; note?: string | undefined }

/** What becomes of single files, for a page of them: each product is read and planned once. */
export function filePlans(catalogue: Catalogue, { id: jobId, options }: Pick<PictureJobRecord, 'id' | 'options'>) {
  const known = new Map<number, Map<number, FilePlan>>()

  function plansOf(productId: number): Map<number, FilePlan> {
    const current = currentProduct(catalogue, productId)
    if (!current) return new Map()
    const { notes } = planProduct(catalogue, options, { jobId, productId, current })
    const files = catalogue.pictureJobFiles.ofProduct(jobId, productId)
    const planOf = (file: QueuedFile, at: number): FilePlan => {
      const note = notes.get(file.id)
      return { alt: altOfFile(options.altPattern, current, file, at + 1), note: note && fileNoteText(note) }
    }
    return new Map(files.map((file, at) => [file.id, planOf(file, at)]))
  }

  return ({ id, verdict, productId, variationId }: QueuedFile): FilePlan => {
    const matters = options.altPattern !== '' || variationId !== null
    if (!matters || verdict !== 'matched' || productId === null) return { alt: '' }
    const plans = known.get(productId) ?? plansOf(productId)
    known.set(productId, plans)
    return plans.get(id) ?? { alt: '' }
  }
}
