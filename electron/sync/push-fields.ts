import { mergeField } from '../changes/merge'
import { readFields, writeFields } from '../changes/product-fields'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { productFieldsSchema, type ProductField, type ProductPatch } from '../shared/product'
import type { RemoteProduct } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'

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
  if (stock) await pushStock(parts, push, stock, remote)
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
  const same: ChangeRecord[] = []
  const conflicts: { changes: ChangeRecord[]; theirs: unknown }[] = []
  const byField: FieldEdits[] = []
  const patch: Record<string, unknown> = {}
  let stock: FieldEdits | undefined
  const tracked = !theirs.unlimited && !groups.some(({ field }) => field === 'unlimited')
  for (const group of groups) {
    const { field, edits } = group
    if (field === 'quantity' && tracked) {
      stock = group
      continue
    }
    // Stock that was not tracked has no number to differ from: the typed number counts.
    const before = field === 'quantity' ? theirs.quantity : edits[0]?.before
    const merge = mergeField(field, before, edits.at(-1)?.after, theirs[field])
    if (merge.outcome === 'same') same.push(...edits)
    else if (merge.outcome === 'conflict') conflicts.push({ changes: edits, theirs: theirs[field] })
    else {
      patch[field] = productFieldsSchema.shape[field].parse(merge.value)
      byField.push(group)
    }
  }
  return { same, conflicts, byField, patch: patch as ProductPatch, stock }
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
  push.markSending(changes)
  try {
    const item = await ecwid.updateProduct(push.ecwidId(), writeFields(patch, known))
    push.markSent(changes, () => {
      if (item) catalogue.products.putRemote(item.raw)
    })
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

/** PUT /products/{id}/inventory: +5 stays +5 although three were sold meanwhile. */
async function pushStock(
  parts: PushParts,
  push: ProductPush,
  { edits }: FieldEdits,
  remote: RemoteProduct,
): Promise<void> {
  const { catalogue, ecwid } = parts
  const delta = edits.reduce((sum, { before, after }) => sum + Number(after) - Number(before), 0)
  const quantity = readFields(remote).quantity
  const lost = edits.filter(({ state }) => state === 'unknown')
  const sentFrom = lost[0]?.token?.quantity
  if (delta === 0 && lost.length === 0) return push.markSent(edits)
  if (sentFrom !== undefined) {
    const lostDelta = lost.reduce((sum, { before, after }) => sum + Number(after) - Number(before), 0)
    const arrived = stockArrived(sentFrom, lostDelta, quantity)
    if (arrived === 'unclear') {
      const message = `The answer to a stock change of ${signed(lostDelta)} was lost, and the stock moved meanwhile. Check the number, then choose.`
      return push.write(() => {
        for (const { id } of edits) {
          catalogue.changes.update(id, { state: 'conflict', theirs: quantity, reason: { code: 'conflict', message } })
        }
      })
    }
    if (arrived === 'yes') {
      push.markSent(lost)
      const rest = edits.filter(({ state }) => state !== 'unknown')
      return rest.length > 0 ? pushStock(parts, push, { field: 'quantity', edits: rest }, remote) : undefined
    }
  }
  push.markSending(edits, { quantity })
  await ecwid.adjustStock(push.ecwidId(), delta)
  push.markSent(edits, () =>
    catalogue.products.putRemote({ ...remote, quantity: quantity + delta, inStock: quantity + delta > 0 }),
  )
  await push.refresh()
}

/** Whether a stock difference whose answer was lost is in the store's number; sales in between only ever lower it. */
export function stockArrived(sentFrom: number, delta: number, now: number): 'yes' | 'no' | 'unclear' {
  if (now === sentFrom + delta) return 'yes'
  if (now === sentFrom) return 'no'
  if (delta > 0) return now > sentFrom ? 'yes' : 'unclear'
  return now > sentFrom + delta ? 'no' : 'unclear'
}

const signed = (delta: number): string => (delta > 0 ? `+${delta}` : String(delta))
