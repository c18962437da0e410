import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ecwidPlace } from '../../../../electron/exports/ecwid-order'
import type { ExportAsked } from '../../../../electron/shared/export'
import { ecwidFields } from '../../../../electron/shared/product-table/ecwid-fields'
import { categoriesAre } from '../../../support/shelves'
import { openExports } from '../../../support/an-export'
import { euros } from '../../../support/store-in-euros'
import { fullMug as mug, wordsOfMugs } from '../imports/full-mug'
import { openMugExports, type MugExports } from './mug-exports'

const nowhere = async () => null
const allAsCsv = (): ExportAsked => ({ selection: { query: {}, except: [] }, format: 'csv', decimal: '.' })

let mugs: MugExports['mugs']
let exports: MugExports['exports']
let close: MugExports['close']
beforeEach(() => void ({ mugs, exports, close } = openMugExports()))
afterEach(() => close())

describe('a CSV for a spreadsheet', () => {
  it('has a row for a product and one for each of its variations, with what these have of their own', async () => {
    mugs.put(1, mug)
    expect(await exports.written('all.csv', { format: 'csv' })).toMatchObject({ state: 'written', products: 1 })
    const [product, small, large] = exports.rows('all.csv')
    expect(product).toMatchObject({
      'Product or variation': 'Product',
      'Ecwid ID': '1',
      Name: 'Mug "Blau"; groß',
      SKU: 'M-1',
      Price: '9.5',
      Enabled: 'Yes',
      Categories: 'Kitchen / Cups',
      'Dimensions: Height': '9.5',
      'Attribute: Material': 'Clay',
      'Picture 1': 'https://pictures.example/1.jpg',
    })
    expect(small).toMatchObject({
      'Product or variation': 'Variation',
      'Variation ID': '31',
      SKU: 'M-1-S',
      Price: '8',
      'Option: Size': 'S',
    })
    expect(large).toEqual({
      'Product or variation': 'Variation',
      'Ecwid ID': '1',
      'Variation ID': '32',
      Name: 'Mug "Blau"; groß',
      'Option: Size': 'L',
    })
  })

  it('names the files for buyers of a product, where any has some', async () => {
    mugs.put(1, {
      files: [
        { id: 1, name: 'Plan.pdf' },
        { id: 2, name: 'Care, hints.txt' },
      ],
      combinations: mug.combinations,
    })
    mugs.put(2)
    await exports.written('all.csv', { format: 'csv' })
    expect(exports.rows('all.csv').map((row) => row['Files for buyers'])).toEqual([
      'Plan.pdf | Care, hints.txt',
      ...[undefined, undefined, undefined],
    ])
    mugs.put(1, { files: [] })
    await exports.written('none.csv', { format: 'csv' })
    expect(exports.text('none.csv')).not.toContain('Files for buyers')
  })

  it('has the signs of the spreadsheet that it is for', async () => {
    mugs.put(1, mug)
    await exports.written('german.csv', { format: 'csv', decimal: ',' })
    expect(exports.text('german.csv')).toMatch(/^\ufeff"Product or variation";"Ecwid ID";.*\r\n/)
    expect(exports.rows('german.csv', ';')[0]).toMatchObject({ Price: '9,5', 'Compare-to price': '12' })
  })

  it('has no cell that a spreadsheet would count with', async () => {
    mugs.put(1, { name: '=HYPERLINK("https://bad.example")', price: -5 })
    await exports.written('safe.csv', { format: 'csv' })
    expect(exports.rows('safe.csv')[0]).toMatchObject({ Name: '\'=HYPERLINK("https://bad.example")', Price: '-5' })
  })

  it('says nothing of the number of an unlimited stock, so that it sets none when it comes back', async () => {
    mugs.put(1, { unlimited: true, quantity: undefined })
    await exports.written('all.csv', { format: 'csv' })
    expect(exports.rows('all.csv')[0]).toMatchObject({ 'Unlimited stock': 'Yes' })
    expect(exports.rows('all.csv')[0]).not.toHaveProperty('In stock')
  })

  it('shows products as their owner sees them, with edits that wait', async () => {
    const id = mugs.put(1, mug)
    mugs.apply({ kind: 'update', productId: id, fields: { price: 11 } })
    await exports.written('all.csv', { format: 'csv' })
    expect(exports.rows('all.csv')[0]).toMatchObject({ Price: '11' })
  })

  it('has the products of a selection in its order, and no column in which nothing stands', async () => {
    const ids = [1, 2, 3].map((n) => mugs.put(n))
    await exports.written('some.csv', { format: 'csv', selection: { ids: [ids[2]!, ids[0]!] } })
    expect(exports.rows('some.csv').map(({ Name }) => Name)).toEqual(['Mug 3', 'Mug 1'])
    expect(exports.text('some.csv').split('\r\n')[0]).not.toMatch(/Weight|Product or variation|Subtitle/)
  })
})

