import { expect, it } from 'vitest'
import { aMugWithPictures } from '../../../support/a-mug-with-pictures'

// What a folder's upload does to a product whose pictures were arranged before, while nothing could be sent.

const shop = aMugWithPictures({ has: (pictures) => pictures === 2 })
const { mug, keys, apply, stored, stage, toAdd, goOffline, goOnline } = shop

it('a new main picture replaces the picture that was made the main one, not the one before', async () => {
  const [x, y] = await stored()
  goOffline()
  apply({ kind: 'picture.order', productId: mug.id, order: keys().reverse() })
  const hash = await stage()
  const { changeSetId } = apply(toAdd(hash, 'main'))
  expect(keys()).toHaveLength(2)
  goOnline()
  shop.synced.session.resume()
  await shop.synced.settled()
  expect.soft(await stored()).toEqual([hash, x])
  // And back.
  shop.synced.session.changes.revert(changeSetId!)
  await shop.synced.settled()
  expect(await stored()).toHaveLength(2)
  expect(await stored()).toContain(x)
  void y
})
