import type { DemoStore } from '../../../electron/demo-store/demo-store'
import type { Operation } from '../../../electron/shared/change'
import type { ChangeRecord } from '../../../electron/shared/change-record'
import type { ProductFields } from '../../../electron/shared/fields/product-fields'
import { pngBytes } from '../picture-files'
import { readState } from '../stored-product'
import { openSyncedClient, type SyncedClient } from '../synced-client'
import { readRemote } from '../synced-store'
import type { TestClock } from '../test-clock'
import { endsWithin } from '../work-under-way'
import { changedNow, notAsShown } from './as-shown'
import { comeBack, type ComingBack } from './coming-back'

export type Person = Awaited<ReturnType<typeof meetPerson>>

/** Fields of which each side writes values of its own. */
const plainFields = ['name', 'price'] as const
type PlainField = (typeof plainFields)[number]

/**
 * One synced client with the person before it. Nothing is sent or read except while `online`. It remembers what the person has
 * seen, and complains when a value is written over that they have not.
 */
export async function meetPerson(store: DemoStore, clock: TestClock, complain: (problem: string) => void) {
  let line: { left: number; onLast: () => void } | null = null
  const client = openSyncedClient(store, { clock, limits: { concurrency: 1 }, isRefused })
  /** Values that may be replaced without a question, by Ecwid id and field. */
  const seen = new Map<string, Set<unknown>>()
  /** What they made of it at some time, which overwrites nobody. */
  const own = new Map<string, Set<unknown>>()

  async function isRefused(method: string, url: string, body: unknown): Promise<boolean> {
    if (!line || line.left <= 0) return true
    line.left -= 1
    const leaves = line.left === 0 ? line.onLast : undefined
    const id = Number(/\/products\/(\d+)\?/.exec(url)?.[1])
    if (method === 'PUT' && id && typeof body === 'string') await checkOverwrite(id, JSON.parse(body) as object)
    // Only now: whoever ends the program then finds it on the wire.
    leaves?.()
    return false
  }

  /** Resolves when the last of so many requests leaves. */
  function connect(requests: number): Promise<void> {
    const last = new Promise<void>((resolve) => (line = { left: requests, onLast: resolve }))
    client.session.resume()
    return last
  }

  async function checkOverwrite(id: number, body: Record<string, unknown> | object): Promise<void> {
    const stored = (await readState(store)).products.find((product) => product.id === id)
    if (!stored) return
    for (const field of plainFields) {
      if (!(field in body) || seen.get(`${id} ${field}`)?.has(stored[field])) continue
      complain(`${field} of ${id}: ${String(stored[field])} was overwritten unseen with ${JSON.stringify(body)}`)
    }
  }

  const ofEcwid = (ecwidId: number): number | undefined => {
    const id = client.catalogue.products.findByEcwidId(ecwidId)
    return id !== undefined && client.catalogue.products.row(id) ? id : undefined
  }
  const isOpen = (id: number, field: string) =>
    client.catalogue.changes.openOf('product', id).some((change) => change.field === field)

  /** The store's products where they were last seen to be as shown, by local id. */
  const asSeen = new Map<number, string>()
  const isSettled = (id: number) => client.catalogue.changes.openOf('product', id).length === 0
  async function storedNow(id: number): Promise<string> {
    const ecwidId = client.catalogue.products.ecwidIdOf(id)
    return ecwidId === null ? '' : JSON.stringify(await readRemote(store, ecwidId))
  }

  /** Applies an edit of a product that is still in this client's list. */
  function apply(ecwidId: number, make: (id: number, fields: ProductFields) => Operation[]): ChangeRecord[] {
    const id = ofEcwid(ecwidId)
    if (id === undefined) return []
    const operations = make(id, client.session.product(id).fields)
    if (operations.length === 0) return []
    const { changeSetId } = client.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'Model' },
      operations,
    })
    return changeSetId === null ? [] : client.catalogue.changes.ofSet(changeSetId)
  }

  return {
    client,
    apply,
    isOpen,

    edit(ecwidId: number, field: PlainField, value: string | number): void {
      const id = ofEcwid(ecwidId)
      if (id === undefined) return
      const name = `${ecwidId} ${field}`
      if (!isOpen(id, field)) seen.set(name, new Set([client.session.product(id).fields[field]]))
      seen.get(name)?.add(value)
      own.set(name, new Set([...(own.get(name) ?? []), value]))
      apply(ecwidId, (productId) => [{ kind: 'update', productId, fields: { [field]: value } }])
    },

    /** What comes back goes over what they made themselves; what is done again is done over what is on the screen. */
    async comingBack(ecwidIds: readonly number[], act: ComingBack): Promise<boolean> {
      const places = ecwidIds.flatMap((ecwidId) => {
        const id = ofEcwid(ecwidId)
        if (id === undefined) return []
        const shown = client.session.product(id).fields
        return plainFields.map((field) => ({ ecwidId, id, field, was: shown[field], isOpen: isOpen(id, field) }))
      })
      const isDone = await comeBack(client, act)
      for (const { ecwidId, id, field, was, isOpen: wasOpen } of places) {
        if (ofEcwid(ecwidId) === undefined) continue
        const name = `${ecwidId} ${field}`
        const now = client.session.product(id).fields[field]
        if (now !== was) own.set(name, new Set([...(own.get(name) ?? []), now]))
        if (!isOpen(id, field) || (now === was && wasOpen)) continue
        const onScreen = act.do === 'redo' ? [was] : []
        seen.set(name, new Set([...((wasOpen && seen.get(name)) || []), ...(own.get(name) ?? []), ...onScreen]))
      }
      return isDone
    },

    async addPicture(ecwidId: number, number: number): Promise<string | undefined> {
      const { hash } = await client.staging.stageBytes('p.png', pngBytes(4 + (number % 50), 4, { shade: number }))
      const added = apply(ecwidId, (productId) => [
        { kind: 'picture.add', productId, source: { hash }, role: 'gallery', fileName: 'p.png', alt: '' },
      ])
      return added.length > 0 ? hash : undefined
    },

    /** The keys of a product's pictures as they are shown; none when it is not in the list. */
    pictures(ecwidId: number): string[] {
      const id = ofEcwid(ecwidId)
      return id === undefined ? [] : client.session.product(id).pictures.map(({ key }) => key)
    },

    /** Settled means that the store is as the screen shows, in every product that this person had changed or has `pulled`. */
    async showing(work: () => Promise<void>, pulled: readonly number[] = []): Promise<void> {
      const changed = changedNow(client)
      await work()
      const isPulled = client.session.snapshot().sync.phase !== 'failed'
      for (const id of isPulled ? pulled.flatMap((ecwidId) => ofEcwid(ecwidId) ?? []) : []) changed.set(id, undefined)
      for (const problem of await notAsShown(client, store, changed)) complain(problem)
      for (const id of changed.keys()) if (isSettled(id)) asSeen.set(id, await storedNow(id))
    },

    /** The same of what was just taken back or undone, where nothing is left to be sent and nobody else has been there since. */
    async stillShowing(ecwidIds: readonly number[]): Promise<void> {
      for (const id of ecwidIds.flatMap((ecwidId) => ofEcwid(ecwidId) ?? [])) {
        if (!isSettled(id) || asSeen.get(id) !== (await storedNow(id))) continue
        for (const problem of await notAsShown(client, store, new Map([[id, undefined]]))) complain(problem)
      }
    },

    /** The person knows the store's value now, and decides for their own: if it is again what it was before that, others did it. */
    decideMine(change: ChangeRecord, ecwidId: number): void {
      const name = `${ecwidId} ${change.field}`
      if (seen.has(name)) seen.set(name, new Set([change.theirs, ...(own.get(name) ?? [])]))
      client.session.changes.resolve([change.id], { take: 'mine' })
    },
    hasSeen: (ecwidId: number, field: string, value: unknown): boolean =>
      seen.get(`${ecwidId} ${field}`)?.has(value) ?? false,

    /** The program ends with its last request on the wire, which arrives all the same. */
    async crashAfter(requests: number): Promise<void> {
      await Promise.race([connect(requests), client.settled()])
      line = null
      await client.crash()
    },

    /** The line is there for so many requests while `work` runs. Nothing is on the wire any more when it returns. */
    async online(requests: number, work: () => Promise<unknown>): Promise<void> {
      const cut = connect(requests)
      const done = Promise.race([work(), cut]).then(() => client.quiet())
      await endsWithin(4000, done, () => `It hangs with ${openOf(client)}`)
      line = null
    },
  }
}

function openOf({ catalogue, session }: SyncedClient): string {
  return JSON.stringify({ summary: session.summary(), open: catalogue.changes.allOpen(100) }, null, 1)
}
