import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { imagesOf } from '../../../../electron/changes/pictures'
import { currentProduct } from '../../../../electron/changes/reindex'
import type { Operation } from '../../../../electron/shared/change'
import { growth } from '../../../support/growth'
import { openMugs } from './catalogue-of-mugs'

// Hundreds of changes of one product: what each costs must not grow with how many there are.

const fewer = 60
/** Eight times as many. What each costs may double, in the database. */
const more = 480
const longest = (more / fewer) * 2

let mugs: ReturnType<typeof openMugs>
beforeEach(() => (mugs = openMugs()))
afterEach(() => mugs.close())

const addressOf = (n: number) => `https://img.example/${n}.jpg`
const addressesOf = (count: number) => Array.from({ length: count }, (_, n) => addressOf(n))
const withPictures = (count: number) => ({
  media: { images: addressesOf(count).map((imageOriginalUrl, n) => ({ id: `${n}`, imageOriginalUrl, orderBy: n })) },
})
const withVariations = (count: number) => ({
  combinations: Array.from({ length: count }, (_, n) => ({ id: n + 1, originalImageUrl: addressOf(n) })),
})

const describing = (count: number, productId: number): Operation[] =>
  addressesOf(count).map((picture) => ({ kind: 'picture.alt', productId, picture, alt: `About ${picture}` }))
const removing = (count: number, productId: number): Operation[] =>
  addressesOf(count).map((picture) => ({ kind: 'picture.remove', productId, picture }))
const adding = (count: number, productId: number): Operation[] =>
  addressesOf(count).map((url) => {
    const picture = { source: { url }, role: 'gallery', fileName: '', alt: '' } as const
    return { kind: 'picture.add', productId, ...picture }
  })
const emptying = (count: number, productId: number): Operation[] =>
  Array.from({ length: count }, (_, n) => {
    const none = { source: null, fileName: '' } as const
    return { kind: 'picture.variation', productId, variationId: n + 1, ...none }
  })
const sized = (n: number) => [{ name: 'Size', value: `${n}` }]
const many = <One>(count: number, each: (n: number) => One) => Array.from({ length: count }, (_, n) => each(n))

const shown = (productId: number) =>
  imagesOf(currentProduct(mugs.catalogue, productId)!).map((each) => each.imageOriginalUrl)

let made = 100
async function expectEven(start: (count: number) => number, run: (productId: number, count: number) => void) {
  const whole = (count: number) => () => run(start(count), count)
  whole(fewer)()
  const grown = await growth({ small: whole(fewer), large: whole(more), limit: longest, rounds: 3 })
  expect(grown).toBeLessThan(longest)
}

describe.each([
  ['alt texts', withPictures, describing],
  ['removals', withPictures, removing],
  ['new pictures', () => ({}), adding],
  ['pictures of variations', withVariations, emptying],
])('hundreds of %s', (_name, fieldsOf, operationsOf) => {
  const product = (count: number) => mugs.put((made += 1), fieldsOf(count))

  it('are planned, taken back and done again in a time that grows with their number alone', () => {
    return expectEven(product, (productId, count) => {
      const { changeSetId } = mugs.apply(...operationsOf(count, productId))
      expect(mugs.openOf(productId)).toHaveLength(count)
      const undone = mugs.changes.revert(changeSetId!)
      expect(mugs.openOf(productId)).toEqual([])
      mugs.changes.redo({ setId: changeSetId!, revertSetId: undone.changeSetId })
      expect(mugs.openOf(productId)).toHaveLength(count)
    })
  })
})

it('hundreds of variations in the place of others wait for these, and are edited, in such a time', () => {
  const combinations = (count: number) => many(count, (n) => ({ id: n + 1, options: sized(n) }))
  return expectEven(
    (count) => {
      const productId = mugs.put((made += 1), { combinations: combinations(count) })
      mugs.apply(...many(count, (n): Operation => ({ kind: 'variation.remove', productId, variationId: n + 1 })))
      mugs.apply(
        ...many(count, (n): Operation => ({ kind: 'variation.add', productId, options: sized(n), fields: {} })),
      )
      return productId
    },
    (productId, count) => {
      mugs.apply({ kind: 'update', productId, fields: { name: `Anew ${(made += 1)}` } })
      expect(mugs.openOf(productId).filter(({ waitsFor }) => waitsFor !== null)).toHaveLength(count)
    },
  )
})

it('hundreds of removals that were sent go back in such a time, and all are where they were', () => {
  return expectEven(
    (count) => mugs.put((made += 1), withPictures(count)),
    (productId, count) => {
      const { changeSetId } = mugs.apply(...removing(count, productId))
      mugs.catalogue.transaction(() => mugs.sendAll(productId, { media: { images: [] }, updateTimestamp: 101 }))
      mugs.changes.revert(changeSetId!)
      expect(mugs.openOf(productId)).toHaveLength(count + 1)
      const adds = mugs.openOf(productId).filter(({ verb }) => verb === 'add')
      const local = new Map(
        adds.map(({ id, after }) => [`local:${id}`, (after as { source: { url: string } }).source.url]),
      )
      expect(shown(productId).map((key) => local.get(key ?? ''))).toEqual(addressesOf(count))
    },
  )
})

it('what was removed together among others stands where it stood', () => {
  const productId = mugs.put(1, withPictures(5))
  const { changeSetId } = mugs.apply(...removing(4, productId).filter((_, n) => n !== 1))
  expect(shown(productId)).toEqual([addressOf(1), addressOf(4)])
  mugs.changes.revert(changeSetId!)
  expect(shown(productId)).toEqual(addressesOf(5))
})
