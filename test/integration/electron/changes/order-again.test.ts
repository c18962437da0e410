import { afterEach, beforeEach, expect, it } from 'vitest'
import { openMugs } from './catalogue-of-mugs'

// An order of pictures that is taken back or done again moves those that it was about; what has come since keeps its place.

let mugs: ReturnType<typeof openMugs>
let mug: number
const images = (...names: string[]) => ({
  media: { images: names.map((id, orderBy) => ({ id, orderBy, imageOriginalUrl: `https://shop.example/${id}` })) },
})
const order = (...names: string[]) => names.map((id) => `https://shop.example/${id}`)
beforeEach(() => {
  mugs = openMugs()
  mug = mugs.put(1, images('a', 'b', 'c'))
})
afterEach(() => mugs.close())

it('done again, it leaves a picture that has come since where it is', () => {
  const { changeSetId } = mugs.apply({ kind: 'picture.order', productId: mug, order: order('c', 'b', 'a') })
  mugs.changes.revert(changeSetId!)
  mugs.put(1, images('a', 'new', 'b', 'c'))
  mugs.changes.redo({ setId: changeSetId!, revertSetId: null })
  expect(mugs.openOf(mug)).toMatchObject([
    { verb: 'order', before: order('a', 'new', 'b', 'c'), after: order('c', 'new', 'b', 'a') },
  ])
})

it('taken back after it was sent, it leaves it there as well', () => {
  const { changeSetId } = mugs.apply({ kind: 'picture.order', productId: mug, order: order('c', 'b', 'a') })
  mugs.sendAll(mug, images('c', 'new', 'b', 'a'))
  mugs.changes.revert(changeSetId!)
  expect(mugs.openOf(mug)).toMatchObject([
    { verb: 'order', before: order('c', 'new', 'b', 'a'), after: order('a', 'new', 'b', 'c') },
  ])
})
