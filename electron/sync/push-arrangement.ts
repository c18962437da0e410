import { mergeOrders } from '../changes/merge-orders'
import { takesAway } from '../changes/picture-names'
import { changeOfKey, imagesOf, inOrder, isNamed, pictureKey, sameKey, withoutHost } from '../changes/pictures'
import { altTextsOf, type NewAlt } from '../shared/alt-translations'
import { addsPicture, describesPicture, ordersPictures, removesPicture, translatesAlt } from '../shared/change-address'
import { addedPictureSchema, pictureOrderSchema, type ChangeRecord } from '../shared/change-record'
import type { Reason } from '../shared/errors'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import { arrange } from './arrange-pictures'
import { judgeEdits, nothing, sendEdits, together, type EditsAdapter } from './edits'
import type { ProductPush, PushParts } from './product-push'
import { says } from '../shared/sentence'
import { altText, altTexts } from '../shared/fields/thing-fields'
import { hasUnread, mayLoseText } from '../shared/unread-entries'
import { pictureUnread } from './picture-unread'

/** Order and alt texts of this round: merged with what the store has now, then one call. */
export const pushArrangement = (parts: PushParts, push: ProductPush, round: ReadonlySet<number>): Promise<void> =>
  sendEdits(push, arrangement(parts, push, round))

type Arranged = { wanted: readonly RemoteImage[]; alts: ReadonlyMap<string, NewAlt>; isMoved: boolean }

const arrangement = (
  { catalogue, ecwid }: PushParts,
  push: ProductPush,
  round: ReadonlySet<number>,
): EditsAdapter<RemoteProduct, Arranged> => ({
  isOurs: (change) => round.has(change.id) && (ordersPictures(change) || describesPicture(change)),
  read: push.fresh,
  judge(edits, remote) {
    const ordered = judgeOrder(catalogue, edits.filter(ordersPictures), remote)
    const described = judgeTexts(edits.filter(describesPicture), remote)
    const isMoved = ordered.sent.length > 0
    const judged = together(ordered, described)
    const body = { wanted: ordered.wanted, alts: described.alts, isMoved }
    if (judged.sent.length === 0 || !mayLoseText(remote)) return { ...judged, body }
    const refused = [...judged.refused, { changes: judged.sent, reason: pictureUnread }]
    return { ...judged, refused, sent: [], body }
  },
  async write(sent, { wanted, alts, isMoved }) {
    const after = await arrange(ecwid, push, wanted, alts, push.claiming({ changes: sent }))
    push.noteAnswered(sent)
    // A new main picture renumbers them, which is read; alt texts come with the answer, and thousands of them are sent.
    const isShown = after && !isMoved && hasAlts(after.product, alts)
    const { raw } = isShown ? after : await ecwid.getProduct(push.ecwidId())
    push.markSent(sent, () => push.keep(raw))
  },
})

function judgeOrder({ changes }: PushParts['catalogue'], orders: readonly ChangeRecord[], remote: RemoteProduct) {
  const images = imagesOf(remote)
  if (orders.length === 0) return { ...nothing, wanted: images }
  const keys = images.map(pictureKey)
  const { arrived, merge } = mergeOrders(orders, keys, uploadsFromHere(changes, orders[0]?.productId ?? 0))
  const rest = orders.filter((order) => !arrived.includes(order))
  const judged = { ...nothing, found: arrived, wanted: images }
  const refuse = (reason: Reason) => ({ ...judged, refused: [{ changes: rest, reason }] })
  if (rest.length === 0) return judged
  if (hasUnread(remote, 'images') && namesAnother(rest, keys)) return refuse(pictureUnread)
  if (mainIsGone(changes, rest, keys)) return refuse({ code: 'refused', sentence: says('new-main-gone') })
  if (merge.outcome === 'same') return { ...judged, found: [...arrived, ...rest] }
  if (merge.outcome === 'send') return { ...judged, sent: rest, wanted: inOrder(images, merge.order) }
  return { ...judged, asked: [{ changes: rest, theirs: keys, sentence: says('both-arranged') }] }
}

