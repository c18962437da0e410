import { expect, test } from '@playwright/test'
import { matchFile } from '../../electron/pictures/matching/match-file'
import { createMatchIndex } from '../../electron/pictures/matching/match-index'
import { report } from '../support/bench-table'

const productCount = 100_000
const fileCount = 50_000
const colours = ['black', 'blue', 'navy', 'red', 'green', 'white', 'sand', 'grey', 'olive', 'plum']
const things = ['Beaker', 'Plate', 'Apron', 'Basket', 'Blanket', 'Holder', 'Coaster', 'Doormat', 'Hook', 'Tin', 'Lamp']

const skuOf = (n: number) => `${'ABCDEFGH'[n % 8]}${n % 97}-${n}`
const nameOf = (n: number) => `${colours[n % 10]} ${things[n % 11]} model ${n % 5000} series ${n % 13}`

function nameOfFile(n: number): { name: string; folders: string[] } {
  const product = (n * 7919) % productCount
  switch (n % 6) {
    case 0:
      return { name: `${skuOf(product)}.jpg`, folders: [] }
    case 1:
      return { name: `${skuOf(product)}_${1 + (n % 9)}.jpg`, folders: ['shop'] }
    case 2:
      return { name: 'front.jpg', folders: ['shop', skuOf(product)] }
    case 3:
      return { name: `${nameOf(product)} (2).jpg`, folders: [] }
    case 4:
      return { name: `IMG_${n}.jpg`, folders: ['camera'] }
    default:
      return { name: `something ${things[n % 11]} of a kind ${n}.jpg`, folders: [] }
  }
}

test('matches 50,000 names with 100,000 products', () => {
  const yardstickStart = performance.now()
  const bare = new Map<string, number>()
  for (let n = 0; n < productCount; n++) bare.set(skuOf(n).toLowerCase(), n)
  let found = 0
  for (let n = 0; n < fileCount; n++) if (bare.has(nameOfFile(n).name.toLowerCase().replace('.jpg', ''))) found++
  const yardstick = performance.now() - yardstickStart

  const indexStart = performance.now()
  const index = createMatchIndex()
  for (let n = 0; n < productCount; n++) {
    const variationSkus = n % 4 === 0 ? [`${skuOf(n)}-S`, `${skuOf(n)}-M`] : []
    index.add({
      productId: n + 1,
      ecwidId: 5e8 + n,
      name: nameOf(n),
      sku: skuOf(n),
      variationSkus,
      upcs: [],
      slugs: [],
      fileNames: [],
    })
  }
  const indexed = performance.now() - indexStart

  const matchStart = performance.now()
  const counts = { confident: 0, doubtful: 0, none: 0 }
  for (let n = 0; n < fileCount; n++) {
    counts[matchFile({ index, optionWords: () => new Set() }, nameOfFile(n)).confidence]++
  }
  const matched = performance.now() - matchStart
  const bareMap = { name: 'exact names in a bare map', value: yardstick }
  report({
    name: `index of ${productCount} products`,
    value: indexed,
    yardstick: bareMap,
    unit: 'ms',
    goal: { ratioAtMost: 25 },
  })
  report({
    name: `match of ${fileCount} names`,
    value: matched,
    yardstick: bareMap,
    unit: 'ms',
    goal: { ratioAtMost: 25 },
  })
  expect(counts.confident).toBeGreaterThanOrEqual(found)
  expect(counts.none + counts.doubtful).toBeGreaterThan(0)
})
