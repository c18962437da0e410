import { isPlacedByStore } from '../changes/front-page'
import { mergeEdits } from '../changes/merge'
import { readFields, writeFields } from '../changes/product-fields'
import { stockDelta } from '../changes/stock'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { productFieldsSchema, type ProductField, type ProductPatch } from '../shared/product'
import type { RemoteProduct } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'
import { planStock, pushStock } from './push-stock'

/** All waiting edits of one field, oldest first: ten edits of a price are one. */
type FieldEdits = { field: ProductField; edits: ChangeRecord[] }

/** Sends a product's edited fields: reads it, merges each, one PUT for what is left, stock as a difference. */
export async function pushFields(parts: PushParts, push: ProductPush): Promise<void> {
  const waiting = push.sendable().filter(({ kind }) => kind === 'field')
  if (waiting.length === 0) return
  const remote = await push.refresh()
  const { same, conflicts, patch, byField, stock } = plan(byFields(waiting), remote)
  if (same.length > 0) push.markSent(same)
  for (const { changes, theirs } of conflicts) markConflict(parts, push, changes, theirs)
  if (byField.length > 0) await putFields(parts, push, remote, patch, byField)
  if (stock.length > 0) await pushStock(parts, push, stock, remote)
}

function byFields(changes: readonly ChangeRecord[]): FieldEdits[] {
  const groups = new Map<ProductField, ChangeRecord[]>()
  for (const change of changes) {
    const field = change.field as ProductField
    groups.set(field, [...(groups.get(field) ?? []), change])
  }
  return [...groups].map(([field, edits]) => ({ field, edits }))
}

function plan(groups: readonly FieldEdits[], remote: RemoteProduct) {
  const theirs = readFields(remote)
  const editsOf = (field: ProductField) => groups.find((group) => group.field === field)?.edits ?? []
  const stock = planStock(editsOf('quantity'), editsOf('unlimited'), theirs)
  const same: ChangeRecord[] = [...stock.same]
  const conflicts: { changes: ChangeRecord[]; theirs: unknown }[] = []
  const byField: FieldEdits[] = []
  const patch: Record<string, unknown> = {}
  for (const group of groups) {
    const { field, edits } = group
    if (field === 'quantity') continue
    const inOrder = edits.map(({ before, after, state }) => ({ before, after, inDoubt: state === 'unknown' }))
    const merge = mergeEdits(field, inOrder, theirs[field])
    if (merge.outcome === 'same') same.push(...edits)
    else if (merge.outcome === 'conflict') conflicts.push({ changes: edits, theirs: theirs[field] })
    else {
      patch[field] = productFieldsSchema.shape[field].parse(merge.value)
      byField.push(group)
    }
  }
  if (stock.conflict) conflicts.push({ changes: editsOf('quantity'), theirs: theirs.quantity })
  if (stock.number !== null) {
    Object.assign(patch, { unlimited: false, quantity: stock.number })
    byField.push({ field: 'quantity', edits: editsOf('quantity') })
  }
  return { same, conflicts, byField, patch: patch as ProductPatch, stock: stock.difference }
}

function markConflict({ catalogue }: PushParts, push: ProductPush, changes: readonly ChangeRecord[], theirs: unknown) {
  const message = 'This was changed in the store too. Choose which one stays; until then both are kept.'
  push.write(() => {
    for (const { id } of changes) {
      catalogue.changes.update(id, { state: 'conflict', theirs, reason: { code: 'conflict', message } })
    }
  })
}

async function putFields(
  parts: PushParts,
  push: ProductPush,
  remote: RemoteProduct,
  patch: ProductPatch,
  groups: readonly FieldEdits[],
): Promise<void> {
  const { catalogue, ecwid } = parts
  const changes = groups.flatMap(({ edits }) => edits)
  const known = (remote.attributes ?? []).flatMap(({ id }) => (id === undefined ? [] : [String(id)]))
  for (const { field, edits } of groups) {
    // As if a difference had been sent: it tells later whether the number arrived.
    const token = field === 'quantity' ? { quantity: Number(patch.quantity) - stockDelta(edits) } : undefined
    push.markSending(edits, token)
  }
  try {
    const { showOnFrontpage: _, ...placed } = patch
    const body = writeFields(isPlacedByStore(patch) ? placed : patch, known)
    const item = await ecwid.updateProduct(push.ecwidId(), body)
    // Without the product in the answer the window would show the old values until the next pull.
    if (!item) await push.refresh()
    push.markSent(changes, () => item && push.keep(item.raw))
  } catch (error) {
    if (!(error instanceof AppError) || !refuseNamed(catalogue, push, groups, error)) throw error
    // The store named the field it refuses; the others do not have to wait for it.
    await pushFields(parts, push)
  }
}

/** Marks the edits of the fields that the store named. False when it named none, or nothing else would be left. */
function refuseNamed(
  catalogue: PushParts['catalogue'],
  push: ProductPush,
  groups: readonly FieldEdits[],
  { info }: AppError,
): boolean {
  if (info.code !== 'refused') return false
  const named = groups.filter(({ field }) => info.fields?.[field] !== undefined)
  if (named.length === 0 || named.length === groups.length) return false
  push.write(() => {
    for (const { field, edits } of groups) {
      const reason = { ...info, message: info.fields?.[field] ?? info.message }
      const next = named.some((group) => group.field === field)
        ? { state: 'refused' as const, reason }
        : { state: 'waiting' as const }
      for (const { id } of edits) catalogue.changes.update(id, next)
    }
  })
  return true
}
