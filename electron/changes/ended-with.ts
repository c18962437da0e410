import type { Catalogue } from '../catalogue/catalogue'
import { isDelete } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'

/** What waited of a thing, or of a picture of it, ends with what takes that away, which remembers it. Belongs into a transaction. */
export function endWith({ changes }: Catalogue, deletion: ChangeRecord, open: readonly ChangeRecord[]): void {
  const ended = open.filter((change) => change.id !== deletion.id).map(({ id }) => id)
  for (const id of ended) changes.update(id, { state: 'taken-back', retryAt: null })
  const { token } = changes.get(deletion.id) ?? deletion
  if (ended.length > 0) changes.update(deletion.id, { token: { ...token, ended } })
}

/** A thing comes back with the edits that had ended with it: each of them can be taken back by itself again. */
export function beginAgainWith({ changes }: Catalogue, { token, sentAt }: ChangeRecord): void {
  for (const id of token?.ended ?? []) {
    const change = changes.get(id)
    const isEnded = change?.state === 'taken-back' && changes.redoneBy(id) === null
    if (isEnded && !isDelete(change)) changes.update(id, { state: 'sent', sentAt })
  }
}
