import type { QueuedFile } from '../../../catalogue/picture-job-queued-file'
import type { RemoteProduct } from '../../../shared/remote-product'
import { parseAltPattern } from '../../matching/alt-pattern'
import { stemOf } from '../../matching/fold-name'

/** The alt text of a product's picture by the job's pattern; `position` counts from 1. */
export function altOfFile(
  pattern: string,
  product: Pick<RemoteProduct, 'name' | 'sku' | 'combinations'>,
  file: Pick<QueuedFile, 'name' | 'variationId'>,
  position: number,
): string {
  const parsed = parseAltPattern(pattern)
  if (!parsed.ok) return ''
  const variation = product.combinations?.find(({ id }) => id === file.variationId)
  return parsed.write({
    name: product.name ?? '',
    option: (variation?.options ?? []).map(({ value }) => value).join(' '),
    position: String(position),
    sku: variation?.sku ?? product.sku ?? '',
    file: stemOf(file.name),
  })
}
