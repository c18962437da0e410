import { hasUploaded, isSamePicture, isText, ownPicture, ownPictureKey, tellAnew } from '../changes/own-picture'
import { changeOfKey, localKey, sameKey } from '../changes/pictures'
import type { CallOptions } from '../ecwid/call-options'
import type { Ecwid } from '../ecwid/ecwid'
import type { UploadOptions, UploadSource } from '../ecwid/pictures'
import { actOf, isSameAct } from '../shared/change-address'
import { ownPictureSchema, type ChangeRecord, type OwnPicture } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { PictureHolder } from '../shared/remote-product'
import { says, type PlainSentence } from '../shared/sentence'
import { byContent } from './by-content'
import { copiesOf, waitOrAsk } from './copies'
import { PlanAnew } from './plan-anew'
import type { PushParts } from './product-push'
import type { Shown, UploadAdapter, UploadPush } from './uploads'

/** What holds one picture, such as a variation, in a thing that the store sends as `Remote`. */
export type PicturePlace<Remote, Holder extends PictureHolder> = {
  isOurs: (change: ChangeRecord) => boolean
  /** Undefined: it is gone, or cannot be read. */
  holderOf: (remote: Remote, change: ChangeRecord) => Holder | undefined
  /** Whether one that is not found may be among what cannot be read. */
  mayBeUnread: (remote: Remote) => boolean
  sentences: Record<'unread' | 'gone' | 'bothChanged' | 'goneAlready', PlainSentence>
  upload(ecwid: Ecwid, id: number, holder: Holder, source: UploadSource, options: UploadOptions): Promise<number>
  remove(ecwid: Ecwid, id: number, holder: Holder, options: CallOptions): Promise<void>
  describe(ecwid: Ecwid, id: number, holder: Holder, told: Told, options: CallOptions): Promise<unknown>
  read(ecwid: Ecwid, id: number): Promise<Shown<Remote>>
}

/** Its text, and where it comes back that in other languages. */
type Told = PictureHolder['alt']

/** What became of a picture; no holder: it is gone itself. */
type Arrived<Holder> = { holder: Holder | undefined; key: string | undefined }

/** Pictures of what has one, so that a picture is set or removed. */
export function ownPictureUploads<Remote, Holder extends PictureHolder, Push extends UploadPush<Remote>>(
  place: PicturePlace<Remote, Holder>,
): UploadAdapter<Arrived<Holder>, Remote, Push> {
  const { isOurs, holderOf, mayBeUnread, sentences } = place

  async function ready(parts: PushParts, push: Push, given: ChangeRecord) {
    const remote = await push.fresh()
    const holder = holderOf(remote, given)
    if (!holder) return refused(push, given, says(mayBeUnread(remote) ? sentences.unread : sentences.gone))
    const now = ownPicture(holder)
    const before = ownPictureSchema.parse(given.before)
    const after = ownPictureSchema.parse(given.after)
    const { source, fileName } = after
    if (isText(holder, after)) {
      const told = tellAnew(holder, given, parts.catalogue.languages())
      if (told.outcome === 'same') return found(push, given)
      return told.outcome === 'conflict'
        ? asked(push, given, now, 'both-changed-alt')
        : describedOnly(parts, push, given, holder, told.alt)
    }
    if (source === null && now.source === null) return found(push, given)
    // What it replaces may never have come so far; then there is nothing to compare with.
    const isComparable = before.key === undefined || changeOfKey(before.key) === null
    if (isComparable && !isSamePicture(now, before)) {
      return endsWithout(push, given) && now.source === null ? allFound(push, given) : asked(push, given, now)
    }
    const change = { ...given, before: await kept(parts, push, given, before, now) }
    push.write(() => parts.catalogue.changes.update(change.id, { before: change.before }))
    // Copying takes its time.
    const still = holderOf(await push.fresh(), given)
    if (!still || !isSamePicture(ownPicture(still), now)) throw new PlanAnew()
    const token = { ...change.token, pictureKeys: now.key === undefined ? [] : [now.key], imageId: undefined }
    if (source === null) {
      await removePicture(parts, push, holder, push.claiming({ changes: [change], tokenOf: () => token }))
      push.noteAnswered([change])
      return null
    }
    return {
      change,
      tokenNow: () => token,
      name: fileName || 'picture',
      source,
      unread: false,
      send: (payload: UploadSource, options: UploadOptions) =>
        place.upload(parts.ecwid, push.ecwidId(), holder, payload, options),
    }
  }

  /** Its picture is there already: only the text was left. */
  async function describedOnly(
    { ecwid }: PushParts,
    push: Push,
    change: ChangeRecord,
    holder: Holder,
    told: Told,
  ): Promise<null> {
    await place.describe(ecwid, push.ecwidId(), holder, told, push.claiming({ changes: [change] }))
    push.noteAnswered([change])
    const { raw } = await place.read(ecwid, push.ecwidId())
    push.markSent([change], () => push.keep(raw))
    return null
  }

  /** Later pictures of the same are asked about together with it. */
  function asked(push: Push, change: ChangeRecord, now: OwnPicture, sentence = sentences.bothChanged): null {
    push.ask(sameAs(push, change), now, says(sentence))
    return null
  }

  const sameAs = (push: Push, change: ChangeRecord) => push.sendable().filter((each) => isSameAct(each, change))

  /** What was set here was removed here again: there is nothing that others took away. */
  function endsWithout(push: Push, change: ChangeRecord): boolean {
    const last = sameAs(push, change).at(-1)
    return last !== undefined && ownPictureSchema.parse(last.after).source === null
  }

  function allFound(push: Push, change: ChangeRecord): null {
    push.markFound(sameAs(push, change))
    return null
  }

  async function removePicture({ ecwid }: PushParts, push: Push, holder: Holder, claim: CallOptions): Promise<void> {
    try {
      await place.remove(ecwid, push.ecwidId(), holder, claim)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not-found') throw error
      throw new AppError('unknown-outcome', says(sentences.goneAlready), { cause: error })
    }
  }

  function arrivedIn(remote: Remote, change: ChangeRecord): Arrived<Holder> {
    const holder = holderOf(remote, change)
    return { holder, key: holder && ownPictureKey(holder) }
  }

  return {
    isOurs,
    ready,

    async findAgain(parts, push, lost, remote) {
      const there = new Map<number, Arrived<Holder>>()
      for (const change of lost) {
        const one = arrivedIn(remote, change)
        if (!one.holder && mayBeUnread(remote))
          waitOrAsk(parts, push, change, { waiting: 'compare-waits', asking: 'compare-impossible' })
        if (await hasArrived(parts, push, change, one)) there.set(change.id, one)
      }
      return there
    },

    match: (answered, remote) => new Map(answered.map((change) => [change.id, arrivedIn(remote, change)])),

    async describe({ ecwid, catalogue }, push, arrived, remote) {
      const turn = push.goingOn()
      let isDescribed = false
      for (const { change, there } of arrived) {
        const { holder, key } = arrivedIn(remote, change)
        if (!holder || !isSamePicture({ key }, there)) continue
        const { outcome, alt } = tellAnew(holder, change, catalogue.languages())
        if (outcome === 'same') continue
        await place.describe(ecwid, push.ecwidId(), holder, alt, turn)
        isDescribed = true
      }
      return isDescribed ? place.read(ecwid, push.ecwidId()) : null
    },

    leaveText({ catalogue }, _push, open, { change, there: { holder } }) {
      const { changes } = catalogue
      if (!holder || tellAnew(holder, change, catalogue.languages()).outcome === 'same') return
      const { translated: _, ...came } = ownPictureSchema.parse(changes.get(change.id)?.after)
      const arrived = { ...came, alt: altOf(holder) }
      changes.update(change.id, { after: arrived })
      // Another picture for it waits already, which brings a text of its own.
      if (open.all().some((each) => each.id > change.id && isSameAct(each, change))) return
      const { setId, productId, productName, entry } = change
      const after = { ...arrived, ...toldIn(change) }
      changes.insert(setId, { productId, productName, entry, ...actOf(change), before: arrived, after }, null)
    },

    /** The next change of the same starts from it. */
    noteArrived({ catalogue }, _push, _open, { change, there: { key } }) {
      catalogue.changes.update(change.id, { after: { ...ownPictureSchema.parse(change.after), key } })
      rename(catalogue, change, localKey(change.id), key)
      // What an undo brought back has a new address: earlier changes that left it there can still be undone.
      const reverted = change.reverts === null ? undefined : catalogue.changes.get(change.reverts)
      const was = reverted && ownPictureSchema.safeParse(reverted.before).data?.key
      if (was !== undefined) rename(catalogue, change, was, key)
    },
  }
}

