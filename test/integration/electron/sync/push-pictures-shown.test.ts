import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let mug: number
beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  mug = synced.catalogue.search({}, 0, 100).rows.find(({ pictureCount }) => pictureCount > 1)!.id
})
afterEach(() => synced.close())

const pictures = () => synced.session.product(mug).pictures.map(({ key, alt }) => `${key} ${alt}`)

/** Every arrangement a window could have shown while the operation was on its way. */
async function shownWhile(operation: Operation): Promise<string[][]> {
  const shown: string[][] = []
  let isSettled = false
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations: [operation] })
  const settled = synced.settled().then(() => {
    isSettled = true
  })
  while (!isSettled) {
    shown.push(pictures())
    await new Promise((resolve) => setImmediate(resolve))
  }
  await settled
  return [...shown, pictures()]
}

it('a new order, once shown, stays while it is sent', async () => {
  const keys = synced.session.product(mug).pictures.map(({ key }) => key)
  const shown = await shownWhile({ kind: 'picture.order', productId: mug, order: keys.reverse() })
  expect(new Set(shown.map((arrangement) => arrangement.join())).size).toBe(1)
})

it('a picture that was deleted does not come back while that is sent', async () => {
  const { pictures: before } = synced.session.product(mug)
  const shown = await shownWhile({ kind: 'picture.remove', productId: mug, picture: before[1]!.key })
  expect(new Set(shown.map(({ length }) => length))).toEqual(new Set([before.length - 1]))
})

it('an alt text, once shown, stays while it is sent', async () => {
  const key = synced.session.product(mug).pictures[0]!.key
  const shown = await shownWhile({ kind: 'picture.alt', productId: mug, picture: key, alt: 'New words' })
  expect(shown.every(([first]) => first === `${key} New words`)).toBe(true)
})
