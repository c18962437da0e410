import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect } from 'vitest'
import type { Operation } from '../../electron/shared/change'
import type { ProductRow } from '../../electron/shared/product-query'
import { pngBytes } from './picture-files'
import { pictureOf, readState } from './stored-product'
import { openSyncedStore, type SyncedStore } from './synced-store'
import { createTestClock } from './test-clock'

type Options = {
  /** How many pictures it has at the start. */
  has: (pictures: number) => boolean
  /** Told of each request before it leaves. */
  onRequest?: (method: string, url: string) => void
  /** Time passes by its clock alone: so many pictures that a busy machine would let what was read grow old. */
  isAlone?: boolean
}

/**
 * For each test of a file: a store, its synced client, and one product of it, without variations, whose pictures are worked on.
 * Everything here is about that product.
 */
export function aMugWithPictures({ has, onRequest, isAlone = false }: Options) {
  const mug = { id: 0, ecwidId: 0 }
  let synced: SyncedStore
  let isOffline = false
  let shade = 0

  const fits = ({ pictureCount, variationCount }: ProductRow) => variationCount === 0 && has(pictureCount)
  beforeEach(async () => {
    isOffline = false
    const isRefused = (method: string, url: string) => {
      onRequest?.(method, url)
      return isOffline
    }
    synced = await openSyncedStore({}, { isRefused, clock: createTestClock({ isAlone }) })
    await synced.pull()
    const row = synced.catalogue.search({}, 0, 100).rows.find(fits)!
    Object.assign(mug, { id: row.id, ecwidId: row.ecwidId! })
  })
  afterEach(() => synced.close())

  const pictures = () => synced.session.product(mug.id).pictures
  const images = async () => {
    const { products } = await readState(synced.store)
    return products.find(({ id }) => id === mug.ecwidId)!.media.images
  }
  return {
    mug,
    /** Its store and client; a new one for each test. */
    get synced() {
      return synced
    },
    goOffline: () => void (isOffline = true),
    goOnline: () => void (isOffline = false),
    /** As the person sees them. */
    pictures,
    keys: () => pictures().map(({ key }) => key),
    /** As the store has them. */
    images,
    stored: async () => (await images()).map(pictureOf),
    /** Changes that are not settled. */
    open: () => synced.catalogue.changes.openOf('product', mug.id),
    apply: (...operations: Operation[]) =>
      synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations }),
    /** A new picture on this device: its hash. */
    stage: async (): Promise<string> => {
      const bytes = pngBytes(9, 9, { shade: ++shade })
      const { hash } = await synced.staging.stageBytes('p.png', bytes)
      expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
      return hash
    },
    toAdd: (hash: string, role: 'main' | 'gallery' = 'gallery'): Operation => ({
      kind: 'picture.add',
      productId: mug.id,
      source: { hash },
      role,
      fileName: 'p.png',
      alt: '',
    }),
  }
}