type AnyPush = Pick<UploadPush<unknown>, 'sendable' | 'refuse' | 'markFound' | 'write'>

/** One change of each, the first: the next one starts from what this one leaves. */
export function firstOfEach(
  push: Pick<AnyPush, 'sendable'>,
  isOurs: (change: ChangeRecord) => boolean,
): ChangeRecord[] {
  const waiting = push.sendable().filter(isOurs)
  return waiting.filter((change) => waiting.find((each) => isSameAct(each, change)) === change)
}

const altOf = (holder: PictureHolder): string => holder.alt?.main ?? ''
function toldIn(change: ChangeRecord): Pick<OwnPicture, 'alt' | 'translated'> {
  const { alt, translated } = ownPictureSchema.parse(change.after)
  return { alt, ...(translated && { translated }) }
}

function refused(push: AnyPush, change: ChangeRecord, sentence: ReturnType<typeof says>): null {
  push.refuse([change], { code: 'refused', sentence })
  return null
}

function found(push: AnyPush, change: ChangeRecord): null {
  push.markFound([change])
  return null
}

/** What is replaced is copied first, so that an undo can bring it back. */
async function kept(
  parts: PushParts,
  push: AnyPush,
  change: ChangeRecord,
  before: OwnPicture,
  now: OwnPicture,
): Promise<OwnPicture> {
  if (now.source === null || 'hash' in now.source) return now
  if (before.source && 'hash' in before.source && isSamePicture(before, now)) return { ...now, source: before.source }
  const { url } = now.source
  const hash = (await copiesOf(parts, push, change, [url])).get(url)
  return hash ? { ...now, source: { hash } } : now
}

/** A picture that was there before is not what it brought. */
async function hasArrived(
  parts: PushParts,
  push: AnyPush,
  change: ChangeRecord,
  { holder, key }: Arrived<PictureHolder>,
): Promise<boolean> {
  const { source } = ownPictureSchema.parse(change.after)
  if (!holder || source === null || key === undefined) return source === null && key === undefined
  if (hasUploaded(holder, change.token?.imageId)) return true
  if (change.token?.pictureKeys?.some((known) => sameKey(known, key))) return false
  return (await byContent(parts, push, { change, source, keys: [key] })) !== undefined
}

function rename({ changes }: PushParts['catalogue'], change: ChangeRecord, from: string, to: string | undefined) {
  for (const { id, ...other } of changes.alike(change)) {
    const before = ownPictureSchema.parse(other.before)
    const after = ownPictureSchema.parse(other.after)
    if (before.key === from) changes.update(id, { before: { ...before, key: to } })
    if (after.key === from) changes.update(id, { after: { ...after, key: to } })
  }
}