describe('Ecwid’s catalogue file', () => {
  it('has a row for the product, for each choice and for each variation, under Ecwid’s names', async () => {
    mugs.put(1, mug)
    await exports.written('catalog.csv', { format: 'ecwid' })
    const rows = exports.rows('catalog.csv')
    expect(rows.map(({ type }) => type)).toEqual([
      'product',
      ...['product_option', 'product_option', 'product_option'],
      ...['product_variation', 'product_variation'],
    ])
    expect(rows[0]).toEqual({
      type: 'product',
      product_internal_id: '1',
      product_sku: 'M-1',
      product_name: 'Mug "Blau"; groß',
      product_price: '9.5',
      product_compare_to_price: '12',
      product_is_inventory_tracked: 'true',
      product_quantity: '4',
      product_is_available: 'true',
      product_description: '<p>Holds\ntea</p>',
      product_media_main_image_url: 'https://pictures.example/1.jpg',
      product_media_main_image_alt: 'A mug',
      product_category_1: 'Kitchen / Cups',
      product_attribute_Material: 'Clay',
      product_upc: '012345678905',
      product_length: '10',
      product_width: '8',
      product_height: '9.5',
    })
    expect(rows[2]).toEqual({
      type: 'product_option',
      product_internal_id: '1',
      product_sku: 'M-1',
      product_option_name: 'Size',
      product_option_type: 'RADIOBUTTONS',
      product_option_is_required: 'true',
      product_option_value: 'L',
      product_option_markup: '0.95',
      product_option_is_default_option_selection: 'false',
    })
    expect(rows[4]).toMatchObject({ product_variation_sku: 'M-1-S', product_price: '8', product_quantity: '2' })
    expect(rows[5]).toMatchObject({ product_variation_option_Size: 'L', product_price: '10.45' })
  })

  it('reckons what choices add to the last digit of the currency', async () => {
    const dinars = { ...euros, currency: 'KWD', currencyPrecision: 3 }
    const there = openExports({ catalogue: mugs.catalogue, words: () => ({ ...wordsOfMugs, profile: dinars }) })
    mugs.put(1, { ...mug, price: 1.235 })
    await there.written('catalog.csv', { format: 'ecwid' })
    const rows = there.rows('catalog.csv')
    await there.close()
    expect([rows[2]?.['product_option_markup'], rows[5]?.['product_price']]).toEqual(['0.124', '1.359'])
  })

  it('has rows of all categories before those of products where that is asked for, in columns of their own', async () => {
    categoriesAre(mugs.catalogue, [
      { id: 7, name: 'Kitchen', orderBy: 10, description: '<p>Pots, pans</p>', seoTitle: 'All for the kitchen' },
      {
        id: 8,
        parentId: 7,
        name: 'Cups',
        enabled: false,
        orderBy: 20,
        imageUrl: 'https://p/cup.jpg',
        alt: { main: 'Cup' },
      },
    ])
    mugs.apply({ kind: 'category.create', name: 'Jars', parentId: 7 })
    mugs.put(1, mug)
    const words = { ...wordsOfMugs, categories: mugs.catalogue.categories.list() }
    const there = openExports({ catalogue: mugs.catalogue, words: () => words })
    const { categories } = await there.written('catalog.csv', { format: 'ecwid', withCategories: true })
    await there.written('plain.csv', { format: 'ecwid' })
    const [kitchen, cups, jars, ...products] = there.rows('catalog.csv')
    expect(categories).toBe(3)
    expect([kitchen, cups, jars]).toEqual([
      {
        type: 'category',
        category_internal_id: '7',
        category_path: 'Kitchen',
        category_is_available: 'true',
        category_description: '<p>Pots, pans</p>',
        category_seo_title: 'All for the kitchen',
        category_order_by: '10',
      },
      {
        type: 'category',
        category_internal_id: '8',
        category_path: 'Kitchen / Cups',
        category_is_available: 'false',
        category_image: 'https://p/cup.jpg',
        category_image_alt: 'Cup',
        category_order_by: '20',
      },
      { type: 'category', category_path: 'Kitchen / Jars', category_is_available: 'true' },
    ])
    expect(products).toEqual(there.rows('plain.csv'))
    expect(there.text('catalog.csv')).not.toMatch(/category_seo_description/)
    await there.close()
  })

  it('has its columns in the order of Ecwid’s own exports', async () => {
    mugs.put(1, {
      ...mug,
      subtitle: 'Blue',
      seoTitle: 'Mug',
      customSlug: 'mug',
      weight: 1,
      ribbon: { text: 'New' },
    })
    const words = { ...wordsOfMugs, categories: mugs.catalogue.categories.list() }
    const there = openExports({ catalogue: mugs.catalogue, words: () => words })
    await there.written('catalog.csv', { format: 'ecwid', withCategories: true })
    const [header = ''] = there.text('catalog.csv').split('\r\n')
    const places = header.split(',').map(ecwidPlace)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(header).toMatch(
      /^type,.*_available,product_media_main_image_url,.*,product_description,product_category_1,product_upc,product_attribute_Material,product_ribbon_text,.*product_subtitle,product_weight,.*product_seo_title,product_option_name,.*product_variation_sku,category_internal_id,.*,custom_url_slug$/,
    )
    expect([...ecwidFields.keys()].filter((title) => ecwidPlace(title) < 0)).toEqual([])
    await there.close()
  })

  it('is plain UTF-8 with commas and points, and quotes where they must be', async () => {
    mugs.put(1, { name: '=Mug', sku: '-1' })
    await exports.written('catalog.csv', { format: 'ecwid', decimal: ',' })
    const [header, row] = exports.text('catalog.csv').split('\r\n')
    expect(header).toMatch(/^type,product_internal_id,product_sku,product_name,product_price,/)
    expect(row).toMatch(/^product,1,-1,=Mug,10,true,4,/)
  })
})

