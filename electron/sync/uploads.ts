import { endGivenUp } from '../changes/mending'
import type { CallOptions } from '../ecwid/call-options'
import type { UploadOptions, UploadSource } from '../ecwid/pictures'
import type { ThingRef } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteProduct } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'
import type { Claim, ThingPush, Token } from './thing-push'
import { withProgress, type UploadFrom } from './upload-progress'

/** What the store has of a thing now: as it sent it, and as this program reads it. */
export type Shown<Remote> = { raw: unknown; remote: Remote }

/** The thing that uploads go to while its changes are sent. `Remote`: as the store has it. */
export type UploadPush<Remote> = ThingRef &
  Omit<ThingPush, 'noteClaim' | 'noteSent' | 'wasInDoubt' | 'markMissing' | 'waitAnew'> & {
    mayGo(): boolean
    ecwidId(): number
    /** Read now, and kept. */
    refresh(): Promise<Remote>
    /** As it was read last, unless it was written to since, or that was too long ago. */
    fresh(): Promise<Remote>
    /** What the store made of a write; not kept yet. */
    readWritten(): Promise<Shown<Remote>>
    /** Keeps it as the store sent it. Belongs into a write. */
    keep(raw: unknown): void
    /** The answer to a write showed it as well. */
    noteShown(remote: Remote): void
    /** Their request was answered; what the store made of it is read next, and looked up if that fails. */
    noteAnswered(changes: readonly ChangeRecord[]): void
    markAnswered(change: ChangeRecord, token: Token): void
    markUploaded(changes: readonly ChangeRecord[], alongside: () => unknown): void
    /** `claiming` for what leaves the list as it is, such as an upload. */
    claimingQuietly(claim: Claim): Pick<CallOptions, 'onTurn'>
    /** For requests that go on from what was read last with changes that are on the wire already. Too late, they are planned anew. */
    goingOn(): Pick<CallOptions, 'onTurn'>
  }

/** One picture that may go now. */
type ReadyUpload = {
  change: ChangeRecord
  /** What the store has right before it: compared with what it has then, if the answer is lost. */
  tokenNow: () => NonNullable<ChangeRecord['token']>
  name: string
  source: UploadFrom
  /** It does not depend on what the product was when it was read. */
  unread: boolean
  /** The number the store gives it. */
  send(payload: UploadSource, options: UploadOptions): Promise<number | undefined>
}

/** What is special about uploads to one place. `Arrived`: one of them as the store has it. */
export type UploadAdapter<Arrived, Remote = RemoteProduct, Push = ProductPush> = {
  isOurs(change: ChangeRecord): boolean
  /** Looks at what it meets in the store, and keeps a copy of what it replaces. Null: there is nothing to upload. */
  ready(parts: PushParts, push: Push, change: ChangeRecord): Promise<ReadyUpload | null>
  /** Which of those whose answer was lost are in the store. While it cannot be told, it throws, and nothing is sent. */
  findAgain(parts: PushParts, push: Push, lost: readonly ChangeRecord[], remote: Remote): Promise<Map<number, Arrived>>
  /** What became of those that were answered. */
  match(answered: readonly ChangeRecord[], remote: Remote): Map<number, Arrived>
  /** Sends the texts that came with them; `remote` was read last, perhaps after they were found. The thing after it, where there were some. */
  describe(
    parts: PushParts,
    push: Push,
    arrived: readonly { change: ChangeRecord; there: Arrived }[],
    remote: Remote,
  ): Promise<Shown<Remote> | null | undefined>
  /** The store refuses the text: it waits as a change of its own, which its owner can mend. Belongs into a write, after `noteArrived`. */
  leaveText(parts: PushParts, push: Push, change: ChangeRecord, there: Arrived): void
  /** From now on it has its name in the store; what named it by its local key follows. Belongs into a write. */
  noteArrived(parts: PushParts, push: Push, change: ChangeRecord, there: Arrived): void
}

/**
 * Uploads one by one, those first looked up whose answer was lost, then reads what the store made of them. `sendFirst`: what goes before
 * each of them, such as a form that was saved meanwhile and does not wait for a whole folder.
 */
