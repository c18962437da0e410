import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { pictureOf, readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Sending reads the product first. What its owner takes back or holds during that read was answered with "done", so it must
// not go out afterwards.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
/** Called once with the answer to the next matching request in hand, before the push sees it. */
let then: { method: string; path: RegExp; run: () => void | Promise<void> } | null = null
let offline = false

beforeEach(async () => {
  then = null
  offline = false
  synced = await openSyncedStore(
    {},
    {
      isRefused: () => offline,
      async onAnswer(method, url) {
        if (!then || then.method !== method || !then.path.test(url)) return
        const { run } = then
        then = null
        await run()
      },
    },
  )
  await synced.pull()
  const row = synced.catalogue.search({ inStock: true, sort: 'NAME_ASC' }, 0, 100).rows.find((each) => {
    return each.quantity !== null && each.pictureCount > 2 && each.variationCount === 0
  })!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const detail = () => synced.session.product(mug.id)
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const update = (fields: object) => apply({ kind: 'update', productId: mug.id, fields })
const product = async () => (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)
const pictures = async () => (await product())!.media.images.map(pictureOf)
const stateOf = (setId: number | null) => synced.catalogue.changes.ofSet(setId!).map(({ state }) => state)
const whenRead = (run: () => void | Promise<void>) =>
  (then = { method: 'GET', path: new RegExp(`/products/${mug.ecwidId}(\\?|$)`), run })

/** Takes the set back in the middle of the read; true when the person was told that this worked. */
function takenBackWhileRead(start: () => { changeSetId: number | null }) {
  let told = false
  let setId: number | null = null
  const done = new Promise<void>((resolve) => {
    whenRead(() => {
      try {
        synced.session.changes.revert(setId!)
        told = true
      } catch {
        told = false
      }
      resolve()
    })
  })
  setId = start().changeSetId
  return done.then(async () => {
    await synced.settled()
    return { told, states: stateOf(setId) }
  })
}

describe('taken back while the product is being read', () => {
  it('an edited field', async () => {
    const { price } = detail().fields
    const { told, states } = await takenBackWhileRead(() => update({ price: price + 7 }))
    expect({ told, states, price: (await product())!.price }).toEqual({ told: true, states: ['taken-back'], price })
  })

  it('a stock difference', async () => {
    const { quantity } = detail().fields
    const { told, states } = await takenBackWhileRead(() => update({ quantity: quantity + 5 }))
    expect({ told, states, quantity: (await product())!.quantity }).toEqual({
      told: true,
      states: ['taken-back'],
      quantity,
    })
  })

  it('a delete whose rest is over', async () => {
    const { told, states } = await takenBackWhileRead(() => apply({ kind: 'delete', productId: mug.id }))
    expect({ told, states, isThere: (await product()) !== undefined }).toEqual({
      told: true,
      states: ['taken-back'],
      isThere: true,
    })
  })

  it('an order of pictures', async () => {
    const before = await pictures()
    const order = detail()
      .pictures.map(({ key }) => key)
      .reverse()
    const { told, states } = await takenBackWhileRead(() => apply({ kind: 'picture.order', productId: mug.id, order }))
    expect({ told, states, pictures: await pictures() }).toEqual({
      told: true,
      states: ['taken-back'],
      pictures: before,
    })
  })

  it('the removal of a picture', async () => {
    const before = await pictures()
    const { told, states } = await takenBackWhileRead(() =>
      apply({ kind: 'picture.remove', productId: mug.id, picture: detail().pictures[1]!.key }),
    )
    expect({ told, states, pictures: await pictures() }).toEqual({
      told: true,
      states: ['taken-back'],
      pictures: before,
    })
  })
})

describe('held while the product is being read', () => {
  it('an edited field stays back', async () => {
    const { price } = detail().fields
    let setId: number | null = null
    const held = new Promise<void>((resolve) => {
      whenRead(() => {
        synced.session.changes.hold(setId!, true)
        resolve()
      })
    })
    setId = update({ price: price + 7 }).changeSetId
    await held
    await synced.settled()
    expect({ states: stateOf(setId), price: (await product())!.price }).toEqual({ states: ['held'], price })
  })

  it('the whole queue, during a folder of uploads of one product', async () => {
    const before = (await pictures()).length
    const hashes = await Promise.all(
      [1, 2, 3, 4].map(async (shade) => (await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade }))).hash),
    )
    const held = new Promise<void>((resolve) => {
      then = {
        method: 'POST',
        path: /gallery/,
        run() {
          synced.session.changes.holdAll(true)
          resolve()
        },
      }
    })
    apply(
      ...hashes.map((hash): Operation => ({
        kind: 'picture.add',
        productId: mug.id,
        source: { hash },
        role: 'gallery',
        fileName: 'p.png',
        alt: '',
      })),
    )
    await held
    await synced.settled()
    // The one that was on the wire, and nothing else.
    expect((await pictures()).length - before).toBe(1)
  })
})

