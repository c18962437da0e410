import type { Catalogue } from '../../catalogue/catalogue'
import type { PictureJobFileRecord } from '../../catalogue/picture-job-file-record'
import { currentProduct } from '../../changes/reindex'
import { variationLabel } from '../../changes/variation-pictures'
import { csvFile } from '../../shared/csv-cell'
import type { PictureReportRow, ReportOutcome } from '../../shared/picture-job'
import type { RemoteProduct } from '../../shared/remote-product'
import { shownPath } from '../disk-path'
import { fileReasonText } from '../../shared/words/file-reason'
import { sentenceText } from '../../shared/words/sentence'

type Query = { outcome: ReportOutcome | null; offset: number; limit: number }

/** Every file of a job with its outcome and its reason. */
export function reportRows(
  catalogue: Catalogue,
  jobId: number,
  query: Query,
): { total: number; rows: PictureReportRow[] } {
  const { total, files } = catalogue.pictureJobFiles.reportPage(jobId, query)
  const products = new Map<number, RemoteProduct | undefined>()
  const variationOf = ({ productId, variationId }: (typeof files)[number]): PictureReportRow['variation'] => {
    if (productId === null || variationId === null) return null
    if (!products.has(productId)) products.set(productId, currentProduct(catalogue, productId))
    const variation = products.get(productId)?.combinations?.find(({ id }) => id === variationId)
    return variation ? { label: variationLabel(variation), sku: variation.sku ?? '' } : null
  }
  return {
    total,
    rows: files.map((file): PictureReportRow => ({
      fileId: file.id,
      path: shownPath(file.path),
      outcome: file.outcome,
      reason: (file.problem && sentenceText(file.problem)) ?? file.changeReason ?? whyOf(file),
      productId: file.productId,
      productName: file.productName,
      sku: file.sku,
      variation: variationOf(file),
      position: file.position,
      alt: file.alt,
      bytes: file.bytes,
      sentAt: file.sentAt,
    })),
  }
}

function whyOf({ verdict, reason, refusal }: PictureJobFileRecord): string {
  const why = fileReasonText(reason, refusal)
  return verdict === 'doubtful' ? `Nobody decided: ${why}` : why
}

const header = [
  'File',
  'Outcome',
  'Reason',
  'Product',
  'SKU',
  'Variation',
  'Variation SKU',
  'Position',
  'Alt text',
  'Bytes',
  'Sent at',
]
const outcomeNames: Record<ReportOutcome, string> = {
  added: 'added',
  waiting: 'waiting',
  failed: 'failed',
  already: 'already there',
  leftOut: 'left out',
  unmatched: 'no product',
  refused: 'refused',
  removed: 'removed again',
}
const portion = 500

export function reportCsv(catalogue: Catalogue, jobId: number): string {
  const lines: (string | number)[][] = [header]
  for (let offset = 0; ; offset += portion) {
    const { rows } = reportRows(catalogue, jobId, { outcome: null, offset, limit: portion })
    for (const row of rows) {
      const sentAt = row.sentAt === null ? '' : new Date(row.sentAt).toISOString()
      const { path, outcome, reason, productName, sku, variation, position, alt, bytes } = row
      const where = [productName, sku, variation?.label ?? '', variation?.sku ?? '']
      lines.push([path, outcomeNames[outcome], reason, ...where, position ?? '', alt, bytes, sentAt])
    }
    if (rows.length < portion) return csvFile(lines)
  }
}
