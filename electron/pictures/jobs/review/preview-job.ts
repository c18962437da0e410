import type { Catalogue } from '../../../catalogue/catalogue'
import type { PictureJobRecord } from '../../../catalogue/picture-jobs-table'
import { currentProduct } from '../../../changes/reindex'
import { AppError } from '../../../shared/errors'
import { altAdvisedLength, type AltPreview, type PatternPreview } from '../../../shared/picture-job'
import { fileReasonText } from '../../../shared/words/file-reason'
import { parseAltPattern } from '../../matching/alt-pattern'
import { matchByPattern } from '../../matching/match-by-pattern'
import type { Matcher } from '../../matching/match-file'
import { parseNamePattern } from '../../matching/name-pattern'
import { altOfFile } from './alt-of-file'
import { namedFileOf } from '../scan/match-job'
import { createPacer } from '../../../changes/pacer'

const portion = 200
const shown = 12
/** Of a rule for names: so many of each verdict. */
const shownEach = 4

/** What a pattern would do, while it is being typed. A newer question ends an older one with AppError 'cancelled'. */
export function createPreviews(catalogue: Catalogue, matcher: () => Promise<Matcher>) {
  let newest = 0

  async function* filesOf(jobId: number) {
    const turn = ++newest
    const pace = createPacer()
    for (let last = 0; ;) {
      const files = catalogue.pictureJobFiles.after(jobId, last, portion)
      if (files.length === 0) return
      for (const file of files) {
        yield file
        await pace()
        if (turn !== newest) throw new AppError('cancelled', 'A newer preview was asked for.')
      }
      last = files.at(-1)?.id ?? last
    }
  }

  async function pattern({ id }: PictureJobRecord, text: string): Promise<PatternPreview> {
    const preview: PatternPreview = { problem: null, counts: { matched: 0, doubtful: 0, unmatched: 0 }, samples: [] }
    const parsed = parseNamePattern(text)
    if (!parsed.ok) return { ...preview, problem: parsed.problem }
    const known = await matcher()
    for await (const file of filesOf(id)) {
      if (file.refusal !== null) continue
      const { confidence, parts, reason } = matchByPattern(known, parsed, namedFileOf(file))
      const verdict = confidence === 'confident' ? 'matched' : confidence === 'doubtful' ? 'doubtful' : 'unmatched'
      preview.counts[verdict] += 1
      const { id: fileId, name } = file
      if (preview.counts[verdict] <= shownEach)
        preview.samples.push({ fileId, name, parts: { ...parts }, verdict, reason: fileReasonText(reason) })
    }
    return preview
  }

  async function alt({ id }: PictureJobRecord, text: string): Promise<AltPreview> {
    const preview: AltPreview = { problem: null, tooLong: 0, samples: [] }
    const parsed = parseAltPattern(text)
    if (!parsed.ok) return { ...preview, problem: parsed.problem }
    const pace = createPacer()
    const turn = ++newest
    for (const productId of catalogue.pictureJobFiles.productIds(id)) {
      const product = currentProduct(catalogue, productId) ?? { id: 0 }
      catalogue.pictureJobFiles.ofProduct(id, productId).forEach((file, at) => {
        const written = altOfFile(text, product, file, at + 1)
        if (written.length > altAdvisedLength) preview.tooLong += 1
        if (preview.samples.length < shown) preview.samples.push({ fileId: file.id, name: file.name, alt: written })
      })
      await pace()
      if (turn !== newest) throw new AppError('cancelled', 'A newer preview was asked for.')
    }
    return preview
  }

  return { pattern, alt }
}
