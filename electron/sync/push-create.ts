import { isPlacedByStore } from '../changes/front-page'
import { reindexThing } from '../changes/reindex-thing'
import {
  fieldOf,
  fieldsIn,
  newProductFields,
  writeFields,
  type ProductField,
  type ProductFields,
  type ProductPatch,
} from '../shared/fields/product-fields'
import type { Ecwid } from '../ecwid/ecwid'
import type { StoreProduct } from '../ecwid/store-product'
import { setsField } from '../shared/change-address'
import { createPayloadSchema, type ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { remoteProductSchema } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'
import { says } from '../shared/sentence'

/** Fields every create names, because the store's own defaults are not promised. */
const alwaysSent = new Set<ProductField>(['name', 'enabled', 'price', 'unlimited'])

/** How often a create without an answer is looked for before the store's refusal of its repetition is believed. */
const lookedForAtMost = 9

/**
 * Makes the product in the store, with the edits that were made since. A create whose answer was lost is looked up first, and
 * repeated as it was: what was typed since follows as edits.
 */
export async function pushCreate(parts: PushParts, push: ProductPush, create: ChangeRecord): Promise<void> {
  const { catalogue, ecwid } = parts
  const reference = create.token?.reference
  const inDoubt = create.state === 'unknown'
  const edits = push.sendable().filter((edit) => setsField(edit) && (!inDoubt || edit.state === 'unknown'))
  const body = { ...createBody(create, edits), ...(reference && { externalReferenceId: reference }) }

  const found = inDoubt && reference ? await findByReference(ecwid, reference) : undefined
  // Until it is read, the store's product is what was shown: what the store places and fills in by itself is not in the body.
  const shown = writeFields(allFields(create, edits))
  const raw = found?.raw ?? { ...shown, ...body, id: await createOnce(parts, push, create, edits, body) }
  const settle = found ? push.markFound : push.markSent
  const waitingFor = catalogue.changes.waitingFor(create.id)
  settle([create, ...edits], () => {
    const { id } = remoteProductSchema.parse(raw)
    adoptTwin(catalogue, push.productId, id)
    catalogue.products.attach(push.productId, id)
    catalogue.products.putRemote(raw)
    // What names it can go now.
    for (const waiting of waitingFor) if (waiting !== push.productId) reindexThing(catalogue, waiting)
  })
  parts.onChanged(waitingFor)
}

/** A comparison with the store may have brought the product before its create was answered: the row made here stays. */
function adoptTwin(catalogue: PushParts['catalogue'], productId: number, ecwidId: number): void {
  const twin = catalogue.products.findByEcwidId(ecwidId)
  if (twin === undefined || twin === productId) return
  catalogue.changes.moveProduct(twin, productId)
  catalogue.products.remove(twin)
}

/**
 * Ecwid gives an external reference to one product only, so a create that is repeated because its answer was lost cannot
 * make a second product, even while the search index does not know the first one yet.
 */
async function createOnce(
  { catalogue, ecwid }: PushParts,
  push: ProductPush,
  create: ChangeRecord,
  edits: readonly ChangeRecord[],
  body: Record<string, unknown>,
): Promise<number> {
  try {
    return await ecwid.createProduct(body, push.claiming({ changes: [create, ...edits] }))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const isThere = error.info.storeCode === 'EXTERNAL_ID_ALREADY_USED'
    // The SKU that is taken may be taken by this very product.
    const mayBeThere = push.wasInDoubt(create.id) && error.code === 'refused' && create.attempts < lookedForAtMost
    if (!isThere && !mayBeThere) throw error
    push.write(() => {
      // This request did not make it, so what it carried for the first time still waits.
      for (const { id } of edits) if (!push.wasInDoubt(id)) catalogue.changes.update(id, { state: 'waiting' })
    })
    throw new AppError('unknown-outcome', says('not-listed-yet'), { cause: error })
  }
}

async function findByReference(ecwid: Ecwid, reference: string): Promise<StoreProduct | undefined> {
  const query = { externalReferenceId: reference, limit: 1 }
  const { items, count } = await ecwid.searchProducts(query, { priority: 'push' })
  if (count > items.length) throw new AppError('store-fault', says('answer-unreadable'))
  return items.find(({ product }) => product.externalReferenceId === reference)
}

/** POST /products body: what differs from an empty product, so that the store's own defaults stay its own. */
function createBody(create: ChangeRecord, edits: readonly ChangeRecord[]): Record<string, unknown> {
  const { copied } = createPayloadSchema.parse(create.after)
  const all = allFields(create, edits)
  const left = new Set<ProductField>(isPlacedByStore(all) ? ['showOnFrontpage'] : [])
  const isNew = (field: ProductField) => !fieldOf(field).kind.isSame(all[field], newProductFields[field])
  const named = fieldsIn(all).filter((field) => alwaysSent.has(field) || (!left.has(field) && isNew(field)))
  return { ...copied, ...writeFields(Object.fromEntries(named.map((field) => [field, all[field]]))) }
}

const editedFields = (edits: readonly ChangeRecord[]) =>
  Object.fromEntries(edits.map(({ field, after }) => [field, after])) as ProductPatch

const allFields = (create: ChangeRecord, edits: readonly ChangeRecord[]): ProductFields => ({
  ...newProductFields,
  ...createPayloadSchema.parse(create.after).fields,
  ...editedFields(edits),
})
