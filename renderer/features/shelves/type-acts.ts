import type { ErrorInfo } from '../../../electron/shared/errors'
import { shortName, type WantedLabel } from '../../../electron/shared/set-label'
import { tellWhyNot } from '../../components/notify'
import type { ShelfEdits } from '../../stores/shelf-edits'
import { applyToShelf, createShelf, doToShelf } from './shelf-acts'

type Label = Extract<WantedLabel, { productType: string }>
const labelOf = (code: Label['code'], name: string): Label => ({ code, productType: shortName(name) })

export const createType = (name: string): Promise<ErrorInfo | { made: number }> =>
  createShelf({ label: labelOf('add-type', name.trim()), operation: { kind: 'type.create', name } })

/** What was typed on its page. */
export function saveType(typeId: number, name: string, { patch, base }: ShelfEdits) {
  const operation = { kind: 'type.update', typeId, fields: patch, base } as const
  return applyToShelf({ label: labelOf('edit-type', name), operation, from: 'form' })
}

export async function deleteType({ id, name }: { id: number; name: string }): Promise<void> {
  const operation = { kind: 'type.delete', typeId: id } as const
  tellWhyNot(await doToShelf({ label: labelOf('delete-type', name), operation }, `Deleted ${name}`))
}
