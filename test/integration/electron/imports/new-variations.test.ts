import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentProduct } from '../../../../electron/changes/reindex'
import { addsVariation, isCreate } from '../../../../electron/shared/change-address'
import { openExports } from '../../../support/an-export'
import { openImports, type OpenImports } from './an-import'
import { fullMug, wordsOfMugs } from './full-mug'
import { newVariationsOf, whysOf } from './made-variations'

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const variations = () => newVariationsOf(table)
const refused = () => table.bulk.only('refused').map(({ variation, field, reason }) => [variation, field, reason])
/** As it is in the list once all is written. */
function made(name: string) {
  const { rows } = table.mugs.catalogue.search({ text: name }, 0, 10)
  const product = currentProduct(table.mugs.catalogue, rows[0]?.id ?? 0)
  return {
    found: rows.length,
    sku: product?.sku,
    price: product?.price,
    pictures: product?.media?.images?.map(({ image160pxUrl }) => image160pxUrl),
    options: product?.options?.map(({ name: option, type, choices }) => [
      option,
      type,
      choices?.map(({ text }) => text),
    ]),
    variations: product?.combinations?.map(({ sku, price, quantity, weight, options, imageUrl, id: _ }) => ({
      of: options?.map(({ value }) => value).join(', '),
      ...(sku && { sku }),
      ...(price !== undefined && { price }),
      ...(quantity !== undefined && { quantity }),
      ...(weight !== undefined && { weight }),
      ...(imageUrl && { imageUrl }),
    })),
  }
}

