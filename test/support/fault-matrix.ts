import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { imagesOf, pictureKey } from '../../electron/changes/pictures'
import { ownValues } from '../../electron/shared/fields/own-fields'
import { readFields } from '../../electron/shared/fields/product-fields'
import type { Operation } from '../../electron/shared/change'
import { inLanguages, remoteProductSchema } from '../../electron/shared/remote-product'
import { categoriesNamed, categoryFor, type CategoryWrite } from './matrix-categories'
import type { MatrixFault } from './matrix-faults'
import { typeFor, typesNamed, type TypeWrite } from './matrix-types'
import type { MatrixWrite } from './matrix-writes'
import { pngBytes } from './picture-files'
import { comparable, readState, type StoredProduct } from './stored-product'
import { openSyncedStore, type SyncedStore } from './synced-store'

/** One store and one client, on which one kind of write meets every fault, each on a product of its own. */
export type MatrixBench = Awaited<ReturnType<typeof openMatrixBench>>

/** Long enough for a busy machine; the silences of all benches pass side by side. */
const timeoutMs = 3000

export async function openMatrixBench() {
  let refused: { method: string; path: RegExp; after: number } | null = null
  const synced = await openSyncedStore(
    { products: 120 },
    {
      timeoutMs,
      isRefused(method, url) {
        if (!refused || refused.method !== method || !refused.path.test(url)) return false
        refused.after -= 1
        if (refused.after >= 0) return false
        refused = null
        return true
      },
    },
  )
  while ((await synced.pull()).phase === 'failed');
  const link = await linkOf(synced)
  const categories = synced.session.snapshot().categories.map(({ id }) => id)
  let number = 0

  const stage = async () => (await synced.staging.stageBytes('m.png', pngBytes(6, 4, { shade: number }))).hash

  async function arm(fault: MatrixFault, method: string, path: string, after = 0): Promise<void> {
    if (fault.body) await synced.control('POST', '/faults', { ...fault.body, match: { method, path }, after })
    else refused = { method, path: new RegExp(path), after }
  }

  /** Applies, waits for the end, and checks that the fault was met and nobody was asked anything. */
  async function send(fault: MatrixFault, operations: Operation[]): Promise<number[]> {
    const applied = synced.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'Matrix' },
      operations,
    })
    await synced.settled()
    if (fault.stopsEverything) {
      expect(synced.session.summary().blockedBy?.code).toBe('bad-key')
      synced.session.resume()
      await synced.settled()
    }
    const { pending } = (await synced.control('GET', '/faults')) as { pending: number }
    const unmet = pending + (refused ? 1 : 0)
    refused = null
    await synced.control('DELETE', '/faults')
    expect(unmet, 'faults that were not met').toBe(0)
    expect(synced.session.summary()).toMatchObject({ waiting: 0, sending: 0, refused: 0, conflict: 0, blockedBy: null })
    const states = synced.catalogue.changes.ofSet(applied.changeSetId ?? 0).map(({ state }) => state)
    expect(states.every((state) => state === 'sent')).toBe(true)
    return applied.productIds
  }

  return {
    synced,
    /** Products that fit, prepared on the web and read again. */
    async products(write: MatrixWrite, count: number): Promise<{ id: number; ecwidId: number }[]> {
      const rows = synced.catalogue.search({}, 0, 200).rows.filter(write.fits).slice(0, count)
      expect(rows).toHaveLength(count)
      const found = rows.map(({ id, ecwidId }) => ({ id, ecwidId: ecwidId ?? 0 }))
      if (write.prepare) {
        for (const { ecwidId } of found) await write.prepare(synced, ecwidId)
        while ((await synced.pull()).phase === 'failed');
      }
      return found
    },

    async run(write: MatrixWrite, fault: MatrixFault, { id, ecwidId }: { id: number; ecwidId: number }): Promise<void> {
      number += 1
      const before = await stored(synced, ecwidId)
      const { operations, touched, verify } = await write.plan({
        productId: id,
        detail: synced.session.product(id),
        number,
        stage,
        link,
        categories,
      })
      await arm(fault, write.method, write.path(ecwidId), write.after)
      await send(fault, operations)
      const after = await stored(synced, ecwidId)
      verify(after, before)
      expect(without(after, touched), 'what was not written').toEqual(without(before, touched))
      await expectSame(synced, id, ecwidId)
    },

    async create(fault: MatrixFault, withPicture: boolean): Promise<void> {
      number += 1
      const name = `Made ${number}`
      const hash = (await synced.staging.stageBytes('m.png', pngBytes(6, 4, { shade: number }))).hash
      const picture: Operation = {
        kind: 'picture.add',
        productId: null,
        source: { hash },
        role: 'main',
        fileName: 'm.png',
        alt: 'Alt',
      }
      await arm(fault, 'POST', '/products(\\?|$)')
      const fields = { name, sku: `SKU-${number}`, price: 3, unlimited: false, quantity: 5 }
      const [id] = await send(fault, [{ kind: 'create', fields }, ...(withPicture ? [picture] : [])])
      const made = (await readState(synced.store)).products.filter((product) => product.name === name)
      expect(made).toHaveLength(1)
      expect(made[0]).toMatchObject(fields)
      expect(comparable(made[0]!).pictures).toEqual(withPicture ? [{ picture: hash, alt: 'Alt' }] : [])
      await expectSame(synced, id!, made[0]!.id)
    },

    /** On a category of its own. */
    async runOnCategory(write: CategoryWrite, fault: MatrixFault): Promise<void> {
      number += 1
      const name = `Category ${number}`
      const id = await categoryFor(synced, name, write.hasPicture)
      while ((await synced.pull()).phase === 'failed');
      const [before] = await categoriesNamed(synced, name)
      const { operation, verify } = await write.plan({ id, name, number, other: categories[0]!, stage })
      await arm(fault, write.method, write.path(id))
      await send(fault, [operation])
      verify(await categoriesNamed(synced, name), before!)
      expect(synced.session.snapshot().categories.filter((each) => each.name.endsWith(name)).length).toBe(
        (await categoriesNamed(synced, name)).length,
      )
    },

    /** On a product type of its own. */
    async runOnType(write: TypeWrite, fault: MatrixFault): Promise<void> {
      number += 1
      const name = `Type ${number}`
      const type = await typeFor(synced, name)
      while ((await synced.pull()).phase === 'failed');
      const { operation, verify } = write.plan(type)
      await arm(fault, write.method, write.path(type.id))
      await send(fault, [operation])
      const after = await typesNamed(synced, name)
      verify(after)
      const shown = synced.session.snapshot().productTypes.filter((each) => each.name?.endsWith(name))
      expect(shown.map(({ id }) => id).toSorted()).toEqual(after.map(({ id }) => id).toSorted())
    },

    async remove(fault: MatrixFault, { id, ecwidId }: { id: number; ecwidId: number }): Promise<void> {
      await arm(fault, 'DELETE', `/products/${ecwidId}$`)
      await send(fault, [{ kind: 'delete', productId: id }])
      const { products, deleted } = await readState(synced.store)
      expect(products.some((product) => product.id === ecwidId)).toBe(false)
      expect(deleted.filter((each) => each.id === ecwidId)).toHaveLength(1)
      expect(synced.catalogue.products.get(id)).toBeUndefined()
    },
  }
}

