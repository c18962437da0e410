import { bringAlong } from '../changes/lost-along'
import { reindexThing } from '../changes/reindex-thing'
import { removeShelf } from '../changes/shelves'
import { shelfBodySchema, type ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { idsInOrder } from '../shared/fields/product-order'
import type { RemoteShelf } from '../shared/remote-shelf'
import { says } from '../shared/sentence'
import type { PushParts } from './product-push'
import { isShelfValue } from './shelf-fields'
import { noteAlong } from './shelf-losses'
import { goneOr, type ShelfPush } from './shelf-push'

/** How often a create without an answer is looked for before the store's refusal of its repetition is believed. */
const lookedForAtMost = 9

/** Makes it with what was typed of it since, or finds it where an earlier answer was lost. */
export async function pushShelfCreate(parts: PushParts, push: ShelfPush, change: ChangeRecord): Promise<void> {
  const { catalogue } = parts
  const { calls, id, thing } = push
  const inDoubt = change.state === 'unknown'
  const edits = push.sendable().filter((edit) => isShelfValue(edit) && (!inDoubt || edit.state === 'unknown'))
  const typed = Object.fromEntries(edits.map(({ field, after }) => [field, after]))
  const body = calls.body({ ...shelfBodySchema.parse(change.after), ...typed, ...referenceOf(push, change) })
  const found = inDoubt ? await calls.find(body) : undefined
  const made = found ?? (await asPlaced(push, change, { ...body, id: await createOnce(push, change, edits, body) }))
  const waitingFor = catalogue.changes.waitingFor(change.id)
  push.markSent([change, ...edits], () => {
    // A pull may have brought it before its create was answered: what was made here stays.
    const twin = catalogue.shelves.findByEcwidId(thing, made.id)
    if (twin !== undefined && twin !== id) removeShelf(catalogue, twin)
    catalogue.shelves.attach(id, made.id)
    push.keep(made)
    if (thing === 'category') {
      bringAlong(catalogue, made)
      noteAlong(parts, new Set(idsInOrder(made['productIds'])))
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
async function asPlaced(push: ShelfPush, change: ChangeRecord, made: RemoteShelf): Promise<RemoteShelf> {
  push.noteAnswered([change])
  return (await push.calls.read(made.id).catch(goneOr)) ?? made
}

const referenceOf = ({ calls }: ShelfPush, { token }: ChangeRecord) =>
  calls.hasReference && token?.reference ? { externalReferenceId: token.reference } : {}

/** The store takes a reference, or the name of a type, only once: a repeated create makes no second one. */
async function createOnce(
  push: ShelfPush,
  change: ChangeRecord,
  edits: readonly ChangeRecord[],
  body: Record<string, unknown>,
) {
  try {
    return await push.calls.create(body, push.claiming({ changes: [change, ...edits] }))
  } catch (error) {
    const mayBeThere = push.wasInDoubt(change.id) && change.attempts < lookedForAtMost
    if (!(error instanceof AppError) || error.code !== 'refused' || !mayBeThere) throw error
    throw new AppError('unknown-outcome', says('shelf-not-listed-yet'), { cause: error })
  }
}
