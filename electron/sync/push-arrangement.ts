import { mergeEdits } from '../changes/merge'
import { mergeOrders } from '../changes/merge-orders'
import { changeOfKey, imagesOf, inOrder, isNamed, pictureKey, sameKey } from '../changes/pictures'
import { ordersPictures, removesPicture, setsAlt } from '../shared/change-address'
import { pictureOrderSchema, type ChangeRecord } from '../shared/change-record'
import type { RemoteProduct } from '../shared/remote-product'
import { arrange } from './arrange-pictures'
import type { ProductPush, PushParts } from './product-push'
import { says } from '../shared/sentence'
import { hasUnread, mayLoseText } from '../shared/unread-entries'
import { pictureUnread } from './picture-unread'

/** Order and alt texts of this round: merged with what the store has now, then one call. */
export async function pushArrangement(parts: PushParts, push: ProductPush, round: ReadonlySet<number>): Promise<void> {
  const waiting = push.sendable().filter(({ id }) => round.has(id))
  const orders = waiting.filter(ordersPictures)
  const texts = waiting.filter(setsAlt)
  if (orders.length + texts.length === 0) return
  const remote = await push.fresh()
  const ordered = planOrder(parts, push, orders, remote)
  const described = planTexts(push, texts, remote)
  const sent = [...ordered.sent, ...described.sent]
  if (sent.length === 0) return
  if (mayLoseText(remote)) return push.refuse(sent, pictureUnread)
  const claim = push.claiming({ changes: sent })
  const after = await arrange(parts.ecwid, push, ordered.wanted, described.alts, claim)
  push.noteAnswered(sent)
  // A new main picture renumbers them, which is read; alt texts come with the answer, and thousands of them are sent.
  const isShown = after && ordered.sent.length === 0 && hasAlts(after.product, described.alts)
  const { raw } = isShown ? after : await parts.ecwid.getProduct(push.ecwidId())
  push.markSent(sent, () => push.keep(raw))
}

function planOrder({ catalogue }: PushParts, push: ProductPush, orders: ChangeRecord[], remote: RemoteProduct) {
  const images = imagesOf(remote)
  const nothing = { sent: [] as ChangeRecord[], wanted: images }
  if (orders.length === 0) return nothing
  const keys = images.map(pictureKey)
  const { arrived, merge } = mergeOrders(orders, keys)
  const rest = orders.filter((order) => !arrived.includes(order))
  if (arrived.length > 0) push.markFound(arrived)
  if (rest.length === 0) return nothing
  if (hasUnread(remote, 'images') && namesAnother(rest, keys)) push.refuse(rest, pictureUnread)
  else if (mainIsGone(catalogue, rest, keys)) push.refuse(rest, { code: 'refused', sentence: says('new-main-gone') })
  else if (merge.outcome === 'same') push.markFound(rest)
  else if (merge.outcome === 'conflict') push.ask(rest, keys, says('both-arranged'))
  else return { sent: rest, wanted: inOrder(images, merge.order) }
  return nothing
}

/** What was made the main picture has been deleted by others: that it is not the main one now is not what was wanted. */
function mainIsGone(
  { changes }: PushParts['catalogue'],
  orders: readonly ChangeRecord[],
  keys: readonly string[],
): boolean {
  const main = pictureOrderSchema.parse(orders.at(-1)?.after)[0]
  const before = pictureOrderSchema.parse(orders[0]?.before)[0]
  if (main === undefined || before === undefined || sameKey(main, before)) return false
  if (changeOfKey(main) !== null || keys.some((key) => sameKey(key, main))) return false
  const isOurs = ({ setId }: ChangeRecord) => changes.findSet(setId)?.source !== 'pull'
  const took = changes
    .picturesOf(orders[0]?.productId ?? 0)
    .filter((change) => removesPicture(change) && change.state !== 'taken-back' && sameKey(change.key ?? '', main))
  return !took.some(isOurs)
}

/** One that is not among these, and was in the store. */
const namesAnother = (orders: readonly ChangeRecord[], keys: readonly string[]): boolean =>
  pictureOrderSchema
    .parse(orders.at(-1)?.after)
    .some((key) => changeOfKey(key) === null && !keys.some((each) => sameKey(each, key)))

function planTexts(push: ProductPush, texts: ChangeRecord[], remote: RemoteProduct) {
  const images = imagesOf(remote)
  const sent: ChangeRecord[] = []
  const alts = new Map<string, string>()
  for (const key of new Set(texts.map((text) => text.key ?? ''))) {
    const edits = texts.filter((text) => text.key === key)
    const image = images.find((candidate) => isNamed(candidate, key))
    if (!image) {
      push.refuse(
        edits,
        hasUnread(remote, 'images') ? pictureUnread : { code: 'refused', sentence: says('picture-gone') },
      )
      continue
    }
    const theirs = image.alt?.main ?? ''
    const { arrived, merge } = mergeEdits('text', edits.map(withText), theirs)
    const rest = edits.filter(({ id }) => !arrived.some((one) => one.id === id))
    const found = edits.filter((edit) => !rest.includes(edit) || merge.outcome === 'same')
    if (found.length > 0) push.markFound(found)
    if (merge.outcome === 'conflict') push.ask(rest, theirs, says('both-changed-alt'))
    if (merge.outcome !== 'send') continue
    alts.set(pictureKey(image), String(merge.value))
    sent.push(...rest)
  }
  return { sent, alts }
}

/** No text is an empty text. */
const withText = ({ id, state, before, after }: ChangeRecord) => ({
  id,
  state,
  before: String(before ?? ''),
  after: String(after ?? ''),
})

function hasAlts(product: RemoteProduct, alts: ReadonlyMap<string, string>): boolean {
  const there = new Map(imagesOf(product).map((image) => [pictureKey(image), image.alt?.main ?? '']))
  return [...alts].every(([key, alt]) => there.get(key) === alt)
}
