import type { Catalogue } from '../catalogue/catalogue'
import { isPlacedByStore } from '../changes/front-page'
import { isHalfSent } from '../changes/half-sent'
import { optionSteps } from '../changes/options-in-steps'
import { stockDelta } from '../changes/stock'
import { addedVariationOf } from '../changes/variation-entries'
import { addsVariation, removesVariation, setsField, setsThis } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import {
  fieldOf,
  isProductField,
  readFields,
  writeFields,
  type ProductField,
  type ProductPatch,
} from '../shared/fields/product-fields'
import { entriesOf } from '../shared/fields/list-kind'
import { pairsIn } from '../shared/fields/renamed-variations'
import type { RemoteProduct } from '../shared/remote-product'
import { AppError } from '../shared/errors'
import { unreadAttributes } from '../shared/unread-entries'
import {
  attributesGoneIn,
  attributesSent,
  judgeAttributes,
  namesGone,
  typedInto,
  type WithGone,
} from './attributes-gone'
import { judgeEdits, nothing, refuseNamed, sendEdits, together, type EditsAdapter } from './edits'
import type { ProductPush, PushParts } from './product-push'
import { judgeNames } from './names-gone'
import { pushOptionSteps } from './push-options'
import { planStock, pushStock } from './push-stock'

/** Sends a product's edited fields: one PUT for what is left of them, stock as a difference. */
export const pushFields = (parts: PushParts, push: ProductPush): Promise<void> =>
  sendEdits(push, fieldEdits(parts, push))

/** Before each of many uploads: what was typed meanwhile, if something was. What waits with it is not looked at for that. */
export const typedFirst = (parts: PushParts, push: ProductPush) => async (): Promise<void> => {
  if (parts.catalogue.changes.hasFieldsToSend(push)) await pushFields(parts, push)
}

/** The same once more after the store did not take them because of attributes: what is known of them here may be old. */
const pushRefused = (parts: PushParts, push: ProductPush): Promise<void> =>
  sendEdits(push, fieldEdits(parts, push, true))

/** Those of its options alone that have waited for new variations: what was typed meanwhile goes in the next round, read with others. */
export function pushOptions(parts: PushParts, push: ProductPush): Promise<void> {
  const fields = fieldEdits(parts, push)
  return sendEdits(push, { ...fields, isOurs: (change) => setsThis(change, 'options') && fields.isOurs(change) })
}

/** `edits`: those of the patch. `numbered`: of them, those of a stock that goes as a number. */
type Fields = { patch: ProductPatch; edits: ChangeRecord[]; numbered: ChangeRecord[]; stock: ChangeRecord[] }

const fieldEdits = (parts: PushParts, push: ProductPush, wasRefused = false): EditsAdapter<WithGone, Fields> => ({
  isOurs: (change) => setsField(change) && !takesNamesOfNew(push, change),
  async read() {
    const remote = await push.refresh()
    return { remote, gone: await attributesGoneIn(parts, push.sendable(), remote, wasRefused), wasRefused }
  },
  judge(waiting, { remote, gone }) {
    const named = judgeNames(parts.catalogue, waiting)
    const left = judgeAttributes(parts.catalogue, named.waiting, { remote, gone })
    const { values, ...fields } = judgeEdits(
      left.waiting.filter((change) => !setsThis(change, 'quantity')),
      ({ field }) => (isProductField(field) ? { way: fieldOf(field), theirs: left.theirs[field] } : undefined),
    )
    const counted = judgeStock(waiting, remote)
    const edits = [...fields.sent, ...counted.numbered]
    const judged = { ...together(fields, counted), sent: [...edits, ...counted.stock] }
    const refused = [...judged.refused, ...named.refused, ...left.refused]
    const sent = values.flatMap(({ change: { field }, value }) =>
      isProductField(field) ? [[field, fieldOf(field).kind.schema.parse(value)] as const] : [],
    )
    const patch: ProductPatch = { ...Object.fromEntries(sent), ...counted.number }
    return { ...judged, refused, body: { patch, edits, numbered: counted.numbered, stock: counted.stock } }
  },
  async write(_sent, body, there) {
    const { remote } = there
    const readAt = push.readAt()
    const inSteps = optionsInSteps(push, body, remote)
    const atOnce = inSteps ? withoutOptions(body) : body
    const put = atOnce.edits.length > 0 ? await putFields(parts, push, there, atOnce) : 'sent'
    // The store named the field it refuses; the others do not have to wait for it.
    if (put !== 'sent') return put === 'gone' ? pushRefused(parts, push) : pushFields(parts, push)
    if (body.stock.length > 0) await pushStock(parts, push, body.stock)
    if (inSteps && (await pushOptionSteps(parts, push, { ...inSteps, readAt })) === 'moved')
      await pushFields(parts, push)
  },
})

/** A variation that is still to be made is made of names that go with it: it is made first, and renamed with the others. */
function takesNamesOfNew(push: ProductPush, change: ChangeRecord): boolean {
  if (!setsThis(change, 'options')) return false
  const wanted = entriesOf(change.after)
  return (
    push
      .sendable()
      // One that was added after them is made of what they name then.
      .filter((add) => addsVariation(add) && add.id < change.id)
      .map((add) => addedVariationOf(add).options)
      .some((pairs) => pairsIn(wanted, pairs, entriesOf(change.before))?.some((pair, at) => pair !== pairs[at]) ?? true)
  )
}

