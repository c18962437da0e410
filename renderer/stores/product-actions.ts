import type { Operation } from '../../electron/shared/change'
import type { ErrorInfo } from '../../electron/shared/errors'
import { call, problemOf } from '../bridge'
import { afterSave, isEdited, valuesOf } from './product-edits'
import { draftKeyOf, drafts, openedProduct, patchOpen, refreshProduct, type OpenProduct } from './product-store'

type Saved = { productId: number }

/** Saves what was typed as one change set. Null: nothing to save, or it failed and the form says why. */
export async function saveProduct(): Promise<Saved | null> {
  const open = openedProduct()
  if (open?.phase !== 'ready' || open.saving) return null
  if (open.target !== 'new' && !isEdited(open.edits)) return null
  patchOpen(open, { saving: true, problem: null })
  try {
    return await send(open)
  } catch (error) {
    patchOpen(open, { problem: problemOf(error) })
    return null
  } finally {
    patchOpen(open, { saving: false })
  }
}

async function send(open: OpenProduct): Promise<Saved | null> {
  const { connectionId, edits } = open
  const name = valuesOf(edits).name.trim()
  const label = `${open.target === 'new' ? 'Add' : 'Edit'} ${name}`.slice(0, 200)
  const { productIds } = await call('changes.apply', {
    connectionId,
    source: 'form',
    label,
    operations: [operationOf(open)],
  })
  const productId = open.target === 'new' ? productIds[0] : open.target
  await keepWhatWasTypedSince(open)
  if (open.target !== 'new') await refreshProduct()
  return productId === undefined ? null : { productId }
}

function operationOf({ target, edits }: OpenProduct): Operation {
  if (target === 'new') return { kind: 'create', fields: { enabled: valuesOf(edits).enabled, ...edits.patch } }
  return { kind: 'update', productId: target, fields: edits.patch, base: edits.base }
}

async function keepWhatWasTypedSince(saved: OpenProduct): Promise<void> {
  const now = openedProduct()
  const isOpen = now?.connectionId === saved.connectionId && now.target === saved.target
  if (!isOpen || saved.target === 'new') return drafts.forget(draftKeyOf(saved))
  const edits = afterSave(now.edits, saved.edits.patch)
  patchOpen(now, { edits, restored: false, strict: false })
  if (isEdited(edits)) drafts.note(draftKeyOf(saved), edits)
  else await drafts.forget(draftKeyOf(saved))
}

/** A new product like this one, with everything the form does not show. Answers with its local id. */
export async function duplicateProduct(): Promise<Saved | null> {
  const open = openedProduct()
  if (!open?.detail) return null
  const name = `${open.detail.fields.name} (copy)`
  const answer = await apply(open, `Duplicate ${open.detail.fields.name}`, {
    kind: 'create',
    // The copy waits for its last touches before shoppers see it, and its SKU must be its own.
    fields: { name, sku: '', customSlug: '', enabled: false },
    copyOf: open.detail.id,
  })
  const productId = answer?.productIds[0]
  return productId === undefined ? null : { productId }
}

type Deleted = { changeSetId: number | null; name: string }

/** Deletes the product in the form and its draft; the change set takes it back. */
export async function deleteProduct(): Promise<Deleted | null> {
  const open = openedProduct()
  if (!open?.detail) return null
  const { name } = open.detail.fields
  const answer = await apply(open, `Delete ${name}`, { kind: 'delete', productId: open.detail.id })
  if (!answer) return null
  await drafts.forget(draftKeyOf(open))
  return { changeSetId: answer.changeSetId, name }
}

/** Takes a change set back. Null when done, else why not. */
export async function undoChangeSet(connectionId: string, changeSetId: number): Promise<ErrorInfo | null> {
  try {
    await call('changes.revert', { connectionId, changeSetId })
    return null
  } catch (error) {
    return problemOf(error)
  }
}

export async function retryChanges(changeIds: number[]): Promise<void> {
  await settle((connectionId) => call('changes.retry', { connectionId, changeIds }))
}

/** Takes back what the store refused: the fields show the store's values again. */
export async function dropChanges(changeIds: number[]): Promise<void> {
  await settle((connectionId) => call('changes.drop', { connectionId, changeIds }))
}

export async function resolveChange(changeId: number, take: 'mine' | 'theirs'): Promise<void> {
  await settle((connectionId) => call('changes.resolve', { connectionId, changeIds: [changeId], take }))
}

async function apply(open: OpenProduct, label: string, operation: Operation) {
  try {
    const { connectionId } = open
    return await call('changes.apply', {
      connectionId,
      source: 'form',
      label: label.slice(0, 200),
      operations: [operation],
    })
  } catch (error) {
    patchOpen(open, { problem: problemOf(error) })
    return null
  }
}

async function settle(ask: (connectionId: string) => Promise<unknown>): Promise<void> {
  const open = openedProduct()
  if (!open) return
  try {
    await ask(open.connectionId)
    await refreshProduct()
  } catch (error) {
    patchOpen(open, { problem: problemOf(error) })
  }
}