export async function pushUploads<Arrived, Remote, Push extends UploadPush<Remote>>(
  parts: PushParts,
  push: Push,
  adapter: UploadAdapter<Arrived, Remote, Push>,
  changes: readonly ChangeRecord[],
  sendFirst: () => Promise<void>,
): Promise<void> {
  await settleLost(parts, push, adapter, changes)
  for (const { id } of changes) {
    const isStill = (change: ChangeRecord) => change.id === id && change.state === 'waiting'
    if (!push.mayGo() || !push.sendable().some(isStill)) continue
    await sendFirst()
    const change = push.sendable().find(isStill)
    const upload = change && (await adapter.ready(parts, push, change))
    if (upload) await sendOne(parts, push, upload)
  }
  await confirmUploads(parts, push, adapter)
}

async function sendOne<Remote>(parts: PushParts, push: UploadPush<Remote>, upload: ReadyUpload): Promise<void> {
  const { change, tokenNow, unread } = upload
  let token: ChangeRecord['token'] = null
  const claim = push.claimingQuietly({ changes: [change], tokenOf: () => (token = tokenNow()), unread })
  const imageId = await withProgress(parts, upload, (payload, options) =>
    upload.send(payload, { ...options, ...claim }),
  )
  push.markAnswered(change, { ...(token ?? tokenNow()), imageId })
}

/** Reads what the store made of those whose requests were answered. */
export async function confirmUploads<Arrived, Remote, Push extends UploadPush<Remote>>(
  parts: PushParts,
  push: Push,
  adapter: UploadAdapter<Arrived, Remote, Push>,
): Promise<void> {
  const answered = push.open().filter((change) => adapter.isOurs(change) && change.state === 'sending')
  if (answered.length === 0) return
  const { raw, remote } = await push.readWritten()
  push.noteShown(remote)
  await settle(parts, push, adapter, { changes: answered, found: adapter.match(answered, remote), remote, raw })
}

/** Requests whose answer was lost: settled when the store has what they brought, otherwise they wait again. */
async function settleLost<Arrived, Remote, Push extends UploadPush<Remote>>(
  parts: PushParts,
  push: Push,
  adapter: UploadAdapter<Arrived, Remote, Push>,
  given: readonly ChangeRecord[],
): Promise<void> {
  const lost = given.filter(({ state }) => state === 'unknown')
  if (lost.length === 0) return
  const remote = await push.refresh()
  const found = await adapter.findAgain(parts, push, lost, remote)
  const changes = lost.filter(({ id }) => found.has(id))
  // To look into pictures takes its time.
  if (changes.length > 0) await settle(parts, push, adapter, { changes, found, remote: await push.fresh() })
  push.write(() => {
    for (const { id } of lost) if (!found.has(id)) parts.catalogue.changes.update(id, { state: 'waiting' })
    endGivenUp(parts.catalogue, push.id, parts.now())
  })
}

type Settled<Arrived, Remote> = {
  changes: readonly ChangeRecord[]
  found: ReadonlyMap<number, Arrived>
  remote: Remote
  /** Of the same answer, where it was not kept yet. */
  raw?: unknown
}

async function settle<Arrived, Remote, Push extends UploadPush<Remote>>(
  parts: PushParts,
  push: Push,
  adapter: UploadAdapter<Arrived, Remote, Push>,
  { changes, found, remote, raw }: Settled<Arrived, Remote>,
): Promise<void> {
  const arrived = changes.flatMap((change) => {
    const there = found.get(change.id)
    return there === undefined ? [] : [{ change, there }]
  })
  const described = await adapter.describe(parts, push, arrived, remote).catch(unlessRefused)
  // What was read before their texts were written shows none.
  if (described && described !== 'refused') push.noteShown(described.remote)
  push.markUploaded(changes, () => {
    const newest = described === 'refused' ? raw : (described?.raw ?? raw)
    if (newest !== undefined) push.keep(newest)
    for (const { change, there } of arrived) {
      adapter.noteArrived(parts, push, change, there)
      if (described === 'refused') adapter.leaveText(parts, push, change, there)
    }
  })
}

/** The pictures have arrived, whatever becomes of their texts. */
function unlessRefused(error: unknown): 'refused' {
  if (error instanceof AppError && error.code === 'refused') return 'refused'
  throw error
}
