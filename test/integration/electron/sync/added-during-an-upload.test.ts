import { beforeEach, expect, it } from 'vitest'
import { aMugWithPictures } from '../../../support/a-mug-with-pictures'
import { pictureOf } from '../../../support/stored-product'

// While one picture is uploaded, another is dropped on the same product and arranged, described or deleted.

let duringUpload: (() => void) | null = null

const shop = aMugWithPictures({
  has: (pictures) => pictures === 2,
  onRequest(method, url) {
    if (method !== 'POST' || !url.includes('/gallery')) return
    const run = duringUpload
    duringUpload = null
    run?.()
  },
})
const { mug, keys, apply, images, stored, stage, toAdd } = shop
beforeEach(() => void (duringUpload = null))

async function during(run: (second: string) => void): Promise<{ before: string[]; first: string; second: string }> {
  const before = await stored()
  const [first, second] = [await stage(), await stage()]
  const happened = new Promise<void>((resolve) => {
    duringUpload = () => {
      apply(toAdd(second))
      run(keys().at(-1)!)
      resolve()
    }
  })
  apply(toAdd(first))
  await happened
  await shop.synced.settled()
  return { before, first, second }
}

it('made the main picture: it is', async () => {
  const { before, first, second } = await during((key) =>
    apply({ kind: 'picture.order', productId: mug.id, order: [key, ...keys().filter((other) => other !== key)] }),
  )
  expect(await stored()).toEqual([second, ...before, first])
})

it('described: it is', async () => {
  const { second } = await during((picture) => apply({ kind: 'picture.alt', productId: mug.id, picture, alt: 'Words' }))
  expect(shop.synced.session.summary()).toMatchObject({ refused: 0, conflict: 0 })
  const image = (await images()).find((each) => pictureOf(each) === second)
  expect(typeof image?.alt === 'string' ? image.alt : image?.alt?.main).toBe('Words')
})

it('deleted: it stays deleted', async () => {
  const { before, first } = await during((picture) => apply({ kind: 'picture.remove', productId: mug.id, picture }))
  expect(keys()).toHaveLength(3)
  expect(await stored()).toEqual([...before, first])
})