it('closing the store sends what is on the wire, not the rest of a folder', async () => {
  const before = (await pictures()).length
  const hashes = await Promise.all(
    [1, 2, 3, 4].map(async (shade) => (await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade }))).hash),
  )
  const closed = new Promise<void>((resolve) => {
    then = { method: 'POST', path: /gallery/, run: () => void synced.session.close().then(resolve) }
  })
  apply(
    ...hashes.map((hash): Operation => ({
      kind: 'picture.add',
      productId: mug.id,
      source: { hash },
      role: 'gallery',
      fileName: 'p.png',
      alt: '',
    })),
  )
  await closed
  expect((await pictures()).length - before).toBe(1)
})

describe('typed while the product is being read', () => {
  /** Does it in the middle of the read that the first one begins, and waits for the end. */
  async function whileRead(start: () => { changeSetId: number | null }, typeAnew: () => void): Promise<void> {
    const typed = new Promise<void>((resolve, reject) => {
      whenRead(() => {
        try {
          typeAnew()
          resolve()
        } catch (error) {
          reject(error as Error)
        }
      })
    })
    start()
    await typed
    await synced.settled()
  }
  const nothingLeft = { waiting: 0, sending: 0, refused: 0, conflict: 0 }

  it('a price is the last one that was typed', async () => {
    const { price } = detail().fields
    await whileRead(
      () => update({ price: price + 7 }),
      () => update({ price: price + 9 }),
    )
    expect([(await product())!.price, detail().fields.price]).toEqual([price + 9, price + 9])
    expect(synced.session.summary()).toMatchObject(nothingLeft)
  })

  it('a price that is typed back is as it was', async () => {
    const { price } = detail().fields
    await whileRead(
      () => update({ price: price + 7 }),
      () => update({ price }),
    )
    expect([(await product())!.price, detail().fields.price]).toEqual([price, price])
    expect(synced.session.summary()).toMatchObject(nothingLeft)
  })

  it('an order of pictures is the last one that was made', async () => {
    const [main, second, third, ...rest] = detail().pictures.map(({ key }) => key)
    const keys = [main!, second!, third!, ...rest]
    const before = new Map((await pictures()).map((name, at) => [keys[at]!, name]))
    const last = [third!, main!, second!, ...rest]
    await whileRead(
      () => apply({ kind: 'picture.order', productId: mug.id, order: [second!, third!, main!, ...rest] }),
      () => apply({ kind: 'picture.order', productId: mug.id, order: last }),
    )
    expect(await pictures()).toEqual(last.map((key) => before.get(key)))
    expect(synced.session.summary()).toMatchObject(nothingLeft)
  })

  it('a delete that is taken back and made anew goes once, after a rest of its own', async () => {
    let again: number | null = null
    const { changeSetId } = apply({ kind: 'delete', productId: mug.id })
    await whileRead(
      () => ({ changeSetId }),
      () => {
        synced.session.changes.revert(changeSetId!)
        again = apply({ kind: 'delete', productId: mug.id }).changeSetId
      },
    )
    expect([stateOf(changeSetId), stateOf(again)]).toEqual([['taken-back'], ['sent']])
    expect(await product()).toBeUndefined()
    expect(synced.session.summary()).toMatchObject(nothingLeft)
  })

  it('a later stock edit whose earlier one was taken back goes alone', async () => {
    const { quantity } = detail().fields
    offline = true
    const first = update({ quantity: quantity + 5 })
    update({ quantity: quantity + 8 })
    const dropped = new Promise<void>((resolve) => {
      whenRead(() => {
        synced.session.changes.takeBack(synced.catalogue.changes.ofSet(first.changeSetId!).map(({ id }) => id))
        resolve()
      })
    })
    offline = false
    synced.session.resume()
    await dropped
    await synced.settled()
    // +5 was taken back, +3 stays.
    expect((await product())!.quantity).toBe(quantity + 3)
  })
})