describe('a file', () => {
  it('is there whole or not at all: what was at its place stays when it is cancelled', async () => {
    for (let n = 1; n <= 300; n += 1) mugs.put(n)
    writeFileSync(exports.fileOf('old.csv'), 'old')
    const begun = exports.start({ selection: { query: {}, except: [] }, format: 'csv', decimal: '.' }, async () =>
      exports.fileOf('old.csv'),
    )
    expect(await begun).toMatchObject({ state: 'writing', total: 600 })
    exports.cancel()
    expect(await exports.over()).toMatchObject({ state: 'cancelled' })
    expect([exports.files(), exports.text('old.csv')]).toEqual([['old.csv'], 'old'])
  })

  it('that cannot be written says so', async () => {
    mugs.put(1)
    const ended = await exports.written('no such folder/all.csv', { format: 'csv' })
    expect(ended).toMatchObject({ state: 'failed', problem: expect.stringMatching(/could not be written there/) })
  })

  it('is written again in one step, with the products as they are then', async () => {
    mugs.put(1)
    await exports.written('all.csv', { format: 'csv' })
    mugs.put(2)
    expect(exports.current(null).lastName).toBe('all.csv')
    expect(await exports.again(null, nowhere)).toMatchObject({ name: 'all.csv', products: 2 })
    await exports.over()
    expect(exports.rows('all.csv')).toHaveLength(2)
  })

  it('that its owner has edited since is not written over: another place is asked for', async () => {
    mugs.put(1)
    await exports.written('all.csv', { format: 'csv' })
    writeFileSync(exports.fileOf('all.csv'), 'an hour of work')
    expect(await exports.again(null, nowhere)).toBeNull()
    expect(exports.text('all.csv')).toBe('an hour of work')
  })

  it('is written one after the other', async () => {
    for (let n = 1; n <= 300; n += 1) mugs.put(n)
    await exports.start(allAsCsv(), async () => exports.fileOf('one.csv'))
    await expect(exports.start(allAsCsv(), async () => exports.fileOf('two.csv'))).rejects.toThrow(
      /still being written/,
    )
    await exports.over()
  })

  it('is written nowhere when its owner chooses no place', async () => {
    mugs.put(1)
    expect(await exports.start(allAsCsv(), async () => null)).toBeNull()
    expect(exports.current(null)).toEqual({ newest: null, lastName: null })
  })
})

