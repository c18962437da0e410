import type { Operation } from '../../electron/shared/change'
import { fieldsIn } from '../../electron/shared/fields/product-fields'
import type { ErrorInfo } from '../../electron/shared/errors'
import { shortName } from '../../electron/shared/set-label'
import { call, problemOf } from '../bridge'
import { afterFailedSave, afterSave, beingSaved } from './edits-being-saved'
import { isEdited, toBeKept, valuesOf, type ProductEdits } from './product-edits'
import type { DraftKey } from './draft-keeper'
import { isDraftId } from './variation-edits'
import { variationRows } from './variation-rows'
import { saidOfNew } from './new-product'
import { goingVariations } from './varied-by-options'
import { draftKeyOf, drafts, openedProduct, patchOpen, refreshProduct, type OpenProduct } from './product-store'

type Saved = { productId: number }

/** Saves what was typed as one change set. Null: nothing to save, or it failed and the form says why. */
export async function saveProduct(): Promise<Saved | null> {
  const open = openedProduct()
  if (open?.phase !== 'ready' || open.saving) return null
  if (open.target !== 'new' && !isEdited(open.edits)) return null
  patchOpen(open, { saving: true, problem: null, edits: beingSaved(open.edits) })
  try {
    return await send(open)
  } catch (error) {
    await keepUnsaved(open, problemOf(error))
    return null
  } finally {
    patchOpen(open, { saving: false })
  }
}

async function send(open: OpenProduct): Promise<Saved | null> {
  const { connectionId, edits } = open
  const product = shortName(valuesOf(edits).name.trim())
  const { productIds } = await call('changes.apply', {
    connectionId,
    source: 'form',
    label: { code: open.target === 'new' ? 'add-product' : 'edit-product', product },
    operations: operationsOf(open),
  })
  const productId = open.target === 'new' ? productIds[0] : open.target
  if (open.target === 'new') await keepForMade(open, productId)
  else await keepWhatWasTypedSince(open)
  if (open.target !== 'new') await refreshProduct()
  return productId === undefined ? null : { productId }
}

/** What is made of an option that goes is removed before it, and what is made of a new choice is made after that. */
function operationsOf(open: OpenProduct): Operation[] {
  const { target, edits } = open
  if (target === 'new') {
    const values = valuesOf(edits)
    const fields = { enabled: values.enabled, ...saidOfNew(values) }
    return [{ kind: 'create', fields }, ...additions(open, null)]
  }
  const going = goingVariations(open).map(({ id }) => id)
  const removals = going.map((variationId): Operation => ({ kind: 'variation.remove', productId: target, variationId }))
  const ofVariations = Object.entries(edits.variations)
    .filter(([id, { made }]) => made === undefined && !going.includes(Number(id)))
    .map(([id, typed]): Operation => {
      const variationId = Number(id)
      return { kind: 'variation.set', productId: target, variationId, fields: typed.patch, base: typed.base }
    })
  const isOfProduct = fieldsIn(edits.patch).length > 0
  const update: Operation = { kind: 'update', productId: target, fields: edits.patch, base: edits.base }
  return [...removals, ...(isOfProduct ? [update] : []), ...ofVariations, ...additions(open, target)]
}

const additions = (open: OpenProduct, productId: number | null): Operation[] =>
  variationRows(open)
    .filter(({ id }) => isDraftId(id))
    .map(({ id, options }) => {
      const fields = open.edits.variations[id]?.patch ?? {}
      return { kind: 'variation.add', productId, options: [...options], fields }
    })

async function keepWhatWasTypedSince(saved: OpenProduct): Promise<void> {
  const now = openedProduct()
  if (!isStill(saved, now)) return keepOfLeftForm(saved, draftKeyOf(saved))
  const edits = typedSince(now.edits, saved)
  const left = toBeKept(edits, saved.edits)
  patchOpen(now, { edits, steps: [], undone: [], restored: false, strict: false })
  if (isEdited(left)) drafts.note(draftKeyOf(saved), left)
  else await drafts.forget(draftKeyOf(saved))
}

