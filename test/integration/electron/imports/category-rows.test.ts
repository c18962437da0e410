import { afterEach, beforeEach, expect, it } from 'vitest'
import { seeShelf, shelfNamed } from '../../../../electron/changes/shelves'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import type { ImportMatched } from '../../../../electron/shared/import'
import { openExports } from '../../../support/an-export'
import { categoriesAre } from '../../../support/shelves'
import { openImports, type OpenImports } from './an-import'
import { wordsOfMugs } from './full-mug'

let table: OpenImports
let known: { words: StoreWords }
beforeEach(() => {
  known = { words: wordsOfMugs }
  table = openImports(known)
  const kitchen = { id: 7, name: 'Kitchen', orderBy: 10, description: '<p>Pots</p>', seoTitle: 'All for the kitchen' }
  categoriesAre(table.mugs.catalogue, [
    kitchen,
    {
      id: 8,
      parentId: 7,
      name: 'Cups',
      enabled: false,
      orderBy: 20,
      imageUrl: 'https://p/c.jpg',
      alt: { main: 'Cup' },
    },
  ])
  known.words = { ...wordsOfMugs, categories: table.mugs.catalogue.categories.list() }
})
afterEach(() => table.close())

const whys = ({ first }: ImportMatched) => first.map(({ row, why }) => `${row}: ${why}`)
const header =
  'type,product_internal_id,product_sku,product_name,product_category_1,category_internal_id,category_path,category_is_available,category_description,category_order_by,category_image,category_image_alt'
const category = (cells: string) => `category,,,,,${cells}`
const names = () => table.mugs.catalogue.categories.list().map(({ name }) => name)
/** As its owner sees it now. */
function called(name: string) {
  const found = table.mugs.catalogue.categories.list().find((each) => each.name === name)
  return seeShelf(table.mugs.catalogue, shelfNamed(table.mugs.catalogue, 'category', found?.id ?? 0))?.current
}

it('categories that come back as they were exported are no news', async () => {
  table.mugs.put(1, { categoryIds: [8] })
  const exports = openExports({ catalogue: table.mugs.catalogue, words: () => known.words })
  await exports.written('catalog.csv', { format: 'ecwid', withCategories: true })
  const matched = await table.imported(exports.fileOf('catalog.csv'), { makesCategories: true })
  await exports.close()
  expect([matched.rows, matched.unmatched, matched.newCategories.both]).toEqual([3, 0, []])
  expect(table.bulk.current()).toMatchObject({ products: 0, refused: 0, newCategories: [] })
})

it('those that are not there are made with what their rows say, in whatever order, and go again with an undo', async () => {
  const before = names()
  const lines = [
    category('91,Garden / Pots,false,<p>Clay</p>,30,https://p.example/pot.jpg,A pot'),
    category('90,Garden,true,,20,,'),
    category('92,Kitchen / Jars,,,,,'),
    'product,5,NEW-1,Pot,Garden / Pots,,,,,,,',
  ]
  const matched = await table.imported(table.csv(header, ...lines), { makesCategories: true })
  expect([whys(matched), matched.newCategories.add]).toEqual([[], ['Garden', 'Garden / Pots', 'Kitchen / Jars']])
  const { changeSetId } = await table.bulk.applied()
  expect(names()).toEqual(expect.arrayContaining(['Garden', 'Pots', 'Jars']))
  expect(called('Garden')).toMatchObject({ orderBy: 20 })
  expect(called('Pots')).toMatchObject({
    enabled: false,
    description: '<p>Clay</p>',
    orderBy: 30,
    parentId: called('Garden')?.id,
    alt: { main: 'A pot' },
  })
  expect(called('Jars')).toMatchObject({ parentId: 7 })

  await table.rowsOf(matched.tableId, 'all')
  expect(table.saved().map(([result]) => result)).toEqual([
    'Stockroom result',
    ...['Waiting', 'Waiting', 'Waiting', 'Waiting'],
  ])
  await table.mugs.changes.revertInParts(changeSetId ?? 0)
  expect(names()).toEqual(before)
})

it('a table of categories alone is one to review, where they are to be made', async () => {
  const file = table.csv(header, category(',Garden,true,,20,,'))
  const unwanted = await table.imported(file)
  expect([unwanted.proposal, unwanted.newCategories.both]).toEqual([null, ['Garden']])
  await table.rowsOf(unwanted.tableId, 'all')
  expect(table.saved()[1]?.slice(0, 2)).toEqual([
    'Left out',
    'There is no such category, and new ones were not asked for.',
  ])
  const { proposal } = await table.imported(file, { makesCategories: true })
  expect(proposal).toMatchObject({ products: 0, newCategories: [{ name: 'Garden', hasRow: true }] })
  await table.bulk.applied()
  expect(called('Garden')).toMatchObject({ orderBy: 20 })
})

it('what a row says else of one that is there is left out, and so is what cannot be, each with its reason', async () => {
  const matched = await table.imported(
    table.csv(
      header,
      category('7,Kitchen,false,<p>Pans</p>,10,,'),
      category('8,Garden / Cups,false,,20,,'),
      category(',,true,,,,'),
      category(',Garden,perhaps,,,,'),
      category(',Attic,true,,,,'),
      category(',attic,true,,,,'),
      category('8,kitchen / cups,false,,,,'),
    ),
    { makesCategories: true },
  )
  expect(whys(matched)).toEqual([
    '2: Kitchen is here already and differs: enabled, description. A table changes no category that is here; do that on its page.',
    '3: The category with this number is Kitchen / Cups here. A table moves and renames no category.',
    '4: The row names no category.',
    '5: “perhaps” cannot be read, so the category is not made.',
    '7: An earlier row is about the same category.',
  ])
  expect(table.bulk.current()?.newCategories.map(({ name }) => name)).toEqual(['Attic'])
  await table.bulk.applied()
  expect(called('Kitchen')).toMatchObject({ description: '<p>Pots</p>' })
})