describe('the columns of a sheet', () => {
  it('stand in their order behind what each row is about, and nothing else does', async () => {
    mugs.put(1, mug)
    const columns = ['attributes.1', 'quantity', 'price', 'name', 'options', 'attributes.99', 'noField']
    await exports.written('sheet.csv', { format: 'csv', columns })
    const header = exports
      .text('sheet.csv')
      .replace(/^\ufeff/, '')
      .split('\r\n')[0]
    expect(header?.replaceAll('"', '').split(',')).toEqual([
      'Product or variation',
      'Ecwid ID',
      'Variation ID',
      'Attribute: Material',
      'Unlimited stock',
      'In stock',
      'Price',
      'Name',
      'Option: Size',
      'Option: Your name',
    ])
    expect(exports.rows('sheet.csv')).toMatchObject([
      { 'Ecwid ID': '1', 'Attribute: Material': 'Clay', Price: '9.5', 'In stock': '4' },
      { 'Variation ID': '31', Price: '8', 'Option: Size': 'S' },
      { 'Variation ID': '32', 'Option: Size': 'L' },
    ])
  })

  it('are in Ecwid’s own file all that it has', async () => {
    mugs.put(1, mug)
    await exports.written('all.csv', { format: 'ecwid' })
    await exports.written('sheet.csv', { format: 'ecwid', columns: ['price'] })
    expect(exports.text('sheet.csv')).toBe(exports.text('all.csv'))
  })
})

describe('a view', () => {
  const prices = { id: 'v', name: 'Prices: 50 % / old' }

  it('names its file, and has a last one of its own, with its columns', async () => {
    mugs.put(1)
    await exports.written('all.csv', { format: 'csv' })
    const names: string[] = []
    await exports.start({ ...allAsCsv(), columns: ['price'], view: prices }, async (name) => {
      names.push(name)
      return exports.fileOf('prices.csv')
    })
    await exports.over()
    expect(names).toEqual([expect.stringMatching(/^Prices.*50 %.*old \d{4}-\d\d-\d\d\.csv$/)])
    expect(names[0]).not.toMatch(/[/:]/)
    expect(exports.current('v').lastName).toBe('prices.csv')
    expect(exports.current(null).lastName).toBe('all.csv')

    // As the view is by then.
    mugs.put(2, { enabled: false })
    mugs.put(3, { enabled: false })
    const byNow = { id: 'v', query: { enabled: false }, columns: ['price', 'sku'] }
    expect(await exports.again(byNow, nowhere)).toMatchObject({ name: 'prices.csv', products: 2 })
    await exports.over()
    expect(exports.text('prices.csv')).toMatch(/^\ufeff?"Ecwid ID","Price","SKU"\r\n/)
    expect(exports.rows('prices.csv')).toMatchObject([{ 'Ecwid ID': '2' }, { 'Ecwid ID': '3' }])
    expect(exports.rows('all.csv')).toHaveLength(1)
    await expect(exports.again({ ...byNow, id: 'another' }, nowhere)).rejects.toThrow(
      'Nothing was exported from this view yet.',
    )
  })
})