/** A picture of the shop that every product may link to. */
async function linkOf(synced: SyncedStore): Promise<{ url: string; sha256: string }> {
  const row = synced.catalogue.search({}, 0, 50).rows.find(({ pictureCount }) => pictureCount > 2)
  const url = synced.session.product(row!.id).pictures[2]!.key
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  return { url, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function stored(synced: SyncedStore, ecwidId: number): Promise<StoredProduct> {
  const { products } = await readState(synced.store)
  const found = products.find(({ id }) => id === ecwidId)
  if (!found) throw new Error(`The store has no product ${ecwidId}`)
  return found
}

function without(product: StoredProduct, touched: readonly string[]) {
  return Object.fromEntries(Object.entries(comparable(product)).filter(([name]) => !touched.includes(name)))
}

const byId = <Known extends { id: number }>(all: Known[]): Known[] => all.toSorted((a, b) => a.id - b.id)

/** The local copy shows what the store has, without a pull. */
export async function expectSame(synced: SyncedStore, id: number, ecwidId: number): Promise<void> {
  const languages = synced.catalogue.languages()
  const remote = inLanguages(remoteProductSchema.parse(await synced.remote(ecwidId)), languages)
  const { fields, pictures, readOnly, state } = synced.session.product(id)
  expect(state).toBe('synced')
  expect(fields).toEqual(readFields(remote))
  const shown = pictures.map((picture) => ({ key: picture.key, alt: picture.alt }))
  expect(shown).toEqual(imagesOf(remote).map((image) => ({ key: pictureKey(image), alt: image.alt?.main ?? '' })))
  const stored = (remote.combinations ?? []).map((each) => ({
    id: each.id,
    thumbnail: each.thumbnailUrl ?? null,
    own: ownValues(each, remote),
  }))
  // The screen has them in the order of their choices.
  const variations = readOnly.variations.map(({ id, thumbnail, own }) => ({ id, thumbnail, own }))
  expect(byId(variations)).toEqual(byId(stored))
}