describe('new products with variations', () => {
  it('come from Ecwid’s own files with options and variations, as one product each', async () => {
    const { added, products, unmatched } = await table.imported(
      table.csv(
        'type,product_internal_id,product_sku,product_name,product_price,product_is_inventory_tracked,product_quantity,product_weight,product_media_main_image_url,product_option_name,product_option_type,product_option_is_required,product_option_value,product_option_markup,product_option_is_default_option_selection,product_variation_option_Size,product_variation_sku',
        'product,1,T-1,Tee,20,false,0,0.2,https://p.example/t.jpg,,,,,,,,',
        'product_option,1,T-1,,,,,,,Size,RADIOBUTTONS,true,S,0.00,false,,',
        'product_option,1,T-1,,,,,,,Size,RADIOBUTTONS,true,L,5.00,true,,',
        'product_option,1,T-1,,,,,,,Engraving,TEXTFIELD,false,,,,,',
        'product_variation,1,T-1,,20,true,3,0.2,,,,,,,,S,T-1-S',
        'product_variation,1,T-1,,26,true,4,0.3,https://p.example/l.jpg,,,,,,,L,T-1-L',
        'product,2,T-2,Cap,8,true,2,,,,,,,,,,',
      ),
    )
    expect([added, products, unmatched]).toEqual([2, 0, 0])
    expect(table.bulk.current()).toMatchObject({ products: 2, creations: 2, additions: 2, refused: 0 })
    expect(variations()).toEqual([
      ['Size S', { sku: 'T-1-S', quantity: 3, unlimited: false }],
      ['Size L', { sku: 'T-1-L', price: 26, quantity: 4, unlimited: false, weight: 0.3 }],
    ])
    const { changeSetId } = await table.bulk.applied()
    expect(made('Tee')).toEqual({
      found: 1,
      sku: 'T-1',
      price: 20,
      pictures: ['https://p.example/t.jpg'],
      options: [
        ['Size', 'RADIO', ['S', 'L']],
        ['Engraving', 'TEXTFIELD', undefined],
      ],
      variations: [
        { of: 'S', sku: 'T-1-S', quantity: 3 },
        { of: 'L', sku: 'T-1-L', price: 26, quantity: 4, weight: 0.3, imageUrl: 'https://p.example/l.jpg' },
      ],
    })
    const ids = table.mugs.catalogue.changes.idsOf(changeSetId ?? 0)
    const changes = ids.flatMap((id) => table.mugs.openOf(id))
    expect([changes.filter(isCreate).length, changes.filter(addsVariation).length]).toEqual([2, 2])
    await table.mugs.changes.revertInParts(changeSetId ?? 0)
    expect(made('Tee').found).toBe(0)
  })

  it.each(['csv', 'xlsx', 'ecwid'] as const)(
    'come from a file that was exported here as they were: %s',
    async (format) => {
      table.mugs.put(1, fullMug)
      const exports = openExports({ catalogue: table.mugs.catalogue, words: () => wordsOfMugs })
      const name = `all.${format === 'ecwid' ? 'csv' : format}`
      await exports.written(name, { format })
      const other = openImports()
      const { added, first } = await other.imported(exports.fileOf(name), { key: 'sku' })
      await exports.close()
      expect([added, first]).toEqual([1, []])
      const id = await other.bulk.applied().then(() => other.mugs.catalogue.search({}, 0, 5).rows[0]?.id ?? 0)
      const product = currentProduct(other.mugs.catalogue, id)
      const combinations = product?.combinations?.map(({ id: _, ...rest }) => rest)
      expect(product?.options?.find((each) => each.name === 'Size')?.choices?.map(({ text }) => text)).toEqual([
        'S',
        'L',
      ])
      expect(combinations).toMatchObject([
        { sku: 'M-1-S', price: 8, quantity: 2, options: [{ name: 'Size', value: 'S' }] },
        { options: [{ name: 'Size', value: 'L' }] },
      ])
      expect(combinations?.[1]?.price).toBeUndefined()
      await other.close()
    },
  )

  const shopify = [
    'Handle,Title,Vendor,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src,Variant Image',
    'tee,Tee,ACME,true,Size,S,Colour,Red,T-S-R,7,20.00,https://p.example/1.jpg,https://p.example/red.jpg',
    'tee,,,,,S,,Blue,T-S-B,3,20.00,https://p.example/2.jpg,',
    'tee,,,,,L,,Red,T-L-R,0,22.00,,',
    'tee,,,,,,,,,,,https://p.example/3.jpg,',
    'cap,Cap,ACME,true,Title,Default Title,,,CAP,2,8.00,,',
  ]

  it('come from a file of Shopify, whose first row is a variation too and whose rows list pictures', async () => {
    const { added, unmatched, withoutSku } = await table.imported(table.csv(...shopify))
    expect([added, unmatched, withoutSku.first]).toEqual([2, 0, [2]])
    await table.bulk.applied()
    const reds = { quantity: 7, imageUrl: 'https://p.example/red.jpg' }
    expect(made('Tee')).toEqual({
      found: 1,
      sku: '',
      price: 20,
      pictures: [1, 2, 3].map((at) => `https://p.example/${at}.jpg`),
      options: [
        ['Size', 'SELECT', ['S', 'L']],
        ['Colour', 'SELECT', ['Red', 'Blue']],
      ],
      variations: [
        { of: 'S, Red', sku: 'T-S-R', ...reds },
        { of: 'S, Blue', sku: 'T-S-B', quantity: 3 },
        { of: 'L, Red', sku: 'T-L-R', price: 22, quantity: 0 },
      ],
    })
    expect(made('Cap')).toMatchObject({ sku: 'CAP', price: 8, options: [] })
  })

  it('are known again in that file, whichever of its rows is new', async () => {
    await table.imported(table.csv(...shopify))
    await table.bulk.applied()
    expect(await table.imported(table.csv(...shopify))).toMatchObject({ added: 0, variations: 0, unmatched: 0 })
    expect(table.bulk.current()).toMatchObject({ products: 0, creations: 0, additions: 0, refused: 0 })
    const [head = '', ...rows] = shopify
    const again = await table.imported(
      table.csv(head, ...rows.map((row) => row.replace('T-S-R', 'T-NEW').replace('Red', 'Green'))),
    )
    expect([again.added, again.variations, whysOf(again)]).toEqual([0, 1, []])
    expect(variations()).toEqual([['Size S, Colour Green', { sku: 'T-NEW', quantity: 7 }]])
  })

  it('are known again in that file in another order, with the names of their options in its last row', async () => {
    await table.imported(table.csv(...shopify))
    await table.bulk.applied()
    const [head = '', titled = '', blue = '', red = ''] = shopify
    const there = await table.imported(table.csv(head, blue, red, titled))
    expect([there.added, there.variations, whysOf(there)]).toEqual([0, 0, []])
    const again = await table.imported(table.csv(head, blue, red.replace('T-L-R', 'T-NEW').replace('L', 'XL'), titled))
    expect([again.added, again.variations, whysOf(again)]).toEqual([0, 1, []])
    expect(variations().map(([of]) => of)).toEqual(['Size XL, Colour Red'])
  })

  it('come from a file of WooCommerce, by the product that their rows name', async () => {
    const { added, unmatched } = await table.imported(
      table.csv(
        'ID,Type,SKU,Name,Published,Stock,Regular price,Parent,Images,Attribute 1 name,Attribute 1 value(s)',
        '13,variable,P-1,Plate,1,,,,https://p.example/p.jpg,Size,"S, L"',
        '14,variation,P-1-S,Plate - S,1,4,12,P-1,,Size,S',
        '15,variation,,Plate - L,1,,15,id:13,,Size,L',
        '16,simple,B-1,Bowl,1,2,5,,,Colour,Red',
      ),
    )
    expect([added, unmatched]).toEqual([2, 0])
    await table.bulk.applied()
    expect(made('Plate')).toMatchObject({
      sku: 'P-1',
      price: 12,
      options: [['Size', 'SELECT', ['S', 'L']]],
      variations: [
        { of: 'S', sku: 'P-1-S', quantity: 4 },
        { of: 'L', price: 15 },
      ],
    })
    expect(made('Bowl')).toMatchObject({ sku: 'B-1', options: [] })
  })

  it('come from a list with one SKU for all rows of a product', async () => {
    const { added, unmatched } = await table.imported(
      table.csv('SKU,Name,Price,Size', 'C-1,Coat,80,S', 'C-1,Coat,90,M', 'c-1,,,L', 'C-1,Coat,70,m'),
      { targets: ['sku', 'name', 'price', 'option.Size'] },
    )
    expect([added, unmatched]).toEqual([1, 1])
    expect(variations()).toEqual([
      ['Size S', {}],
      ['Size M', { price: 90 }],
      ['Size L', {}],
    ])
  })

  it('are refused cell by cell, row by row or whole, each with its reason', async () => {
    table.mugs.put(1, { ...fullMug, sku: 'TAKEN' })
    await table.imported(
      table.csv(
        'Product or variation,SKU,Name,Price,In stock,Option: Size',
        'Product,C-1,Coat,80,,',
        'Variation,C-1-S,Coat,cheap,2,S',
        'Variation,,Coat,70,5,M',
        'Variation,C-1-L,Coat,-1,,L',
        'Product,C-2,Cloak,dear,,',
        'Variation,C-2-S,Cloak,1,,S',
        'Product,C-3,Cape,1,,',
        'Variation,C-1-S,Cape,1,,S',
      ),
    )
    expect(variations()).toEqual([
      ['Size S', { sku: 'C-1-S', quantity: 2 }],
      ['Size M', { price: 70 }],
      ['Size L', { sku: 'C-1-L' }],
    ])
    expect(refused()).toEqual([
      ['S', 'price', 'This is no number.'],
      ['M', 'quantity', 'A variation without an SKU of its own shares the stock of its product. Give it an SKU first.'],
      ['L', 'price', 'The price cannot be below zero.'],
      [null, 'new', 'Price: This is no number.'],
      ['S', 'variation', 'Another product has the SKU C-1-S.'],
    ])
    expect(table.bulk.current()).toMatchObject({ creations: 2, additions: 3 })
  })
})

