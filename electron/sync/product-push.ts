import type { Catalogue } from '../catalogue/catalogue'
import { worstState } from '../catalogue/changes-table'
import { startFromFilledIn } from '../changes/filled-in'
import { goneReason, isGoneAnswer } from '../changes/gone-reason'
import { openChanges } from '../changes/open-changes'
import { followRenames } from '../changes/variation-entries'
import { reindexProduct } from '../changes/reindex'
import { changesByOthers, recordByOthers } from '../changes/store-history'
import type { CallOptions } from '../ecwid/call-options'
import type { Ecwid } from '../ecwid/ecwid'
import type { StoreProduct } from '../ecwid/store-product'
import type { KeepCopy } from '../pictures/keep-copy'
import { setsThis } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { remoteProductSchema, type RemoteProduct } from '../shared/remote-product'
import type { Confirmations } from './confirmations'
import type { Read, ReadAhead } from './read-ahead'
import { PlanAnew } from './plan-anew'
import type { Slots } from './slots'
import type { RecentWrites } from './recent-writes'
import { isRegrouped, noteRegrouped, regroups } from './regrouped'
import type { SharedCommit } from './shared-commit'
import { createThingPush, readHoldsMs, type Claim, type Token } from './thing-push'

/** What sending needs from the rest of the engine. */
export type PushParts = {
  catalogue: Catalogue
  ecwid: Ecwid
  now: () => number
  /** False: the queue is kept back by its owner, or the store is being closed. */
  mayGo: () => boolean
  /** Bytes of a staged picture. */
  bytesOf: (hash: string) => Promise<Uint8Array>
  /** Where a staged file is on this disk, whole. */
  fileOf: (hash: string) => Promise<{ path: string; size: number }>
  /** Keeps what comes from the store, piece by piece. */
  stageFile: (pieces: AsyncIterable<Uint8Array>) => Promise<{ hash: string }>
  /** Keeps a copy of a picture that is about to leave the store; its content hash, or undefined when it cannot be had. */
  keepCopy: KeepCopy
  /** What a snapshot that is asked for holds of a thing is in it. */
  untilSnapshot?: ((thingId: number) => Promise<void>) | undefined
  onChanged: (productIds: number[]) => void
  onProgress: (upload: { change: ChangeRecord; name: string; progress: number } | { done: number }) => void
  onMissingScope: (scope: string) => void
  writes: Pick<RecentWrites, 'note' | 'noteAlong' | 'alongOf'>
  confirmations: Confirmations
  readAhead: ReadAhead
  commit: SharedCommit
  /** Where uploads wait for their turn on the line. */
  onWire: Slots
}

