import { isPlacedByStore } from '../changes/front-page'
import { mendByLater } from '../changes/mending'
import { mergeEdits } from '../changes/merge'
import {
  fieldOf,
  isProductField,
  readFields,
  writeFields,
  type ProductField,
  type ProductPatch,
} from '../shared/fields/product-fields'
import { stockDelta } from '../changes/stock'
import { setsField, setsThis } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, reasonOf } from '../shared/errors'
import type { RemoteProduct } from '../shared/remote-product'
import { hasNamelessAttribute, unreadAttributes } from '../shared/unread-entries'
import type { ProductPush, PushParts } from './product-push'
import { planStock, pushStock } from './push-stock'
import { says, type Sentence } from '../shared/sentence'

/** All waiting edits of one field, oldest first: ten edits of a price are one. */
type FieldEdits = { field: ProductField; edits: ChangeRecord[] }

/** Sends a product's edited fields: reads it, merges each, one PUT for what is left, stock as a difference. */
export async function pushFields(parts: PushParts, push: ProductPush): Promise<void> {
  const waiting = push.sendable().filter(setsField)
  if (waiting.length === 0) return
  const remote = await push.refresh()
  const unsafe = hasNamelessAttribute(remote) ? waiting.filter((change) => setsThis(change, 'attributes')) : []
  if (unsafe.length > 0) push.refuse(unsafe, { code: 'refused', sentence: says('attribute-unread') })
  const safe = waiting.filter((change) => !unsafe.includes(change))
  const { found, missing, conflicts, patch, byField, stock } = plan(byFields(safe), remote)
  if (found.length > 0) push.markFound(found)
  if (missing.length > 0) push.markMissing(missing)
  for (const { changes, theirs, sentence } of conflicts) push.ask(changes, theirs, sentence)
  if (byField.length > 0) await putFields(parts, push, remote, patch, byField)
  if (stock.length > 0) await pushStock(parts, push, stock)
}

function byFields(changes: readonly ChangeRecord[]): FieldEdits[] {
  const groups = new Map<ProductField, ChangeRecord[]>()
  for (const change of changes) {
    const { field } = change
    if (!isProductField(field)) continue
    groups.set(field, [...(groups.get(field) ?? []), change])
  }
  return [...groups].map(([field, edits]) => ({ field, edits }))
}

/** `found`: in the store already, or nothing in the end. `missing`: sent, and not there. */
function plan(groups: readonly FieldEdits[], remote: RemoteProduct) {
  const theirs = readFields(remote)
  const editsOf = (field: ProductField) => groups.find((group) => group.field === field)?.edits ?? []
  const stock = planStock(editsOf('quantity'), editsOf('unlimited'), remote)
  const found: ChangeRecord[] = [...stock.same]
  const conflicts: { changes: ChangeRecord[]; theirs: unknown; sentence: Sentence }[] = []
  const byField: FieldEdits[] = []
  const patch: Record<string, unknown> = {}
  for (const group of groups) {
    const { field } = group
    if (field === 'quantity') continue
    const { arrived, merge } = mergeEdits(field, group.edits, theirs[field])
    const edits = group.edits.filter((edit) => !arrived.includes(edit))
    found.push(...arrived, ...(merge.outcome === 'same' ? edits : []))
    if (merge.outcome === 'conflict')
      conflicts.push({ changes: edits, theirs: theirs[field], sentence: says('both-changed') })
    if (merge.outcome !== 'send') continue
    patch[field] = fieldOf(field).kind.schema.parse(merge.value)
    byField.push({ field, edits })
  }
  if (stock.asked) conflicts.push({ changes: editsOf('quantity'), theirs: theirs.quantity, sentence: stock.asked })
  if (stock.number !== null) {
    Object.assign(patch, { unlimited: false, quantity: stock.number })
    byField.push({ field: 'quantity', edits: editsOf('quantity') })
  }
  return { found, missing: stock.missing, conflicts, byField, patch: patch as ProductPatch, stock: stock.difference }
}

async function putFields(
  parts: PushParts,
  push: ProductPush,
  remote: RemoteProduct,
  patch: ProductPatch,
  groups: readonly FieldEdits[],
): Promise<void> {
  const changes = groups.flatMap(({ edits }) => edits)
  const numbered = groups.find(({ field }) => field === 'quantity')?.edits ?? []
  // As if a difference had been sent: it tells later whether the number arrived.
  const token = { quantity: Number(patch.quantity) - stockDelta(numbered) }
  const tokenOf = (change: ChangeRecord) => (numbered.includes(change) ? token : undefined)
  const { showOnFrontpage: _, ...placed } = patch
  const body = withUnread(writeFields(isPlacedByStore(patch) ? placed : patch, remote), remote)
  try {
    const item = await parts.ecwid.updateProduct(push.ecwidId(), body, push.claiming({ changes, tokenOf }))
    if (item) push.noteShown(item.product)
    push.markSent(changes, () => (item ? push.keep(item.raw) : push.patchKnown(body)))
    // Without the product in the answer, what the store made of it is only known by reading it.
    if (!item) await push.refresh()
  } catch (error) {
    if (!(error instanceof AppError) || !refuseNamed(parts.catalogue, push, groups, error)) throw error
    // The store named the field it refuses; the others do not have to wait for it.
    await pushFields(parts, push)
  }
}

/** An attribute of which the value cannot be read goes back as it is: left out of the list it might be deleted. */
function withUnread(body: Record<string, unknown>, remote: RemoteProduct): Record<string, unknown> {
  const { attributes } = body
  if (!Array.isArray(attributes)) return body
  const named = new Set((attributes as { id: number }[]).map(({ id }) => String(id)))
  const kept = unreadAttributes(remote).filter(({ id }) => !named.has(String(id)))
  return { ...body, attributes: [...attributes, ...kept.map(({ id, value }) => ({ id: asNumber(id), value }))] }
}

/** The store takes numbers only. */
const asNumber = (id: unknown): unknown => (typeof id === 'string' && /^\d+$/.test(id) ? Number(id) : id)

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
      const next = named.some((group) => group.field === field)
        ? { state: 'refused' as const, reason: { ...reasonOf(info), fields: [field] } }
        : { state: 'waiting' as const }
      for (const { id } of edits) catalogue.changes.update(id, next)
    }
    mendByLater(catalogue, { thing: 'product', id: push.productId })
  })
  return true
}
