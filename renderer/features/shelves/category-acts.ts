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

/** The same, told with the way back. Answers with why not. */
async function doToCategories(asked: Asked, message: string): Promise<ErrorInfo | null> {
  try {
    const done = await applyToCategories(asked)
    if (done) offerUndo({ message, undo: () => undoChangeSet(done.connectionId, done.changeSetId) })
    return null
  } catch (error) {
    return problemOf(error)
  }
}

const tellWhyNot = (problem: ErrorInfo | null): void => void (problem && notifyProblem(problem))

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

/** Answers with why not. */
export async function renameCategory({ id, name }: Named, next: string): Promise<ErrorInfo | null> {
  const after = next.trim()
  if (after === '' || after === name) return null
  const operation = { kind: 'category.update', categoryId: id, fields: { name: after }, base: { name } } as const
  return doToCategories({ code: 'edit-category', name: after, operations: [operation] }, `Renamed to ${after}`)
}

export async function showCategory({ id, name }: Named, enabled: boolean): Promise<void> {
  const operation = { kind: 'category.update', categoryId: id, fields: { enabled } } as const
  const message = enabled ? `Shoppers see ${name}` : `${name} is hidden from shoppers`
  tellWhyNot(await doToCategories({ code: 'edit-category', name, operations: [operation] }, message))
}

/** Below `parentId`, before one that stands there, or last. */
export const moveCategory = (category: Named, parentId: number, before: number | null): Promise<void> =>
  move(category, { kind: 'category.move', categoryId: category.id, parentId, before })

export type Way = Extract<Operation, { kind: 'category.shift' }>['way']
/** By one step from where it stands. */
export const shiftCategory = (category: Named, way: Way): Promise<void> =>
  move(category, { kind: 'category.shift', categoryId: category.id, way })

async function move({ name }: Named, operation: Operation): Promise<void> {
  tellWhyNot(await doToCategories({ code: 'move-category', name, operations: [operation] }, `Moved ${name}`))
}

export async function deleteCategory({ id, name }: Named, below: 'delete' | 'keep'): Promise<void> {
  const operation = { kind: 'category.delete', categoryId: id, below } as const
  tellWhyNot(await doToCategories({ code: 'delete-category', name, operations: [operation] }, `Deleted ${name}`))
}
