import type { Operation } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { shortName, type WantedLabel } from '../../../electron/shared/set-label'
import { tellWhyNot } from '../../components/notify'
import type { ShelfEdits } from '../../stores/shelf-edits'
import { applyToShelf, createShelf, doToShelf } from './shelf-acts'

type Label = Extract<WantedLabel, { category: string }>
const labelOf = (code: Label['code'], name: string): Label => ({ code, category: shortName(name) })

export function createCategory(name: string, parentId: number): Promise<ErrorInfo | { made: number }> {
  const operation = { kind: 'category.create', name, parentId } as const
  return createShelf({ label: labelOf('add-category', name.trim()), operation })
}

/** What was typed on its page. */
export function saveCategory(categoryId: number, name: string, { patch, base }: ShelfEdits) {
  const operation = { kind: 'category.update', categoryId, fields: patch, base } as const
  return applyToShelf({ label: labelOf('edit-category', name), operation, from: 'form' })
}

type Named = { id: number; name: string }

/** Answers with why not. */
export async function renameCategory({ id, name }: Named, next: string): Promise<ErrorInfo | null> {
  const after = next.trim()
  if (after === '' || after === name) return null
  const operation = { kind: 'category.update', categoryId: id, fields: { name: after }, base: { name } } as const
  return doToShelf({ label: labelOf('edit-category', after), operation }, `Renamed to ${after}`)
}

export async function showCategory({ id, name }: Named, enabled: boolean): Promise<void> {
  const operation = { kind: 'category.update', categoryId: id, fields: { enabled } } as const
  const message = enabled ? `Shoppers see ${name}` : `${name} is hidden from shoppers`
  tellWhyNot(await doToShelf({ label: labelOf('edit-category', name), operation }, message))
}

/** Below `parentId`, before one that stands there, or last. */
export const moveCategory = (category: Named, parentId: number, before: number | null): Promise<void> =>
  move(category, { kind: 'category.move', categoryId: category.id, parentId, before })

export type Way = Extract<Operation, { kind: 'category.shift' }>['way']
/** By one step from where it stands. */
export const shiftCategory = (category: Named, way: Way): Promise<void> =>
  move(category, { kind: 'category.shift', categoryId: category.id, way })

async function move({ name }: Named, operation: Operation): Promise<void> {
  tellWhyNot(await doToShelf({ label: labelOf('move-category', name), operation }, `Moved ${name}`))
}

export type Place = Extract<Operation, { kind: 'category.place' }>['to']
/** Of a product among those of the category. */
export async function placeProduct({ id, name }: Named, product: Named, to: Place): Promise<void> {
  const operation = { kind: 'category.place', categoryId: id, product: product.id, to } as const
  tellWhyNot(await doToShelf({ label: labelOf('order-category', name), operation }, `Moved ${product.name}`))
}

export async function deleteCategory({ id, name }: Named, below: 'delete' | 'keep'): Promise<void> {
  const operation = { kind: 'category.delete', categoryId: id, below } as const
  tellWhyNot(await doToShelf({ label: labelOf('delete-category', name), operation }, `Deleted ${name}`))
}
