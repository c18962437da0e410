import { afterEach, beforeEach, expect, it } from 'vitest'
import { expectCategories, makeCategories } from '../../../support/made-categories'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// The program ends at every request, one after the other, until it was never ended.

let synced: SyncedStore
let bench: ShelfBench
/** Called with the number of each request, before it leaves; true: it does not reach the store. */
let onRequest: (number: number) => boolean | Promise<boolean>
let onAnswer: (number: number) => void
let requests = 0
let answers = 0

beforeEach(async () => {
  onRequest = () => false
  onAnswer = () => {}
  synced = await openSyncedStore(
    { products: 20 },
    {
      timeoutMs: 3000,
      isRefused: (method, url) => (isOfPush(method, url) ? onRequest(++requests) : false),
      async onAnswer(method, url) {
        if (isOfPush(method, url)) onAnswer(++answers)
      },
    },
  )
  bench = createShelfBench(synced)
  await synced.pull()
  requests = answers = 0
})
afterEach(() => synced.close())

const isOfPush = (method: string, url: string) => method !== 'GET' || /(categories|products|classes)/.test(url)

it.each(['before it left', 'while it is on its way', 'with its answer in hand'] as const)(
  'a category made here is in the store once, with what names it, after the end of the program at any request, %s',
  async (when) => {
    for (let at = 1; ; at += 1) {
      bench.hold(true)
      const all = makeCategories(synced, bench)
      requests = answers = 0
      let isMet = false
      const end = () => {
        isMet = true
        synced.restart()
        // Where nothing is left to do, nothing would be told.
        bench.hold(false)
      }
      onRequest = async (number) => {
        if (when === 'with its answer in hand' || number !== at) return false
        await new Promise(setImmediate)
        end()
        return when === 'before it left'
      }
      onAnswer = (number) => when === 'with its answer in hand' && number === at && end()
      bench.hold(false)
      await synced.settled()
      onRequest = () => false
      onAnswer = () => {}
      await expectCategories(synced, bench, all)
      if (!isMet) break
      // All of it goes again, for the next round.
      bench.file(all.row.id, all.before)
      bench.apply({
        kind: 'delete',
        productId: synced.catalogue.search({ text: 'Made in it' }, 0, 1).rows[0]!.id,
      })
      await synced.settled()
      for (const name of ['Lower', 'Upper']) await bench.theirs('DELETE', (await bench.named(name))[0]!.id)
      await synced.pull()
      expect(bench.shown('Upper')).toEqual([])
    }
  },
  120_000,
)