/** One product while its changes are sent: reads and writes of its rows, each in a transaction with the list. */
export function createProductPush(parts: PushParts, productId: number, leaveSlot: () => void) {
  const { catalogue, now, onChanged, confirmations, readAhead } = parts
  const answered = new Set<number>()
  let read: { product: RemoteProduct; at: number; along: number } | null = null
  let lastReadAt = 0
  // What the product has that it did not have is somebody else's doing, until we write to it ourselves.
  let untouched = true

  const { noteClaim, noteSent, ...thing } = createThingPush(parts, {
    id: productId,
    thing: 'product',
    open: () => catalogue.changes.openOf('product', productId),
    reindex: () => reindexProduct(catalogue, productId),
    onClaim({ unread }) {
      if (!unread) assertHolds(read)
      noteWriting()
    },
    onSent(changes, settle) {
      const ecwidIdBefore = catalogue.products.ecwidIdOf(productId)
      if (changes.some(regroups)) noteRegrouped(catalogue)
      settle()
      const renames = changes.filter((change) => setsThis(change, 'options'))
      if (renames.length > 0) followRenames(openChanges(catalogue, { thing: 'product', id: productId }), renames)
      const written = ecwidIdBefore ?? catalogue.products.ecwidIdOf(productId)
      if (written !== null) parts.writes.note(written)
    },
  })
  const { write } = thing

  function assertHolds(planned: typeof read): void {
    const isOld = planned && (Math.abs(now() - planned.at) > readHoldsMs || planned.along !== alongNow())
    if (isOld) throw new PlanAnew()
  }

  function noteWriting(): void {
    untouched = false
    read = null
    const known = catalogue.products.ecwidIdOf(productId)
    if (known !== null) readAhead.forget(known)
  }

  function noteRead(found: NonNullable<typeof read>): void {
    read = found
    lastReadAt = found.at
  }

  /** Keeps the product as the store sent it, unless a pull has brought a newer one meanwhile. Belongs into a write. */
  function keep(raw: unknown): void {
    const kept = catalogue.products.get(productId)?.remote
    const sent = remoteProductSchema.parse(raw)
    if (kept && isOlder(sent, kept)) return
    if (kept && isRegrouped(kept, sent)) noteRegrouped(catalogue)
    if (kept) startFromFilledIn(catalogue, productId, kept, sent)
    catalogue.products.putRemote(raw)
  }

  function ecwidId(): number {
    const id = catalogue.products.ecwidIdOf(productId)
    if (id === null) throw new AppError('internal', `Product ${productId} has no Ecwid id yet`)
    return id
  }

  /** How often the product was changed by writes to other things. */
  function alongNow(): number {
    const known = catalogue.products.ecwidIdOf(productId)
    return known === null ? 0 : parts.writes.alongOf(known)
  }

  /** Asked once more where a write to something else has changed it meanwhile. */
  async function readNow(): Promise<Read & { along: number }> {
    const along = alongNow()
    const found = await readOnce()
    return along === alongNow() ? { ...found, along } : readNow()
  }

  /** From its answer on a read counts as new: however slow the line is, its write can follow. */
  async function readOnce(): Promise<Read> {
    // What an answer was lost of is looked up now: a read from before it arrived would have it sent again.
    if (catalogue.changes.openOf('product', productId).some(({ state }) => state === 'unknown'))
      return readAhead.readOne(ecwidId())
    const read = await readAhead.read(ecwidId())
    const known = catalogue.products.get(productId)?.remote
    // A pull has brought a newer one since it was read ahead.
    return known && isOlder(read.product, known) ? readAhead.readOne(ecwidId()) : read
  }

  /** The product as the store has it now, kept as its last known state. */
  async function refresh(): Promise<RemoteProduct> {
    const { raw, product, at, along } = await readNow().catch((error: unknown) => {
      if (isGoneAnswer(error)) throw new AppError('not-found', goneReason.sentence, { ...goneReason, cause: error })
      throw error
    })
    write(() => {
      const before = catalogue.products.get(productId)?.remote
      if (before && untouched && !isOlder(product, before)) {
        const open = catalogue.changes.openOf('product', productId)
        recordByOthers(catalogue, changesByOthers({ productId, before, after: product }, open))
      }
      keep(raw)
    })
    noteRead({ product, at, along })
    return product
  }

  /** The product after a write, read together with others: cheaper, a little later. Others may send meanwhile. Not kept yet. */
  function confirm(): Promise<StoreProduct> {
    leaveSlot()
    return confirmations.read(ecwidId())
  }

  return {
    ...thing,
    thing: 'product' as const,
    id: productId,
    productId,
    ecwidId,
    keep,
    refresh,
    /** Whether its request was answered, and only what the store made of it is not known yet. */
    wasAnswered: (id: number): boolean => answered.has(id),
    isInStore: (): boolean => catalogue.products.ecwidIdOf(productId) !== null,
    mayGo: parts.mayGo,

    /** The product as it was read last, unless it was written to since, or that was too long ago. */
    fresh: (): Promise<RemoteProduct> =>
      read && read.along === alongNow() && Math.abs(now() - read.at) < readHoldsMs / 2
        ? Promise.resolve(read.product)
        : refresh(),

    /** The answer to a write showed the product as well. */
    noteShown: (product: RemoteProduct): void => noteRead({ product, at: now(), along: alongNow() }),

    /** The store's last known state with these parts changed by an answer that did not show the product. */
    patchKnown(patch: Record<string, unknown>): void {
      const raw = catalogue.products.rawOf(productId)
      if (raw) catalogue.products.putRemote({ ...raw, ...patch })
    },

    confirm,
    readWritten: async () => asShown(await confirm()),
    readMeanwhile: async () => asShown(await parts.ecwid.getProduct(ecwidId())),
    /** The same, kept as the store's last known state. */
    async keepConfirmed(): Promise<void> {
      const { raw } = await confirm()
      write(() => keep(raw))
    },

    /** The product as it was last read. */
    known: (): RemoteProduct | null => catalogue.products.get(productId)?.remote ?? null,

    /** When the product was read last (UNIX ms), whatever was written to it since. */
    readAt: (): number => lastReadAt,

    /** For requests that go on from what was read last with changes that are on the wire already. Too late, they are planned anew. */
    goingOn(): Pick<CallOptions, 'onTurn'> {
      const planned = read
      return {
        onTurn() {
          assertHolds(planned)
          noteWriting()
        },
      }
    },

    /** For one of many requests that follow from the first of these changes: each may be the last before its owner acts. */
    following: (claim: Claim): Pick<CallOptions, 'onTurn'> => ({
      onTurn() {
        thing.assertMayGo(claim)
        noteWriting()
      },
    }),

    /** `claiming` for what leaves the list as it is, such as an upload. Those that start together share a commit. */
    claimingQuietly: (claim: Claim): Pick<CallOptions, 'onTurn'> => ({
      async onTurn() {
        thing.restHeld(claim)
        let problem: unknown = null
        await parts.commit(() => {
          try {
            noteClaim(claim)
            // It looks as before, but for its state.
            catalogue.products.setState(productId, worstState(catalogue.changes.openStates(productId)))
          } catch (error) {
            problem = error
          }
        })
        if (problem) throw problem
        onChanged([productId])
      },
    }),

    /** Their request was answered; what the store made of it is read next, and looked up if that fails. */
    noteAnswered(changes: readonly ChangeRecord[]): void {
      for (const { id } of changes) answered.add(id)
    },

    /** The store answered. After a power cut it is found there again by what it is. */
    markAnswered: (change: ChangeRecord, token: Token): void =>
      catalogue.repeatable(() => catalogue.changes.update(change.id, { token })),

    /** The same is true of pictures that were seen in the store. */
    markUploaded: (changes: readonly ChangeRecord[], alongside: () => unknown): void =>
      write(() => noteSent(changes, alongside), catalogue.repeatable),
  }
}
export type ProductPush = ReturnType<typeof createProductPush>

const asShown = ({ raw, product }: StoreProduct) => ({ raw, remote: product })

const isOlder = (one: RemoteProduct, other: RemoteProduct): boolean =>
  (one.updateTimestamp ?? Infinity) < (other.updateTimestamp ?? 0)