/** What was typed while a new product was saved belongs to that product, whose form comes next. */
async function keepForMade(saved: OpenProduct, productId: number | undefined): Promise<void> {
  const now = openedProduct()
  if (productId === undefined) return drafts.forget(draftKeyOf(saved))
  const made = { connectionId: saved.connectionId, productId }
  if (!isStill(saved, now)) return keepOfLeftForm(saved, made)
  await drafts.forget(draftKeyOf(saved))
  const edits = toBeKept(typedSince(now.edits, saved), saved.edits)
  if (isEdited(edits)) drafts.note(made, edits)
}

/** The form was left while it was saved: what was typed until then is in its draft. */
async function keepOfLeftForm(saved: OpenProduct, kept: DraftKey): Promise<void> {
  await drafts.flush()
  const draft = await call('drafts.get', draftKeyOf(saved))
  await drafts.forget(draftKeyOf(saved))
  if (!draft) return
  const typed = { ...draft, base: { ...saved.edits.base, ...draft.base } }
  const edits = toBeKept(typedSince(typed, saved), saved.edits)
  if (isEdited(edits)) drafts.note(kept, edits)
}

/** What was typed into a variation that goes with the save goes with it. */
function typedSince(edits: ProductEdits, saved: OpenProduct): ProductEdits {
  const going = new Set(goingVariations(saved).map(({ id }) => String(id)))
  const left = Object.entries(edits.variations).flatMap(([id, typed]) => {
    if (!going.has(id)) return [[id, typed] as const]
    return typed.isRemoved ? [[id, { ...typed, base: {}, patch: {}, unparsed: {} }] as const] : []
  })
  const variations = Object.fromEntries(left)
  return afterSave({ ...edits, variations }, saved.edits)
}

/** What is there now is read, because an answer may be lost of what was done. */
async function keepUnsaved(asked: OpenProduct, problem: ErrorInfo): Promise<void> {
  await refreshProduct()
  const now = openedProduct()
  if (!isStill(asked, now)) return
  const { fields, readOnly } = now.detail ?? { fields: asked.edits.base, readOnly: { variations: [] } }
  const edits = afterFailedSave(now.edits, fields, readOnly.variations)
  patchOpen(now, { edits, problem })
  drafts.note(draftKeyOf(now), edits)
}

const isStill = (saved: OpenProduct, now: OpenProduct | null): now is OpenProduct =>
  now?.connectionId === saved.connectionId && now.target === saved.target

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
export async function takeBackChanges(changeIds: number[]): Promise<void> {
  await settle((connectionId) => call('changes.takeBack', { connectionId, changeIds }))
}

/** True when it was decided. */
export async function resolveChange(changeId: number, take: 'mine' | 'theirs'): Promise<boolean> {
  return settle((connectionId) => call('changes.resolve', { connectionId, changeIds: [changeId], take }))
}

/** A product that was deleted in the store, made anew from what is here. Answers with its local id. */
export async function makeAnew(): Promise<number | null> {
  const open = openedProduct()
  if (typeof open?.target !== 'number') return null
  try {
    const { connectionId, target } = open
    await drafts.flush()
    return (await call('changes.makeAnew', { connectionId, productId: target })).productId
  } catch (error) {
    patchOpen(open, { problem: problemOf(error) })
    return null
  }
}

/** True when the product is let go here too. */
export async function letGo(): Promise<boolean> {
  const open = openedProduct()
  if (typeof open?.target !== 'number') return false
  try {
    await call('changes.letGo', { connectionId: open.connectionId, productId: open.target })
    await drafts.forget(draftKeyOf(open))
    return true
  } catch (error) {
    patchOpen(open, { problem: problemOf(error) })
    return false
  }
}

async function settle(ask: (connectionId: string) => Promise<unknown>): Promise<boolean> {
  const open = openedProduct()
  if (!open) return false
  try {
    await ask(open.connectionId)
    await refreshProduct()
    return true
  } catch (error) {
    patchOpen(open, { problem: problemOf(error) })
    return false
  }
}
