import type { Catalogue } from '../catalogue/catalogue'
import { worstState } from '../catalogue/changes-table'
import { goneReason, isGoneAnswer } from '../changes/gone'
import { reindexProduct } from '../changes/reindex'
import { changesByOthers, recordByOthers } from '../changes/store-history'
import type { Confirmations } from './confirmations'
import type { Ecwid } from '../ecwid/ecwid'
import type { StoreProduct } from '../ecwid/store-product'
import type { ChangeRecord } from '../shared/change-record'
import type { Places } from './places'
import type { SharedCommit } from './shared-commit'
import type { RecentWrites } from './recent-writes'
import { AppError } from '../shared/errors'
import { remoteProductSchema, type RemoteProduct } from '../shared/remote-product'

/** What sending needs from the rest of main. */
export type PushParts = {
  catalogue: Catalogue
  ecwid: Ecwid
  now: () => number
  /** Bytes of a staged picture. */
  bytesOf: (hash: string) => Promise<Uint8Array>
  /** Keeps a copy of a picture that is about to leave the store; its content hash, or undefined when it cannot be had. */
  keepCopy: (url: string) => Promise<string | undefined>
  onChanged: (productIds: number[]) => void
  onProgress: (upload: { change: ChangeRecord; name: string; progress: number } | { done: number }) => void
  onMissingScope: (scope: string) => void
  writes: Pick<RecentWrites, 'note'>
  confirmations: Confirmations
  commit: SharedCommit
  /** Where uploads wait for their turn on the line. */
  onWire: Places
}

/** One product while its changes are sent: reads and writes of its rows, each in a transaction with the list. */
export function createProductPush(parts: PushParts, productId: number, leaveSlot: () => void) {
  const { catalogue, ecwid, now, onChanged, confirmations } = parts
  const inDoubt = new Set<number>()
  // What the product has that it did not have is somebody else's doing, until we write to it ourselves.
  let untouched = true

  /** Runs writes to this product's changes, brings list and search in line, and tells. */
  function write(work: () => void, within: Catalogue['transaction'] = catalogue.transaction): void {
    within(() => {
      work()
      reindexProduct(catalogue, productId)
    })
    onChanged([productId])
  }

  /** What may go now: in order, so nothing from one on that its owner holds back or has just decided. */
  function sendable(): ChangeRecord[] {
    const open = catalogue.changes.openOf(productId)
    const held = open.findIndex(
      ({ state, decision, retryAt }) =>
        state === 'held' || (state === 'waiting' && decision !== null && (retryAt ?? 0) > now()),
    )
    const free = held < 0 ? open : open.slice(0, held)
    return free.filter(({ state }) => state === 'waiting' || state === 'unknown')
  }

  function noteSending(changes: readonly ChangeRecord[], token: ChangeRecord['token'] | undefined): void {
    untouched = false
    for (const { id, attempts, state } of changes) {
      if (state === 'unknown') inDoubt.add(id)
      const tokenPart = token === undefined ? {} : { token }
      catalogue.changes.update(id, { state: 'sending', attempts: attempts + 1, reason: null, ...tokenPart })
    }
  }

  function noteSent(changes: readonly ChangeRecord[], alongside: () => unknown): void {
    const ecwidIdBefore = catalogue.products.ecwidIdOf(productId)
    for (const { id } of changes) {
      catalogue.changes.update(id, { state: 'sent', sentAt: now(), reason: null, retryAt: null, theirs: null })
    }
    alongside()
    const written = ecwidIdBefore ?? catalogue.products.ecwidIdOf(productId)
    if (written !== null) parts.writes.note(written)
  }

  /** Keeps the product as the store sent it, unless a pull has brought a newer one meanwhile. Belongs into a write. */
  function keep(raw: unknown): void {
    const kept = catalogue.products.get(productId)?.remote
    if (!kept || !isOlder(remoteProductSchema.parse(raw), kept)) catalogue.products.putRemote(raw)
  }

  function ecwidId(): number {
    const id = catalogue.products.ecwidIdOf(productId)
    if (id === null) throw new AppError('internal', `Product ${productId} has no Ecwid id yet`)
    return id
  }

  return {
    productId,
    ecwidId,
    write,
    keep,
    /** Whether a change's earlier answer was lost when this sending began. */
    wasInDoubt: (id: number): boolean => inDoubt.has(id),
    isInStore: (): boolean => catalogue.products.ecwidIdOf(productId) !== null,
    open: (): ChangeRecord[] => catalogue.changes.openOf(productId),
    sendable,

    /** The product as the store has it now, kept as its last known state. */
    async refresh(): Promise<RemoteProduct> {
      const { raw, product } = await ecwid.getProduct(ecwidId()).catch((error: unknown) => {
        if (isGoneAnswer(error)) throw new AppError('not-found', goneReason.message, { ...goneReason, cause: error })
        throw error
      })
      write(() => {
        const before = catalogue.products.get(productId)?.remote
        if (before && untouched && !isOlder(product, before)) {
          const open = catalogue.changes.openOf(productId)
          recordByOthers(catalogue, changesByOthers({ productId, before, after: product }, open))
        }
        keep(raw)
      })
      return product
    },

    /** The same, together with other products: cheaper, a little later. Others may send meanwhile. Not kept yet. */
    async confirm(): Promise<StoreProduct> {
      leaveSlot()
      return confirmations.read(ecwidId())
    },

    /** The product as it was last read. */
    known: (): RemoteProduct | null => catalogue.products.get(productId)?.remote ?? null,

    markSending: (changes: readonly ChangeRecord[], token?: ChangeRecord['token']): void =>
      write(() => noteSending(changes, token)),

    markSent: (changes: readonly ChangeRecord[], alongside: () => unknown = () => {}): void =>
      write(() => noteSent(changes, alongside)),

    /**
     * An upload goes onto the wire, unless it was taken back or held meanwhile: false. The product looks as before, but for
     * its state.
     */
    async markUploading({ id }: ChangeRecord, pictureKeys: string[]): Promise<boolean> {
      let goes = false
      await parts.commit(() => {
        const change = sendable().find((each) => each.id === id)
        goes = change !== undefined
        if (!change) return
        noteSending([change], { pictureKeys })
        catalogue.products.setState(productId, worstState(catalogue.changes.openOf(productId)))
      })
      if (goes) onChanged([productId])
      return goes
    },

    /** The store answered. After a power cut it is found there again by what it is. */
    markAnswered: (change: ChangeRecord, token: ChangeRecord['token']): void =>
      catalogue.repeatable(() => catalogue.changes.update(change.id, { token })),

    /** The same is true of pictures that were seen in the store. */
    markUploaded: (changes: readonly ChangeRecord[], alongside: () => unknown): void =>
      write(() => noteSent(changes, alongside), catalogue.repeatable),
  }
}
export type ProductPush = ReturnType<typeof createProductPush>

const isOlder = (one: RemoteProduct, other: RemoteProduct): boolean =>
  (one.updateTimestamp ?? Infinity) < (other.updateTimestamp ?? 0)
