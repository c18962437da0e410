import type { Catalogue } from '../catalogue/catalogue'
import type { ThingRef } from '../shared/change-address'
import { isOpen, type ChangeRecord } from '../shared/change-record'

type Settable = Parameters<Catalogue['changes']['update']>[1]

/** The open changes of one thing, oldest first, read once while several of them are settled in one transaction. */
export function openChanges(
  { changes }: Pick<Catalogue, 'changes'>,
  { thing, id: localId }: ThingRef,
  read: readonly ChangeRecord[] = changes.openOf(thing, localId),
) {
  const open = new Map(read.map((change) => [change.id, change]))
  return {
    all: (): ChangeRecord[] => [...open.values()],
    get: (id: number): ChangeRecord | undefined => open.get(id),
    add: (change: ChangeRecord): void => void open.set(change.id, change),
    update(id: number, set: Settable): void {
      changes.update(id, set)
      const known = open.get(id)
      if (!known) return
      const next = { ...known, ...set }
      if (isOpen(next)) open.set(id, next)
      else open.delete(id)
    },
  }
}
export type OpenChanges = ReturnType<typeof openChanges>
