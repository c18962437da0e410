import type { Catalogue } from '../catalogue/catalogue'
import { isCreate, setsField } from '../shared/change-address'
import { createPayloadSchema, shelfBodySchema, type ChangeRecord } from '../shared/change-record'

/**
 * Which open changes of a thing cannot go before a category that is made here, and for which create they wait: those that name
 * it, and whatever follows where the thing itself cannot be made without it.
 */
export function waitingForCategories(catalogue: Catalogue, open: readonly ChangeRecord[]): Map<number, number> {
  const waiting = new Map<number, number>()
  for (const change of open) {
    const create = namedBy(change)
      .flatMap((id) => catalogue.changes.openOf('category', id))
      .find(isCreate)
    if (create) waiting.set(change.id, create.id)
  }
  const made = open.find(isCreate)
  const before = made && waiting.get(made.id)
  if (before !== undefined) for (const { id } of open) if (!waiting.has(id)) waiting.set(id, before)
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