describe('a variation that a product which is here does not have', () => {
  const header = 'SKU,Size,Price,Variation SKU'
  const targets = ['sku', 'option.Size', 'price', 'variationSku']

  it('is left out with its reason where products are only updated, and comes with its choice where new ones are asked for', async () => {
    const id = table.mugs.put(1, fullMug)
    const file = table.csv(header, 'M-1,S,7,', 'M-1,xl,11,M-1-XL', 'M-1,XL,12,', 'M-1,xxl,9.5,')
    const updated = await table.imported(file, { targets, what: 'update' })
    expect(updated).toMatchObject({ products: 1, added: 0, variations: 2, unmatched: 1 })
    expect(table.bulk.current()).toMatchObject({ fields: 1, additions: 0 })

    await table.imported(file, { targets, what: 'add' })
    expect(table.bulk.current()).toMatchObject({ products: 1, fields: 1, additions: 2, refused: 0 })
    expect(table.bulk.rows().map(({ field, variation }) => [field, variation])).toEqual([
      ['options', null],
      ['variation', 'xl'],
      ['variation', 'xxl'],
    ])
    expect(variations()).toEqual([
      ['Size xl', { sku: 'M-1-XL', price: 11 }],
      ['Size xxl', {}],
    ])
    const { changeSetId } = await table.bulk.applied()
    expect(made('Mug').options?.[0]).toEqual(['Size', 'RADIO', ['S', 'L', 'xl', 'xxl']])
    expect(made('Mug').variations?.map(({ of }) => of)).toEqual(['S', 'L', 'xl', 'xxl'])
    await table.mugs.changes.revertInParts(changeSetId ?? 0)
    expect(table.mugs.openOf(id)).toEqual([])
  })

  it('is not made where its choice is left out, or its SKU came meanwhile', async () => {
    table.mugs.put(1, fullMug)
    await table.imported(table.csv(header, 'M-1,XL,11,M-1-XL', 'M-1,S,7,'), { targets })
    table.bulk.leaveOut(table.bulk.current()!.id, { field: 'options' }, true)
    await table.bulk.applied()
    expect(made('Mug').variations?.map(({ of, price }) => [of, price])).toEqual([
      ['S', 7],
      ['L', undefined],
    ])
    expect(refused()).toEqual([['XL', 'variation', 'Its option “Size” has no choice “XL”.']])
  })

  it('is not made of what shoppers fill in', async () => {
    table.mugs.put(1, fullMug)
    await table.imported(table.csv('SKU,Name', 'M-1,Anna'), { targets: ['sku', 'option.Your name'] })
    expect(refused()).toEqual([['Anna', 'variation', 'It has no option “Your name” that shoppers pick one choice of.']])
  })

  it('says in the file of results what became of each row', async () => {
    table.mugs.put(1, fullMug)
    const { tableId } = await table.imported(table.csv(header, 'M-1,XL,11,M-1-XL', 'M-1,S,7,', 'M-1,XXL,-1,M-1-XXL'), {
      targets,
    })
    await table.bulk.applied()
    await table.rowsOf(tableId, 'all')
    const text = table.saved()
    expect(text.map((cells) => cells.slice(0, 4))).toEqual([
      ['Stockroom result', 'Stockroom reason', 'SKU', 'Size'],
      ['Waiting', '', 'M-1', 'XL'],
      ['Waiting', '', 'M-1', 'S'],
      ['Refused in part', 'Price: The price cannot be below zero.', 'M-1', 'XXL'],
    ])
  })
})

it('rows below one that is left out belong to no other product', async () => {
  const id = table.mugs.put(1, fullMug)
  const matched = await table.imported(
    table.csv(
      'type,product_internal_id,product_sku,product_price,product_variation_option_Size,product_option_name,product_option_value',
      'product,1,M-1,9.5,,,',
      'product,77,GONE,1,,,',
      'product_variation,,,1,S,,',
      'product_option,,,,,Size,XXL',
      'product_variation,1,GONE,1,S,,',
    ),
  )
  expect(whysOf(matched)).toEqual([
    '3: No product has the Ecwid ID 77.',
    '4: No row of a product stands above it.',
    '5: No row of a product stands above it.',
  ])
  expect(table.mugs.openOf(id)).toEqual([])
})
