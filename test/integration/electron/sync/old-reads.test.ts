import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { onTheWeb } from '../../../support/on-the-web'
import { pngBytes } from '../../../support/picture-files'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { createTestClock } from '../../../support/test-clock'

// Several requests follow from one read of a product. What is old by then is the read, however late the first of them was.

type Variation = { id: number; price?: number; options: unknown }

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
/** Called before a picture is copied. */
let onCopy: () => void
/** Called with each answer in hand. */
let onAnswer: (method: string, path: string) => Promise<void>

beforeEach(async () => {
  const clock = createTestClock()
  onCopy = () => {}
  onAnswer = () => Promise.resolve()
  synced = await openSyncedStore(
    {},
    {
      clock,
      limits: { concurrency: 1 },
      onCopy: async () => onCopy(),
      onAnswer: (method, url) => onAnswer(method, new URL(url).pathname),
    },
  )
  await synced.pull()
  const row = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100).rows.find(({ sku }) => sku === 'MUG-01')!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const all = async () => (await synced.remote(mug.ecwidId))['combinations'] as Variation[]
const path = () => `/products/${mug.ecwidId}`

/** The first variation has a picture, which takes its time to be copied; more of it goes by before the next but one has its turn. */
async function slowly(copied: () => void, method: string, operations: (of: readonly Variation[]) => Operation[]) {
  const [first, second, third] = await all()
  await onTheWeb(synced.store, 'POST', `${path()}/combinations/${first!.id}/image`, pngBytes(6, 6) as never)
  await synced.pull()
  onCopy = () => {
    synced.skip(3_000)
    copied()
  }
  onAnswer = async (asked, answered) => {
    if (asked !== method || !answered.includes('/combinations/')) return
    // Another request has the line first, and others act meanwhile.
    onAnswer = async () => {
      onAnswer = () => Promise.resolve()
      synced.skip(8_500)
      for (const each of [second, third])
        await onTheWeb(synced.store, 'PUT', `${path()}/combinations/${each!.id}`, JSON.stringify({ price: 77 })).catch(
          () => null,
        )
    }
    synced.session.pullNow()
    await synced.until(() => !['idle', 'failed'].includes(synced.session.snapshot().sync.phase))
  }
  const label = { code: 'text', text: 'Test' } as const
  synced.session.changes.apply({ source: 'form', label, operations: operations([first!, second!, third!]) })
  await synced.settled()
  return { second: second!.id, third: third!.id }
}

it('a variation that others changed is asked about before it is removed, however long the copies before took', async () => {
  const remove = ({ id }: Variation): Operation => ({ kind: 'variation.remove', productId: mug.id, variationId: id })
  const { second } = await slowly(
    () => {},
    'DELETE',
    ([first, other]) => [remove(first!), remove(other!)],
  )
  expect((await all()).find(({ id }) => id === second)).toMatchObject({ price: 77 })
  expect(synced.session.summary()).toMatchObject({ waiting: 0, sending: 0, conflict: 1 })
})

it('a price of a variation that others changed is asked about, however long before its request the product was read', async () => {
  const set = ({ id }: Variation): Operation => ({
    kind: 'variation.set',
    productId: mug.id,
    variationId: id,
    fields: { price: 55 },
  })
  const { second, third } = await slowly(
    () => {
      throw new Error('No picture')
    },
    'PUT',
    ([first, ...others]) => [
      { kind: 'variation.remove', productId: mug.id, variationId: first!.id },
      ...others.map(set),
    ],
  )
  const prices = (await all()).filter(({ id }) => id === second || id === third).map(({ price }) => price)
  expect(prices).toEqual([77, 77])
  expect(synced.session.summary()).toMatchObject({ waiting: 0, sending: 0, conflict: 1 })
})