/** Undefined: they change nothing for variations. */
function optionsInSteps(push: ProductPush, { patch, edits }: Fields, remote: RemoteProduct) {
  if (patch.options === undefined) return undefined
  const ours = edits.filter((change) => setsThis(change, 'options'))
  const begun = ours.findLast(isHalfSent)?.token
  const steps = optionSteps(patch.options, readFields(remote).options, remote.combinations ?? [], {
    before: entriesOf(ours[0]?.before),
    places: begun?.places ?? {},
    names: entriesOf(begun?.step?.wanted),
  })
  const leaving = new Set(
    push
      .sendable()
      .filter(removesVariation)
      .map(({ key }) => Number(key)),
  )
  return steps && { edits: ours, steps, remote, leaving }
}

function withoutOptions({ patch: { options: _, ...patch }, ...body }: Fields): Fields {
  return { ...body, patch, edits: body.edits.filter((change) => !setsThis(change, 'options')) }
}

function judgeStock(waiting: readonly ChangeRecord[], remote: RemoteProduct) {
  const of = (field: ProductField) => waiting.filter((change) => setsThis(change, field))
  const edits = of('quantity')
  const { same, missing, asked, number, difference } = planStock(edits, of('unlimited'), remote)
  const theirs = readFields(remote).quantity
  return {
    ...nothing,
    found: same,
    missing,
    asked: asked ? [{ changes: edits, theirs, sentence: asked }] : [],
    number: number === null ? {} : { unlimited: false, quantity: number },
    numbered: number === null ? [] : edits,
    stock: difference,
  }
}

/** `refused`: some of them, and the others wait again. `gone`: all wait again, because some attributes were taken away meanwhile. */
async function putFields(
  parts: PushParts,
  push: ProductPush,
  { remote, gone, wasRefused }: WithGone,
  { patch, edits, numbered }: Fields,
): Promise<'sent' | 'refused' | 'gone'> {
  const { catalogue, ecwid } = parts
  // As if a difference had been sent: it tells later whether the number arrived.
  const token = { quantity: Number(patch.quantity) - stockDelta(numbered) }
  const tokenOf = (change: ChangeRecord) => (numbered.includes(change) ? token : undefined)
  const { showOnFrontpage: _, ...placed } = patch
  const whole = withUnread(writeFields(isPlacedByStore(patch) ? placed : patch, remote), remote)
  const body = ofItsType(catalogue, whole, { patch, edits }, { remote, gone })
  try {
    const item = await ecwid.updateProduct(push.ecwidId(), body, push.claiming({ changes: edits, tokenOf }))
    if (item) push.noteShown(item.product)
    push.markSent(edits, () => (item ? push.keep(item.raw) : push.patchKnown(body)))
    // Without the product in the answer, what the store made of it is only known by reading it.
    if (!item) await push.refresh()
    return 'sent'
  } catch (error) {
    if (!wasRefused && isRefusal(error) && (await namesGone(parts, body, remote))) {
      push.waitAnew(edits)
      return 'gone'
    }
    if (!refuseNamed(catalogue, push, edits, error)) throw error
    return 'refused'
  }
}

const isRefusal = (error: unknown): boolean => error instanceof AppError && error.code === 'refused'

/** An attribute of which the value cannot be read goes back as it is: left out of the list it might be deleted. */
function withUnread(body: Record<string, unknown>, remote: RemoteProduct): Record<string, unknown> {
  const { attributes } = body
  if (!Array.isArray(attributes)) return body
  const named = new Set((attributes as { id: number }[]).map(({ id }) => String(id)))
  const kept = unreadAttributes(remote).filter(({ id }) => !named.has(String(id)))
  return { ...body, attributes: [...attributes, ...kept.map(({ id, value }) => ({ id: asNumber(id), value }))] }
}

/**
 * The store takes no attribute, not even an empty one, that the product's new type does not have, or that its type has lost since it was
 * typed upon. What the product itself has by now stays, and what was typed is tried.
 */
function ofItsType(
  catalogue: Catalogue,
  body: Record<string, unknown>,
  { patch: { productClassId }, edits }: Pick<Fields, 'patch' | 'edits'>,
  { remote, gone }: Pick<WithGone, 'remote' | 'gone'>,
) {
  const known = attributesSent(catalogue, productClassId ?? remote.productClassId ?? 0)
  if (!known || !Array.isArray(body['attributes'])) return body
  const isKept = productClassId === undefined
  const listed = new Set(isKept ? (remote.attributes ?? []).map(({ id }) => String(id)) : [])
  const typed = isKept ? typedInto(edits, 'attributes') : {}
  const isTaken = ({ id, value }: { id: unknown; value: unknown }) =>
    known.has(String(id)) ||
    (value !== '' && (listed.has(String(id)) || (String(id) in typed && !gone.has(String(id))))) ||
    // One that cannot be read goes back as it is.
    (isKept && typeof id !== 'number')
  return { ...body, attributes: (body['attributes'] as { id: unknown; value: unknown }[]).filter(isTaken) }
}

/** The store takes numbers only. */
const asNumber = (id: unknown): unknown => (typeof id === 'string' && /^\d+$/.test(id) ? Number(id) : id)
