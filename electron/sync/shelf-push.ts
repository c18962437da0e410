import { goneReason, isGoneAnswer } from '../changes/gone'
import { mergeEditsBy } from '../changes/merge'
import { reindexThing } from '../changes/reindex-thing'
import { reindexShelf, removeShelf } from '../changes/shelves'
import { isCreate, setsField } from '../shared/change-address'
import { shelfBodySchema, type ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteShelf } from '../shared/fields/shelf-field'
import {
  readShelfField,
  shelfFieldNames,
  shelfFieldOf,
  wayOfShelfField,
  type ShelfThing,
} from '../shared/fields/shelf-fields'
import { says } from '../shared/sentence'
import { PlanAnew } from './plan-anew'
import type { PushParts } from './product-push'
import type { Sender } from './sender'
import { shelfCalls } from './shelf-calls'
import { createThingPush, readHoldsMs } from './thing-push'

/** How often a create without an answer is looked for before the store's refusal of its repetition is believed. */
const lookedForAtMost = 9

/** One category or product type while its changes are sent. */
export function createShelfPush(parts: PushParts, id: number, thing: ShelfThing): Sender {
  const { catalogue, ecwid, now } = parts
  const calls = shelfCalls(ecwid, thing)
  const open = () => catalogue.changes.openOf(thing, id)
  /** When it was read for what is written next; null: that was not planned from a read. */
  let readAt: number | null = null
  const push = createThingPush(parts, {
    id,
    open,
    reindex: () => reindexShelf(catalogue, id),
    onClaim() {
      if (readAt !== null && Math.abs(now() - readAt) > readHoldsMs) throw new PlanAnew()
      readAt = null
    },
  })

  const isInStore = (): boolean => typeof catalogue.shelves.get(id)?.ecwidId === 'number'

  function ecwidId(): number {
    const known = catalogue.shelves.get(id)?.ecwidId
    if (typeof known !== 'number') throw new AppError('not-found', goneReason.sentence, goneReason)
    return known
  }

  /** In the store, with what that means for the copy here. An answer to an older question must not be shown over it. */
  function settle(changes: readonly ChangeRecord[], alongside: () => void): void {
    push.write(() => {
      push.noteSent(changes)
      alongside()
      parts.writes.note(id)
    })
  }

  /** As they are already, without a request: nothing has claimed them, and their owner may have acted since they were read. */
  function settleFound(changes: readonly ChangeRecord[], alongside: () => void): void {
    push.write(() => {
      push.assertUnmoved(changes)
      push.noteSent(changes)
      alongside()
    })
  }

  async function readNow(): Promise<RemoteShelf> {
    try {
      const shelf = await calls.read(ecwidId())
      readAt = now()
      return shelf
    } catch (error) {
      if (!isGoneAnswer(error)) throw error
      throw new AppError('not-found', says('shelf-deleted-in-store'), { storeCode: goneReason.storeCode, cause: error })
    }
  }

  async function create(change: ChangeRecord): Promise<void> {
    const inDoubt = change.state === 'unknown'
    const edits = push.sendable().filter((edit) => setsField(edit) && (!inDoubt || edit.state === 'unknown'))
    const body = { ...shelfBodySchema.parse(change.after), ...fieldsOf(edits), ...referenceOf(change) }
    const found = inDoubt ? await calls.find(body) : undefined
    const made = found ?? (await asPlaced({ ...body, id: await createOnce(change, edits, body) }))
    const waitingFor = catalogue.changes.waitingFor(change.id)
    settle([change, ...edits], () => {
      // A pull may have brought it before its create was answered: what was made here stays.
      const twin = catalogue.shelves.findByEcwidId(thing, made.id)
      if (twin !== undefined && twin !== id) removeShelf(catalogue, twin)
      catalogue.shelves.attach(id, made.id)
      catalogue.shelves.putRemote(thing, made)
      // What names it can go now.
      for (const waiting of waitingFor) reindexThing(catalogue, waiting)
    })
    parts.onChanged(waitingFor)
  }

  /**
   * With what the store fills in by itself, such as its place. Read before it is settled, so that a program that ends in between
   * looks it up; what cannot be read now comes with the next list.
   */
  const asPlaced = async (made: RemoteShelf): Promise<RemoteShelf> =>
    (await calls.read(made.id).catch(() => null)) ?? made

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

  async function set(): Promise<void> {
    const waiting = push.sendable().filter(setsField)
    if (waiting.length === 0) return
    const remote = await readNow()
    const { found, conflicts, sent, body } = plan(thing, waiting, remote)
    if (found.length > 0) settleFound(found, () => {})
    for (const { changes, theirs } of conflicts) push.ask(changes, theirs, says('both-changed'))
    const keep = (shelf: RemoteShelf) => catalogue.shelves.putRemote(thing, shelf)
    if (sent.length === 0) return push.write(() => void keep(remote))
    await calls.update(ecwidId(), { ...calls.always(remote), ...body }, push.claiming({ changes: sent }))
    settle(sent, () => keep({ ...remote, ...body }))
  }

  async function remove(change: ChangeRecord): Promise<void> {
    const fresh = isInStore() ? await readNow().catch(goneOr) : undefined
    if (fresh && wasEdited(thing, change, fresh, open())) {
      return push.ask([change], fresh, says('shelf-changed-before-delete'))
    }
    const waitingFor = open()
      .filter(isCreate)
      .flatMap((made) => catalogue.changes.waitingFor(made.id))
    const end = () => {
      for (const other of open()) catalogue.changes.update(other.id, { state: 'taken-back', retryAt: null })
      removeShelf(catalogue, id)
      // What named it goes without it.
      for (const waiting of waitingFor) reindexThing(catalogue, waiting)
    }
    if (fresh) {
      await calls.remove(ecwidId(), push.claiming({ changes: [change] })).catch(goneOr)
      settle([change], end)
    } else settleFound([change], end)
    parts.onChanged(waitingFor)
  }

  return {
    thing,
    id,
    write: push.write,
    open,
    sendable: push.sendable,
    isInStore,
    wasInDoubt: push.wasInDoubt,
    wasAnswered: () => false,
    create,
    remove,
    edits: [set],
    // Its create has read it.
    keepMade: () => Promise.resolve(),
  }
}

