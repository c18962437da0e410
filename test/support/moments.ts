import { openSyncedStore } from './synced-store'

/** The moments in the life of a change at which a person may act. */
export const moments = [
  'before the read',
  'during the read',
  'between read and write',
  'while it is on the wire',
  'when the answer was lost',
  'after the answer, before the news',
  'after it was confirmed',
] as const
export type Moment = (typeof moments)[number]

/** A store whose next change of a product meets `act` at a moment. Reads and writes that do not concern the product pass. */
export async function openAtMoment() {
  let concerns: RegExp | null = null
  let waiting: { moment: Moment; run: () => void } | null = null
  let wasRead = false

  function meet(moment: Moment): void {
    if (waiting?.moment !== moment) return
    const { run } = waiting
    waiting = null
    run()
  }

  const synced = await openSyncedStore(
    { products: 200 },
    {
      isRefused(method, url) {
        if (!concerns?.test(url)) return false
        if (method === 'GET') meet('before the read')
        // The claim comes right before the write: this one is on its way.
        else meet('while it is on the wire')
        return false
      },
      async onAnswer(method, url) {
        if (!concerns?.test(url)) return
        if (method === 'GET') {
          wasRead = true
          meet('during the read')
          if (waiting?.moment === 'between read and write') queueMicrotask(() => meet('between read and write'))
        } else meet('after the answer, before the news')
      },
    },
  )

  return {
    synced,
    /** Does `start`, and `act` at its moment; resolves when all is settled: whether that moment came. */
    async play(ecwidId: number, moment: Moment, start: () => void, act: () => void): Promise<boolean> {
      concerns = new RegExp(`/products/${ecwidId}(\\D|$)`)
      wasRead = false
      if (moment === 'when the answer was lost') {
        const match = { path: `/products/${ecwidId}(\\D|$)` }
        for (const method of ['PUT', 'POST', 'DELETE']) {
          await synced.control('POST', '/faults', { kind: 'drop-after', match: { ...match, method } })
        }
      }
      start()
      if (moment === 'when the answer was lost') {
        await synced.until(() => synced.catalogue.changes.allOpen(20).some(({ state }) => state === 'unknown'))
        await synced.control('DELETE', '/faults')
        act()
      } else if (moment === 'after it was confirmed') {
        await synced.settled()
        act()
      } else waiting = { moment, run: act }
      await synced.settled()
      concerns = null
      const isMet = waiting === null
      waiting = null
      // A gallery upload is not preceded by a read of its product.
      if (!isMet && wasRead) throw new Error(`It was never ${moment}`)
      return isMet
    },
  }
}
export type AtMoment = Awaited<ReturnType<typeof openAtMoment>>
