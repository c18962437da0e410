import type { Catalogue } from '../catalogue/catalogue'
import { isCreate, isDelete, setsField } from '../shared/change-address'
import { createPayloadSchema, shelfBodySchema, type ChangeRecord } from '../shared/change-record'

/**
 * Which open changes of a thing cannot go before a category that is made here, and for which create they wait: those that name
 * it, later edits of the same field, which start from that, and whatever follows where the thing itself cannot be made without
 * it. Only a delete needs nothing made.
 */
export function waitingForCategories(catalogue: Catalogue, open: readonly ChangeRecord[]): Map<number, number> {
  const waiting = new Map<number, number>()
  const byField = new Map<string | null, number>()
  for (const change of open) {
    const named = namedBy(change)
      .flatMap((id) => catalogue.changes.openOf('category', id))
      .find(isCreate)?.id
    const create = named ?? (setsField(change) ? byField.get(change.field) : undefined)
    if (create === undefined) continue
    waiting.set(change.id, create)
    if (setsField(change)) byField.set(change.field, create)
  }
  const made = open.find(isCreate)
  const before = made && waiting.get(made.id)
  if (before === undefined) return waiting
  for (const change of open) if (!waiting.has(change.id) && !isDelete(change)) waiting.set(change.id, before)
  return waiting
}

/** Categories that the store does not have yet. */
function namedBy(change: ChangeRecord): number[] {
  const { field, after } = change
  const ids = isCreate(change)
    ? [
        ...(createPayloadSchema.safeParse(after).data?.fields.categoryIds ?? []),
        shelfBodySchema.safeParse(after).data?.['parentId'],
      ]
    : setsField(change) && (field === 'categoryIds' || field === 'parentId')
      ? [after].flat()
      : []
  return ids.filter((id): id is number => typeof id === 'number' && id < 0)
}
