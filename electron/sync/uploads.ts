import { endGivenUp } from '../changes/mending'
import { openChanges, type OpenChanges } from '../changes/open-changes'
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
    readWritten: () => Promise<Shown<Remote>>
    /** The same at once, while more is written. */
    readMeanwhile: () => Promise<Shown<Remote>>
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
    arrived: readonly ArrivedUpload<Arrived>[],
    remote: Remote,
  ): Promise<Shown<Remote> | null | undefined>
  /** The store refuses the text: it waits as a change of its own, which its owner can mend. Belongs into a write, after `noteArrived`. */
  leaveText(parts: PushParts, push: Push, open: OpenChanges, arrived: ArrivedUpload<Arrived>): void
  /** From now on it has its name in the store; what named it by its local key follows. Belongs into a write. `open`: what is left. */
  noteArrived(parts: PushParts, push: Push, open: OpenChanges, arrived: ArrivedUpload<Arrived>): void
}

type ArrivedUpload<Arrived> = { change: ChangeRecord; there: Arrived }

/** While uploads go on, the store is asked this often for what it made of those before: a card does not wait for the last of hundreds. */
const askedEachMs = 5_000

/**
 * Uploads one by one, those first looked up whose answer was lost, and reads what the store made of them. `sendFirst`: what goes before
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
  let askedAt = parts.now()
  for (const { id } of changes) {
    if (!push.mayGo() || push.sendableOne(id)?.state !== 'waiting') continue
    await sendFirst()
    if (Math.abs(parts.now() - askedAt) >= askedEachMs) {
      await confirmUploads(parts, push, adapter, push.readMeanwhile)
      askedAt = parts.now()
    }
    const change = push.sendableOne(id)
    const upload = change?.state === 'waiting' ? await adapter.ready(parts, push, change) : null
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
  read = push.readWritten,
): Promise<void> {
  const answered = push.open().filter((change) => adapter.isOurs(change) && change.state === 'sending')
  if (answered.length === 0) return
  const { raw, remote } = await read()
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
    const open = openChanges(parts.catalogue, push)
    for (const { change, there } of arrived) {
      adapter.noteArrived(parts, push, open, { change, there })
      if (described === 'refused') adapter.leaveText(parts, push, open, { change, there })
    }
  })
}

/** The pictures have arrived, whatever becomes of their texts. */
function unlessRefused(error: unknown): 'refused' {
  if (error instanceof AppError && error.code === 'refused') return 'refused'
  throw error
}
