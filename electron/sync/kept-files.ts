import { filesOf } from '../changes/files'
import type { ChangeRecord } from '../shared/change-record'
import { mostKept } from '../shared/limits'
import { remoteProductSchema, type RemoteFile, type RemoteProduct } from '../shared/remote-product'
import { says } from '../shared/sentence'
import { waitOrAsk } from './copies'
import { PlanAnew } from './plan-anew'
import type { ProductPush, PushParts } from './product-push'

/**
 * A copy of a file that is about to leave the store, for an undo; its content hash. What cannot be copied now waits; what can never be is
 * refused once, and goes without a way back when its owner tries again: undefined.
 */
export async function copyOfFile(
  parts: Pick<PushParts, 'catalogue' | 'ecwid' | 'stageFile'>,
  push: Pick<ProductPush, 'ecwidId' | 'refuse' | 'write'>,
  change: ChangeRecord,
  { id, size = 0 }: RemoteFile,
): Promise<string | undefined> {
  if (change.token?.withoutCopy) return undefined
  const token = { ...change.token, withoutCopy: true }
  if (size > mostKept) {
    push.refuse([change], { code: 'refused', sentence: says('file-too-large-to-copy') }, token)
    throw new PlanAnew()
  }
  const file = { id, size }
  const copy = await parts.ecwid
    .downloadFile(push.ecwidId(), file, parts.stageFile, { priority: 'push' })
    .catch(() => undefined)
  return (
    copy?.hash ?? waitOrAsk(parts, push, change, { waiting: 'file-copy-waits', asking: 'file-copy-impossible', token })
  )
}

/** The delete of a product, with its files copied to this device. */
export async function withKeptFiles(
  parts: PushParts,
  push: ProductPush,
  deletion: ChangeRecord,
  product: RemoteProduct,
): Promise<ChangeRecord> {
  let kept = deletion
  for (const file of filesOf(product)) {
    const decided = remoteProductSchema.parse(kept.before)
    const isKept = filesOf(decided).some(({ id, hash }) => id === file.id && typeof hash === 'string')
    const hash = isKept ? undefined : await copyOfFile(parts, push, kept, file)
    if (hash === undefined) continue
    const files = filesOf(decided).map((each) => (each.id === file.id ? { ...each, hash } : each))
    kept = push.keepBefore(kept, { ...decided, files })
  }
  return kept
}
