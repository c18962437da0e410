import type { Operation } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { shortName, type WantedLabel } from '../../../electron/shared/set-label'
import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { offerUndo } from '../../components/offer-undo'
import { undoChangeSet } from '../../stores/product-actions'
import { useViewStore } from '../../stores/view-store'

type Code = Extract<WantedLabel, { category: string }>['code']
type Asked = { code: Code; name: string; operations: Operation[]; from?: 'form' | 'list' }

/** Writes one change set about categories. Answers with what it made; throws why not. */
export async function applyToCategories({ code, name, operations, from = 'list' }: Asked) {
  const { connectionId } = useViewStore.getState()
  if (connectionId === null) return null
  const label = { code, category: shortName(name) }
  const { changeSetId, productIds } = await call('changes.apply', { connectionId, source: from, label, operations })
  return changeSetId === null ? null : { connectionId, changeSetId, made: productIds[0] }
}

/** The same, told with the way back. Answers with what it made, null where nothing was done. */
async function doToCategories(asked: Asked, message: string): Promise<number | null> {
  try {
    const done = await applyToCategories(asked)
    if (!done) return null
    const { connectionId, changeSetId, made } = done
    offerUndo({ message, undo: () => undoChangeSet(connectionId, changeSetId) })
    return made ?? null
  } catch (error) {
    notifyProblem(problemOf(error))
    return null
  }
}

/** Why not, where it was refused. */
export async function createCategory(name: string, parentId: number): Promise<ErrorInfo | { made: number }> {
  try {
    const operation = { kind: 'category.create', name, parentId } as const
    const done = await applyToCategories({ code: 'add-category', name: name.trim(), operations: [operation] })
    return { made: done?.made ?? 0 }
  } catch (error) {
    return problemOf(error)
  }
}

type Named = { id: number; name: string }

export function renameCategory({ id, name }: Named, next: string): void {
  const after = next.trim()
  if (after === '' || after === name) return
  const operation = { kind: 'category.update', categoryId: id, fields: { name: after }, base: { name } } as const
  void doToCategories({ code: 'edit-category', name: after, operations: [operation] }, `Renamed to ${after}`)
}

export function showCategory({ id, name }: Named, enabled: boolean): void {
  const operation = { kind: 'category.update', categoryId: id, fields: { enabled } } as const
  const message = enabled ? `Shoppers see ${name}` : `${name} is hidden from shoppers`
  void doToCategories({ code: 'edit-category', name, operations: [operation] }, message)
}

/** Below `parentId`, before one that stands there, or last. */
export function moveCategory({ id, name }: Named, parentId: number, before: number | null): void {
  const operation = { kind: 'category.move', categoryId: id, parentId, before } as const
  void doToCategories({ code: 'move-category', name, operations: [operation] }, `Moved ${name}`)
}

export function deleteCategory({ id, name }: Named, below: 'delete' | 'keep'): void {
  const operation = { kind: 'category.delete', categoryId: id, below } as const
  void doToCategories({ code: 'delete-category', name, operations: [operation] }, `Deleted ${name}`)
}
