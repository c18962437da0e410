import type { Catalogue } from '../../../catalogue/catalogue'
import type { QueuedFile } from '../../../catalogue/picture-job-queued-file'
import type { PictureFileStep, PictureJobFile } from '../../../shared/picture-job'
import { targetOf, variationOf } from '../job/job-target'
import { fileReasonText } from '../../../shared/words/file-reason'
import { sentenceText } from '../../../shared/words/sentence'

/** A file as the window shows it. `alt` and `note`: what will become of it, while it is not in the queue. */
export function toFileView(
  catalogue: Catalogue,
  file: QueuedFile,
  { alt, note }: { alt: string; note?: string | undefined },
): PictureJobFile {
  const isOpen = file.verdict === 'doubtful'
  const candidates = isOpen ? (file.found?.candidates ?? []) : []
  return {
    id: file.id,
    name: file.name,
    folder: file.folder,
    bytes: file.bytes,
    type: file.type,
    width: file.width,
    height: file.height,
    verdict: file.verdict,
    reason: fileReasonText(file.reason, file.refusal),
    note: note ?? null,
    warning: file.warning && sentenceText(file.warning),
    target: isOpen ? null : targetOf(catalogue, file.productId, file.variationId),
    candidates: candidates.flatMap(({ productId, sku }) => {
      return targetOf(catalogue, productId, variationOf(catalogue, productId, sku)) ?? []
    }),
    position: file.position,
    byHand: file.byHand,
    alt: file.alt || alt,
    step: stepOf(file),
    problem: (file.problem && sentenceText(file.problem)) ?? file.changeReason,
    changeId: file.changeId,
  }
}

function stepOf({ step, changeState }: Pick<QueuedFile, 'step' | 'changeState'>): PictureFileStep {
  switch (changeState) {
    case null:
      return step
    case 'sent':
      return 'sent'
    case 'sending':
      return 'sending'
    case 'taken-back':
      return 'removed'
    case 'refused':
    case 'conflict':
      return 'failed'
    default:
      return 'queued'
  }
}
