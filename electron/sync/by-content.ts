import type { ChangeRecord } from '../shared/change-record'
import { waitOrAsk } from './copies'
import type { PushParts } from './product-push'
import type { ThingPush } from './thing-push'

/**
 * Which of the store's pictures an upload without an answer brought; undefined: none. Somebody else may have added pictures too:
 * the bytes tell, because the store keeps originals as they are. While they cannot be read nothing is known, and it throws.
 */
export async function byContent(
  parts: PushParts,
  push: Pick<ThingPush, 'refuse' | 'write'>,
  {
    change,
    source,
    keys,
  }: { change: ChangeRecord; source: { hash: string } | { url: string }; keys: readonly string[] },
): Promise<string | undefined> {
  if (keys.length === 0) return undefined
  const sent = 'hash' in source ? source.hash : (await parts.keepCopy(source.url))?.hash
  let isUnread = sent === undefined
  for (const key of keys) {
    const there = (await parts.keepCopy(key))?.hash
    if (there !== undefined && there === sent) return key
    isUnread ||= there === undefined
  }
  return isUnread
    ? waitOrAsk(parts, push, change, { waiting: 'compare-waits', asking: 'compare-impossible' })
    : undefined
}