/** Gone already is what was wanted. */
function goneOr(error: unknown): undefined {
  if (!isGoneAnswer(error)) throw error
}

const fieldsOf = (edits: readonly ChangeRecord[]) => Object.fromEntries(edits.map(({ field, after }) => [field, after]))

/** `found`: in the store already, or nothing in the end. */
function plan(thing: ShelfThing, waiting: readonly ChangeRecord[], remote: RemoteShelf) {
  const found: ChangeRecord[] = []
  const sent: ChangeRecord[] = []
  const conflicts: { changes: ChangeRecord[]; theirs: unknown }[] = []
  const body: Record<string, unknown> = {}
  for (const name of new Set(waiting.map(({ field }) => field))) {
    const field = shelfFieldOf(thing, name)
    if (name === null || field === undefined) continue
    const theirs = readShelfField(remote, name, field)
    const all = waiting.filter((change) => change.field === name)
    const { arrived, merge } = mergeEditsBy(wayOfShelfField(field), all, theirs)
    const edits = all.filter((edit) => !arrived.includes(edit))
    found.push(...arrived, ...(merge.outcome === 'same' ? edits : []))
    if (merge.outcome === 'conflict') conflicts.push({ changes: edits, theirs })
    if (merge.outcome !== 'send') continue
    body[name] = merge.value
    sent.push(...edits)
  }
  return { found, sent, conflicts, body }
}

/** Whether somebody changed it since its delete was decided; what waits here of it is nobody else's doing. */
function wasEdited(thing: ShelfThing, { before }: ChangeRecord, fresh: RemoteShelf, open: readonly ChangeRecord[]) {
  const decided = shelfBodySchema.safeParse(before).data
  if (!decided) return false
  const ours = new Set(open.map(({ field }) => field))
  return shelfFieldNames(thing).some((name) => {
    const field = shelfFieldOf(thing, name)
    const old = field && readShelfField({ ...decided, id: fresh.id }, name, field)
    return field && !ours.has(name) && !field.kind.isSame(old, readShelfField(fresh, name, field))
  })
}
