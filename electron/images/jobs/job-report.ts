import type { Catalogue } from '../../catalogue/catalogue'
import type { PictureReportRow, ReportOutcome } from '../../shared/picture-job'

type Query = { outcome: ReportOutcome | null; offset: number; limit: number }

/** Every file of a job with its outcome and its reason. */
export function reportRows(
  catalogue: Catalogue,
  jobId: number,
  query: Query,
): { total: number; rows: PictureReportRow[] } {
  const { total, files } = catalogue.pictureJobFiles.reportPage(jobId, query)
  return {
    total,
    rows: files.map((file): PictureReportRow => ({
      fileId: file.id,
      path: file.path,
      outcome: file.outcome,
      reason:
        file.problem ??
        file.changeReason ??
        (file.verdict === 'doubtful' ? `Nobody decided: ${file.reason}` : file.reason),
      productId: file.productId,
      productName: file.productName,
      sku: file.sku,
      position: file.position,
      alt: file.alt,
      bytes: file.bytes,
      sentAt: file.sentAt,
    })),
  }
}

const header = ['File', 'Outcome', 'Reason', 'Product', 'SKU', 'Position', 'Alt text', 'Bytes', 'Sent at']
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

/** As a spreadsheet opens it: UTF-8 with a mark, commas, CRLF. */
export function reportCsv(catalogue: Catalogue, jobId: number): string {
  const lines = [header.join(',')]
  for (let offset = 0; ; offset += portion) {
    const { rows } = reportRows(catalogue, jobId, { outcome: null, offset, limit: portion })
    for (const row of rows) {
      const sentAt = row.sentAt === null ? '' : new Date(row.sentAt).toISOString()
      const { path, outcome, reason, productName, sku, position, alt, bytes } = row
      lines.push(
        [path, outcomeNames[outcome], reason, productName, sku, position ?? '', alt, bytes, sentAt].map(cell).join(','),
      )
    }
    if (rows.length < portion) return `\ufeff${lines.join('\r\n')}\r\n`
  }
}

/** A name that begins like a formula must stay a name. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
