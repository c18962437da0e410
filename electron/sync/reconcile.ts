import { pageLimit } from '../ecwid/pages'
import type { StoreProduct } from '../ecwid/store-product'
import { together, type Unread } from '../ecwid/unread'
import { AppError } from '../shared/errors'
import type { PullParts } from './pull-delta'
import { noteUnread, setAsideIn } from './set-aside'
import { isStub, takeInFresh, takeOut } from './take-in'

/**
 * Compares ids and update times of the whole store with the local copy: heals what a delta cannot know. Bodies only where
 * needed. Returns when it began by the store's clock, UNIX ms.
 */
export async function reconcile(parts: PullParts): Promise<number | null> {
  const { catalogue, now, writes, onChanged } = parts
  const { versions, unread, startedAt } = await listVersions(parts)
  const known = catalogue.products.remoteVersions()
  const stale = [...versions].flatMap(([id, at]) => ((known.get(id)?.updateTimestamp ?? -1) < at ? [id] : []))
  // A search may not list the newest products yet: what it does not name is asked for by id before it is believed gone.
  const named = new Set([...versions.keys(), ...unread.ids])
  const setAside = setAsideIn(catalogue)
  const missing = [...new Set([...known.keys(), ...setAside])].filter((id) => !named.has(id))
  const askedAt = now()
  const asked = new Set([...stale, ...unread.ids, ...setAside, ...missing])
  const fresh = await readById(parts, [...asked], missing)
  const readable = fresh.items.filter((product) => !isStub(product))
  onChanged(takeInFresh(catalogue, readable, writes.since(askedAt)))
  const nameless = Math.max(unread.nameless, fresh.unread.nameless) - fresh.named
  noteUnread(catalogue, fresh.unread.ids, Math.max(0, nameless))
  const found = new Set([...readable.map(({ product }) => product.id), ...fresh.unread.ids])
  const gone = missing.filter((id) => !found.has(id))
  onChanged(takeOut(catalogue, gone, now()))
  return startedAt
}

async function listVersions({ ecwid, signal }: PullParts) {
  let startedAt: number | null = null
  const versions = new Map<number, number>()
  const unread: Unread[] = []
  const responseFields = 'total,count,offset,limit,items(id,updateTimestamp)'
  for (let offset = 0; ;) {
    const query = { sortBy: 'ADDED_TIME_ASC', offset, limit: pageLimit, responseFields }
    const page = await ecwid.searchProducts(query, { signal })
    startedAt ??= page.serverTime
    for (const { product } of page.items) versions.set(product.id, product.updateTimestamp ?? 0)
    unread.push(page.unread)
    offset += page.count
    if (page.count < page.limit) return { versions, unread: together(unread), startedAt }
  }
}

/**
 * Products by id. What is not among them is gone, unless something came that has not even an id: then each of those that may
 * be `missing` is asked for alone. `named`: how many got their id that way.
 */
async function readById({ ecwid, signal }: PullParts, ids: number[], missing: readonly number[]) {
  const { items, unread } = await ecwid.getProducts(ids, { signal })
  if (unread.nameless === 0) return { items, unread, named: 0 }
  const found = new Set([...items.map(({ product }) => product.id), ...unread.ids])
  const alone: StoreProduct[] = []
  const unreadAlone: number[] = []
  for (const id of missing.filter((each) => !found.has(each))) {
    const read = await ecwid.getProduct(id, { priority: 'pull', signal }).catch(codeOf)
    if (read === 'store-fault') unreadAlone.push(id)
    else if (read !== 'not-found') alone.push(read)
  }
  return {
    items: [...items, ...alone],
    unread: { ...unread, ids: [...unread.ids, ...unreadAlone] },
    named: alone.length + unreadAlone.length,
  }
}

function codeOf(error: unknown): 'not-found' | 'store-fault' {
  if (error instanceof AppError && (error.code === 'not-found' || error.code === 'store-fault')) return error.code
  throw error
}
