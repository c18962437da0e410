import { ownPicture, isSamePicture } from '../changes/own-picture'
import { endWith } from '../changes/ended-with'
import { goneReason, isGoneAnswer } from '../changes/gone'
import { bringAlong, lostAlong, takeAlong } from '../changes/lost-along'
import { reindexThing } from '../changes/reindex-thing'
import { reindexShelf, removeShelf } from '../changes/shelves'
import { recordByOthers } from '../changes/store-history'
import { isCreate, isDelete, setsField, setsOwnPicture, toSetCategoryPicture } from '../shared/change-address'
import { shelfBodySchema, type ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { stagedSource } from '../shared/picture-src'
import { remoteCategorySchema, type RemoteCategory } from '../shared/remote-product'
import { remoteShelfSchema, type RemoteShelf } from '../shared/remote-shelf'
import { isEqual } from '../shared/fields/equal'
import { shelfFieldNames, shelfFieldOf, type ShelfThing } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import { idsInOrder } from '../shared/fields/product-order'
import { says } from '../shared/sentence'
import { copiesOf } from './copies'
import { judgeEdits, sendEdits, type EditsAdapter } from './edits'
import { productsLosing } from './lost-with-shelf'
import { isNamedBefore } from './named-before'
import { PlanAnew } from './plan-anew'
import type { PushParts } from './product-push'
import type { Sender } from './sender'
import { pushCategoryPicture } from './push-category-picture'
import { shelfCalls } from './shelf-calls'
import { takeInShelf } from './take-in-shelves'
import { createThingPush, readHoldsMs } from './thing-push'
import type { UploadPush } from './uploads'

/** How often a create without an answer is looked for before the store's refusal of its repetition is believed. */
const lookedForAtMost = 9

/** How long a removal rests again while something is to go before it. */
const goesFirstWithinMs = 1_000

/** One category or product type while its changes are sent. */
export function createShelfPush(parts: PushParts, id: number, thing: ShelfThing): Sender {
  const { catalogue, ecwid, now } = parts
  const calls = shelfCalls(ecwid, thing, () => catalogue.languages())
  const open = () => catalogue.changes.openOf(thing, id)
  /** Creates that the store has answered. */
  const answered = new Set<number>()
  /** As it was read for what is written next; null: that was not planned from a read. */
  let read: { shelf: RemoteShelf; at: number } | null = null
  const push = createThingPush(parts, {
    id,
    open,
    reindex: () => reindexShelf(catalogue, id),
    onClaim() {
      if (read !== null && Math.abs(now() - read.at) > readHoldsMs) throw new PlanAnew()
      read = null
    },
    // An answer to an older question must not be shown over it.
    onSent(_, settle) {
      settle()
      parts.writes.note(id)
    },
  })

  const ecwidIdNow = (): number | null => catalogue.shelves.get(id)?.ecwidId ?? null
  const isInStore = (): boolean => ecwidIdNow() !== null

  function ecwidId(): number {
    const known = ecwidIdNow()
    if (known === null) throw new AppError('not-found', goneReason.sentence, goneReason)
    return known
  }

  async function readNow(): Promise<RemoteShelf> {
    try {
      const shelf = await calls.read(ecwidId())
      const at = now()
      if (!isEqual(catalogue.shelves.get(id)?.remote, shelf)) {
        push.write(() => recordByOthers(catalogue, takeInShelf(catalogue, thing, shelf, at)))
      }
      read = { shelf, at }
      return shelf
    } catch (error) {
      if (!isGoneAnswer(error)) throw error
      throw new AppError('not-found', says('shelf-deleted-in-store'), { storeCode: goneReason.storeCode, cause: error })
    }
  }

  async function create(change: ChangeRecord): Promise<void> {
    const inDoubt = change.state === 'unknown'
    const edits = push.sendable().filter((edit) => isValue(edit) && (!inDoubt || edit.state === 'unknown'))
    const body = calls.body({ ...shelfBodySchema.parse(change.after), ...fieldsOf(edits), ...referenceOf(change) })
    const found = inDoubt ? await calls.find(body) : undefined
    const made = found ?? (await asPlaced(change, { ...body, id: await createOnce(change, edits, body) }))
    const waitingFor = catalogue.changes.waitingFor(change.id)
    push.markSent([change, ...edits], () => {
      // A pull may have brought it before its create was answered: what was made here stays.
      const twin = catalogue.shelves.findByEcwidId(thing, made.id)
      if (twin !== undefined && twin !== id) removeShelf(catalogue, twin)
      catalogue.shelves.attach(id, made.id)
      catalogue.shelves.putRemote(thing, made)
      if (thing === 'category') {
        bringAlong(catalogue, made)
        noteAlong(new Set(idsInOrder(made['productIds'])))
      }
      // What names it can go now.
      for (const waiting of waitingFor) reindexThing(catalogue, waiting)
    })
    parts.onChanged(waitingFor)
  }

  /**
   * With what the store fills in by itself, such as its place: nobody's edit, so it is known before anything is typed upon it. Where it
   * cannot be read now, it is looked up.
   */
  async function asPlaced(change: ChangeRecord, made: RemoteShelf): Promise<RemoteShelf> {
    answered.add(change.id)
    return (await calls.read(made.id).catch(goneOr)) ?? made
  }

  const referenceOf = ({ token }: ChangeRecord) =>
    calls.hasReference && token?.reference ? { externalReferenceId: token.reference } : {}

  /** The store takes a reference, or the name of a type, only once: a repeated create makes no second one. */
  async function createOnce(change: ChangeRecord, edits: readonly ChangeRecord[], body: Record<string, unknown>) {
    try {
      return await calls.create(body, push.claiming({ changes: [change, ...edits] }))
    } catch (error) {
      const mayBeThere = push.wasInDoubt(change.id) && change.attempts < lookedForAtMost
      if (!(error instanceof AppError) || error.code !== 'refused' || !mayBeThere) throw error
      throw new AppError('unknown-outcome', says('shelf-not-listed-yet'), { cause: error })
    }
  }

  const keep = (shelf: RemoteShelf) => catalogue.shelves.putRemote(thing, shelf)

  const fields: EditsAdapter<RemoteShelf, Record<string, unknown>> = {
    isOurs: isValue,
    read: readNow,
    judge(edits, remote) {
      const { values, ...judged } = judgeEdits(edits, ({ field }) => {
        const known = shelfFieldOf(thing, field)
        return known && field !== null
          ? { way: known, theirs: readShelf(thing, remote, field, catalogue.languages()) }
          : undefined
      })
      const body = Object.fromEntries(values.map(({ change: { field }, value }) => [field, value]))
      return { ...judged, body }
    },
    async write(sent, body, remote) {
      const asked = calls.body({ ...calls.always(remote), ...body }, remote)
      const losing = thing === 'productType' ? await productsLosing(catalogue, sent, remote) : []
      await calls.update(ecwidId(), asked, push.claiming({ changes: sent, tokenOf: noteLost(remote, losing) }))
      const now = calls.namesParts(body) ? await calls.read(ecwidId()).catch(() => undefined) : undefined
      const waitingFor = sent.flatMap((change) => catalogue.changes.waitingFor(change.id))
      push.markSent(sent, () => {
        keep(now ?? { ...remote, ...asked })
        for (const change of sent) loseAlong(change, remote, losing)
        // What names an attribute of it can go now.
        for (const waiting of waitingFor) reindexThing(catalogue, waiting)
      })
      parts.onChanged(waitingFor)
    },
    skip: (remote) => push.write(() => void keep(remote)),
  }

  const restAgain = (changes: readonly ChangeRecord[]): void =>
    push.write(() => {
      for (const change of changes) catalogue.changes.update(change.id, { retryAt: now() + goesFirstWithinMs })
    })

  function sendFields(): Promise<void> {
    const edits = push.sendable().filter(isValue)
    if (!edits.some((edit) => isNamedBefore(catalogue, edit))) return sendEdits(push, fields)
    restAgain(edits)
    return Promise.resolve()
  }

  /** The same thing, for what is uploaded to it. */
  function picturePush(): UploadPush<RemoteCategory> {
    const asCategory = (shelf: RemoteShelf) => remoteCategorySchema.parse(shelf)
    const refresh = async () => {
      const shelf = await readNow()
      push.write(() => void keep(shelf))
      return asCategory(shelf)
    }
    return {
      ...push,
      thing,
      id,
      ecwidId,
      mayGo: parts.mayGo,
      refresh,
      fresh: async () => (read && Math.abs(now() - read.at) < readHoldsMs / 2 ? asCategory(read.shelf) : refresh()),
      async readWritten() {
        const shelf = await calls.read(ecwidId())
        return { raw: shelf, remote: asCategory(shelf) }
      },
      keep: (raw) => void keep(remoteShelfSchema.parse(raw)),
      noteShown: (shelf) => void (read = { shelf, at: now() }),
      noteAnswered(changes) {
        for (const change of changes) answered.add(change.id)
      },
      markAnswered: (change, token) => catalogue.repeatable(() => catalogue.changes.update(change.id, { token })),
      markUploaded: (changes, alongside) => push.write(() => push.noteSent(changes, alongside), catalogue.repeatable),
      claimingQuietly: push.claiming,
    }
  }

  /** For a claim: what these products lose, as it is then. What was noted when it went out for the first time stays. */
  const noteLost = (shelf: RemoteShelf, productIds: readonly number[]) => (change: ChangeRecord) => {
    const lost = change.token?.lost ?? lostAlong(catalogue, change, shelf, productIds)
    return lost.length > 0 ? { ...change.token, lost } : undefined
  }

  /** `losing`: products that may have lost something, by their local ids. */
  function loseAlong(change: ChangeRecord, shelf: RemoteShelf, losing: readonly number[]): void {
    const lost = catalogue.changes.get(change.id)?.token?.lost ?? []
    takeAlong(catalogue, change, shelf, lost)
    const ecwidIds = losing.flatMap((productId) => catalogue.products.ecwidIdOf(productId) ?? [])
    noteAlong(new Set([...lost.map(({ id: ecwidId }) => ecwidId), ...ecwidIds]))
  }

  /** What was read of these products before tells an older state. */
  function noteAlong(ecwidIds: ReadonlySet<number>): void {
    parts.writes.noteAlong(ecwidIds)
    for (const ecwidId of ecwidIds) parts.readAhead.forget(ecwidId)
  }

  /** Nobody promises what the store does with what is still below one that goes. */
  const isLeftLater = (): boolean =>
    thing === 'category' &&
    catalogue.shelves.below(ecwidId()).some((each) => catalogue.changes.openOf(thing, each).some(leavesParent))

  /** With the products that the store has in it by now, so that an undo brings all of them back. */
  function asItGoes(change: ChangeRecord, fresh: RemoteShelf): ChangeRecord {
    const isArranged = open().some(({ field }) => field === 'productIds')
    if (thing !== 'category' || isArranged || change.state === 'unknown') return change
    const before = { ...shelfBodySchema.parse(change.before), id: fresh.id, productIds: fresh['productIds'] }
    return push.keepBefore(change, before)
  }

  async function remove(change: ChangeRecord): Promise<void> {
    if (isInStore() && (isLeftLater() || isNamedBefore(catalogue, change))) return restAgain([change])
    const fresh = isInStore() ? await readNow().catch(goneOr) : undefined
    if (fresh && wasEdited(thing, change, fresh, open(), catalogue.languages())) {
      return push.ask([change], fresh, says('shelf-changed-before-delete'))
    }
    const waitingFor = open()
      .filter(isCreate)
      .flatMap((made) => catalogue.changes.waitingFor(made.id))
    const end = (losing: readonly number[]) => () => {
      const known = ecwidIdNow()
      if (known !== null) loseAlong(change, { id: known }, losing)
      endWith(catalogue, change, open())
      removeShelf(catalogue, id)
      // What named it goes without it.
      for (const waiting of waitingFor) reindexThing(catalogue, waiting)
    }
    if (fresh) {
      const kept = thing === 'category' ? await withKeptPicture(change, fresh) : change
      const going = asItGoes(kept, fresh)
      const losing = await productsLosing(catalogue, [going], fresh)
      const claim = push.claiming({ changes: [going], tokenOf: noteLost(fresh, losing) })
      await calls.remove(ecwidId(), claim).catch(goneOr)
      push.markSent([going], end(losing))
    } else push.markFound([change], end([]))
    parts.onChanged(waitingFor)
  }

  /** A copy of its picture, so that an undo can bring it back. Copying takes its time: then it is planned anew. */
  async function withKeptPicture(change: ChangeRecord, fresh: RemoteShelf): Promise<ChangeRecord> {
    const { source } = ownPicture(remoteCategorySchema.parse(fresh))
    const decided = remoteCategorySchema.safeParse(change.before).data
    if (!decided || source === null || 'hash' in source || 'hash' in (ownPicture(decided).source ?? {})) return change
    const hash = (await copiesOf(parts, push, change, [source.url])).get(source.url)
    if (!hash) return change
    const before = { ...decided, smallThumbnailUrl: stagedSource(hash) }
    push.write(() => catalogue.changes.update(change.id, { before }))
    throw new PlanAnew()
  }

  return {
    ...push,
    thing,
    id,
    isInStore,
    wasAnswered: (changeId) => answered.has(changeId),
    create,
    remove,
    edits: [sendFields, ...(thing === 'category' ? [() => pushCategoryPicture(parts, picturePush(), sendFields)] : [])],
    // Its create has read it.
    keepMade: () => Promise.resolve(),
  }
}

/** Of a field, and no picture, which is uploaded. */
const isValue = (change: ChangeRecord): boolean => setsField(change) && !setsOwnPicture(change)

const leavesParent = (change: ChangeRecord): boolean =>
  isDelete(change) || (setsField(change) && change.field === 'parentId')

/** Gone already is what was wanted. */
function goneOr(error: unknown): undefined {
  if (!isGoneAnswer(error)) throw error
}

const fieldsOf = (edits: readonly ChangeRecord[]) => Object.fromEntries(edits.map(({ field, after }) => [field, after]))

/** Whether somebody changed it since its delete was decided; what waits here of it is nobody else's doing. */
function wasEdited(
  thing: ShelfThing,
  { before }: ChangeRecord,
  fresh: RemoteShelf,
  open: readonly ChangeRecord[],
  languages: readonly string[],
) {
  const decided = shelfBodySchema.safeParse(before).data
  if (!decided) return false
  const ours = new Set(open.map(({ field }) => field))
  return (
    isOtherPicture(thing, decided, fresh, ours) ||
    shelfFieldNames(thing).some((name) => {
      const field = shelfFieldOf(thing, name)
      const [old, now] = [decided, fresh].map((json) => readShelf(thing, json, name, languages))
      // A product that came or went is no edit of the category.
      return field && name !== 'productIds' && !ours.has(name) && !field.kind.isSame(old, now)
    })
  )
}

function isOtherPicture(thing: ShelfThing, decided: unknown, fresh: RemoteShelf, ours: ReadonlySet<string | null>) {
  const before = remoteCategorySchema.safeParse(decided).data
  if (thing !== 'category' || !before || ours.has(toSetCategoryPicture.field)) return false
  return !isSamePicture(ownPicture(before), ownPicture(remoteCategorySchema.parse(fresh)))
}