/** Whether a picture was in the store before another one was uploaded from here. */
function uploadsFromHere(changes: PushParts['catalogue']['changes'], productId: number) {
  let before: ReadonlyMap<string, ReadonlySet<string>> | null = null
  return (name: string, upload: string): boolean => {
    before ??= new Map(
      changes.picturesOf(productId).flatMap((change) => {
        const { key } = addsPicture(change) && change.state === 'sent' ? addedPictureSchema.parse(change.after) : {}
        return key === undefined
          ? []
          : [[withoutHost(key), new Set((change.token?.pictureKeys ?? []).map(withoutHost))]]
      }),
    )
    return before.get(upload)?.has(name) ?? false
  }
}

/** What was made the main picture has been deleted by others: that it is not the main one now is not what was wanted. */
function mainIsGone(
  changes: PushParts['catalogue']['changes'],
  orders: readonly ChangeRecord[],
  keys: readonly string[],
): boolean {
  const main = pictureOrderSchema.parse(orders.at(-1)?.after)[0]
  const before = pictureOrderSchema.parse(orders[0]?.before)[0]
  if (main === undefined || before === undefined || sameKey(main, before)) return false
  if (changeOfKey(main) !== null || keys.some((key) => sameKey(key, main))) return false
  const isOurs = ({ setId }: ChangeRecord) => changes.findSet(setId)?.source !== 'pull'
  // What took the place of it and was removed before it was sent goes by the name of that one.
  const isRemoval = (change: ChangeRecord) => removesPicture(change) && sameKey(change.key ?? '', main)
  const took = changes
    .picturesOf(orders[0]?.productId ?? 0)
    .filter((change) => change.state !== 'taken-back' && (isRemoval(change) || takesAway(change, main)))
  return !took.some(isOurs)
}

/** One that is not among these, and was in the store. */
const namesAnother = (orders: readonly ChangeRecord[], keys: readonly string[]): boolean =>
  pictureOrderSchema
    .parse(orders.at(-1)?.after)
    .some((key) => changeOfKey(key) === null && !keys.some((each) => sameKey(each, key)))

function judgeTexts(texts: readonly ChangeRecord[], remote: RemoteProduct) {
  const images = imagesOf(remote)
  const imageOf = ({ key }: ChangeRecord) => images.find((image) => isNamed(image, key ?? ''))
  const gone = texts.filter((text) => !imageOf(text))
  const there = texts.filter((text) => imageOf(text))
  const { values, refused, ...judged } = judgeEdits(
    there,
    (text) => {
      const alt = imageOf(text)?.alt
      return translatesAlt(text)
        ? { way: altTexts, theirs: altTextsOf(alt, remote.storeLanguages) }
        : { way: altText, theirs: alt?.main ?? '' }
    },
    says('both-changed-alt'),
  )
  const reason: Reason = hasUnread(remote, 'images')
    ? pictureUnread
    : { code: 'refused', sentence: says('picture-gone') }
  const alts = new Map<string, NewAlt>()
  for (const { change, value } of values) {
    const image = imageOf(change)
    if (!image) continue
    const said = translatesAlt(change) ? { texts: altTexts.kind.schema.parse(value) } : { main: String(value) }
    alts.set(pictureKey(image), { ...alts.get(pictureKey(image)), ...said })
  }
  const refusedNow = gone.length > 0 ? [...refused, { changes: gone, reason }] : refused
  return { ...judged, refused: refusedNow, alts }
}

function hasAlts(product: RemoteProduct, alts: ReadonlyMap<string, NewAlt>): boolean {
  const there = new Map(imagesOf(product).map(({ alt, ...image }) => [pictureKey(image), alt]))
  return [...alts].every(([key, { main, texts }]) => {
    const alt = there.get(key)
    const hasMain = main === undefined || (alt?.main ?? '') === main
    return (
      hasMain && Object.entries(texts ?? {}).every(([language, text]) => (alt?.translated?.[language] ?? '') === text)
    )
  })
}
