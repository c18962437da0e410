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

it('a row that names none, or one that stands elsewhere, is left out with its reason', async () => {
  const matched = await table.imported(
    table.csv(
      header,
      category('8,Garden / Cups,false,,20,,'),
      category(',,true,,,,'),
      category(',Garden,perhaps,,,,'),
      category(',Attic,true,,,,'),
      category(',attic,true,,,,'),
      category('8,kitchen / cups,true,,,,'),
      category('8,kitchen / cups,false,<p>China</p>,,,'),
    ),
    { makesCategories: true },
  )
  expect(whys(matched)).toEqual([
    '2: The category with this number is Kitchen / Cups here. A table moves and renames no category.',
    '3: The row names no category.',
    '4: “perhaps” cannot be read, so the category is not made.',
    '6: Row 5 is about the same category.',
    '8: Row 7 is about the same category.',
  ])
  expect(table.bulk.current()?.newCategories.map(({ name }) => name)).toEqual(['Attic'])
})

/** What the review lists: of what, its field, then and now. */
const reviewed = () =>
  table.bulk.rows().map(({ productName, before, after, standing, warnings }) => {
    const [was, is] = [before, after].map((side) => Object(side ?? {}).value as unknown)
    return [productName, String(Object(after ?? {}).field), was ?? null, is, standing, ...warnings]
  })

it('what its row says else of a category that is there is reviewed, sent and undone with the products', async () => {
  table.mugs.put(1, { sku: 'MUG-1', name: 'Mug' })
  const matched = await table.imported(
    table.csv(
      header,
      category('7,Kitchen,false,<p>Pans</p>,10,,'),
      category('8,Kitchen / Cups,no idea,,30,https://p/c.jpg,A cup'),
      'product,,MUG-1,A mug,,,,,,,,',
    ),
  )
  expect([matched.products, matched.categories, matched.unmatched]).toEqual([1, 2, 0])
  expect(reviewed()).toEqual([
    ['Kitchen', 'enabled', true, false, 'in', 'becomes-hidden'],
    ['Kitchen', 'description', '<p>Pots</p>', '<p>Pans</p>', 'in'],
    ['Kitchen / Cups', 'enabled', null, 'no idea', 'refused'],
    ['Kitchen / Cups', 'orderBy', 20, 30, 'in'],
    ['Kitchen / Cups', 'image', { url: 'https://p/c.jpg', alt: 'Cup' }, { alt: 'A cup' }, 'in'],
    ['Mug', 'undefined', null, undefined, 'in'],
  ])
  const { id, changeSetId } = await table.bulk.applied()
  expect(called('Kitchen')).toMatchObject({
    enabled: false,
    description: '<p>Pans</p>',
    seoTitle: 'All for the kitchen',
  })
  expect(called('Cups')).toMatchObject({
    enabled: false,
    orderBy: 30,
    alt: { main: 'A cup' },
    imageUrl: 'https://p/c.jpg',
  })

  await table.rowsOf(matched.tableId, 'all')
  expect(table.saved().map(([result, reason]) => [result, reason])).toEqual([
    ['Stockroom result', 'Stockroom reason'],
    ['Waiting', ''],
    ['Refused in part', 'The category: Write Yes or No.'],
    ['Waiting', ''],
  ])
  table.bulk.discard(id)
  await table.bulk.untilStill()
  await table.rowsOf(matched.tableId, 'failed')
  expect(table.saved().map(([result]) => result)).toEqual(['Stockroom result', 'Refused in part'])
  await table.mugs.changes.revertInParts(changeSetId ?? 0)
  expect(called('Kitchen')).toMatchObject({ description: '<p>Pots</p>' })
  expect(called('Kitchen')).not.toHaveProperty('enabled', false)
  expect(called('Cups')).toMatchObject({ orderBy: 20, alt: { main: 'Cup' } })
})

it('what is left out of it in the review is not written', async () => {
  await table.imported(table.csv(header, category('7,Kitchen,false,<p>Pans</p>,10,,')))
  const [enabled] = table.bulk.rows()
  table.bulk.leaveOut(table.bulk.current()?.id ?? 0, { ids: [enabled?.id ?? 0] }, true)
  await table.bulk.applied()
  expect(called('Kitchen')).toMatchObject({ description: '<p>Pans</p>' })
  expect(called('Kitchen')).not.toHaveProperty('enabled', false)
})

it('the picture of a category stays until it is said that pictures are replaced', async () => {
  const file = table.csv(
    header,
    category('8,Kitchen / Cups,,,,https://p.example/new.jpg,'),
    category('7,Kitchen,,,,pot.jpg,'),
  )
  await table.imported(file)
  expect(table.bulk.rows().map(({ standing, reason }) => [standing, reason])).toEqual([
    ['refused', 'The category has a picture already. Choose that pictures are replaced, and this one takes its place.'],
    ['refused', 'This is no address of a picture on the web. It begins with https://.'],
  ])
  await table.imported(file, { replacesPictures: true })
  expect(reviewed()[0]).toEqual([
    'Kitchen / Cups',
    'image',
    { url: 'https://p/c.jpg', alt: 'Cup' },
    { url: 'https://p.example/new.jpg' },
    'in',
    'picture-goes',
  ])
  await table.bulk.applied()
  expect(called('Cups')).toMatchObject({ imageUrl: 'https://p.example/new.jpg', alt: { main: 'Cup' } })
})

it('a table of categories without a column for products or for kinds of rows is understood', async () => {
  const file = table.csv('category_path,category_is_available', 'Kitchen,false', 'Garden,true')
  const matched = await table.imported(file, { makesCategories: true })
  expect([matched.unmatched, matched.categories, matched.newCategories.both]).toEqual([0, 1, ['Garden']])
  expect(reviewed()).toEqual([['Kitchen', 'enabled', true, false, 'in', 'becomes-hidden']])
})

it('so is one with a column that calls each row a category, by their numbers alone', async () => {
  const matched = await table.imported(
    table.csv('type,category_internal_id,category_order_by', 'category,8,70', 'category,7,10'),
  )
  expect([matched.unmatched, matched.categories]).toEqual([0, 1])
  expect(reviewed()).toEqual([['Kitchen / Cups', 'orderBy', 20, 70, 'in']])
})

it('where only new ones are asked for, those that are here stay as they are', async () => {
  const matched = await table.imported(
    table.csv(header, category('7,Kitchen,false,,,,'), category(',Attic,true,,,,')),
    {
      what: 'add',
      makesCategories: true,
    },
  )
  expect(table.bulk.current()).toMatchObject({ products: 0, categories: 0 })
  await table.rowsOf(matched.tableId, 'all')
  expect(table.saved()[1]?.slice(0, 2)).toEqual(['Left out', 'It is here already, and only new ones were asked for.'])
})
