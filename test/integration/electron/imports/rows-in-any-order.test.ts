import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentProduct } from '../../../../electron/changes/reindex'
import { euros } from '../../../support/store-in-euros'
import { openImports, type OpenImports } from './an-import'
import { wordsOfMugs } from './full-mug'
import { newVariationsOf, whysOf } from './made-variations'

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const variations = () => newVariationsOf(table)
function made(name: string) {
  const [row] = table.mugs.catalogue.search({ text: name }, 0, 1).rows
  return currentProduct(table.mugs.catalogue, row?.id ?? 0)
}

describe('rows of new products with variations', () => {
  const shopify = [
    'Handle,Title,Vendor,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src,Variant Image',
    'tee,Tee,ACME,true,Size,S,Colour,Red,T-S-R,7,20.00,https://p.example/1.jpg,https://p.example/red.jpg',
    'tee,,,,,S,,Blue,T-S-B,3,20.00,https://p.example/2.jpg,',
    'tee,,,,,L,,Red,T-L-R,0,22.00,,',
    'tee,,,,,,,,,,,https://p.example/3.jpg,',
    'cap,Cap,ACME,true,Title,Default Title,,,CAP,2,8.00,,',
  ]

  it('come whole from a file whose rows stand in another order: the row of a product is found wherever it is', async () => {
    const rows = ['C-1,,90,M', 'B-1,Belt,20,', 'C-1,Coat,80,S', 'C-1,,,L']
    const targets = ['sku', 'name', 'price', 'option.Size']
    const list = await table.imported(table.csv('SKU,Name,Price,Size', ...rows), { targets })
    expect([list.added, list.unmatched]).toEqual([2, 0])
    expect(variations()).toEqual([
      ['Size S', {}],
      ['Size M', { price: 90 }],
      ['Size L', {}],
    ])

    const [head = '', titled = '', ...others] = shopify
    const shop = await table.imported(table.csv(head, ...others, titled))
    expect([shop.added, whysOf(shop)]).toEqual([2, []])
    expect(variations().map(([of]) => of)).toEqual(['Size S, Colour Red', 'Size S, Colour Blue', 'Size L, Colour Red'])

    const woo = await table.imported(
      table.csv(
        'ID,Type,SKU,Name,Stock,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)',
        '15,variation,,Plate - L,1,15,id:13,Size,L',
        '14,variation,P-1-S,Plate - S,4,12,P-1,Size,S',
        '13,variable,P-1,Plate,,,,Size,"S, L"',
      ),
    )
    expect([woo.added, whysOf(woo)]).toEqual([1, []])
    expect(variations().map(([of]) => of)).toEqual(['Size L', 'Size S'])
  })

  it('come whole from Ecwid’s own file with its rows turned round, and are in the file of results in their order', async () => {
    const matched = await table.imported(
      table.csv(
        'type,product_internal_id,product_sku,product_name,product_price,product_option_name,product_option_value,product_variation_option_Size,product_variation_sku',
        'product_variation,1,T-1,,26,,,L,T-1-L',
        'product_option,1,T-1,,,Size,S,,',
        'product_option,,T-1,,,Size,L,,',
        'product_variation,2,T-2,,9,,,S,T-2-S',
        'product,1,T-1,Tee,20,,,,',
        'product_variation,1,T-1,,20,,,S,T-1-S',
        'product_variation,1,T-2,,20,,,S,T-1-S',
      ),
    )
    expect([matched.added, whysOf(matched)]).toEqual([
      1,
      ['5: No product has the Ecwid ID 2.', '8: Row 7 is about the same variation.'],
    ])
    expect(variations()).toEqual([
      ['Size L', { sku: 'T-1-L', price: 26 }],
      ['Size S', { sku: 'T-1-S' }],
    ])
    await table.bulk.applied()
    expect(made('Tee')?.options).toMatchObject([{ name: 'Size', choices: [{ text: 'S' }, { text: 'L' }] }])
    await table.rowsOf(matched.tableId, 'all')
    const [, ...results] = table.saved()
    expect(results.map(([result, , type]) => [result, type])).toEqual([
      ['Waiting', 'product_variation'],
      ['Waiting', 'product_option'],
      ['Waiting', 'product_option'],
      ['Not read', 'product_variation'],
      ['Waiting', 'product'],
      ['Waiting', 'product_variation'],
      ['Not read', 'product_variation'],
    ])
  })

  it('do not come with the row of another product, of a deleted one, or of one that is left out', async () => {
    const id = table.mugs.put(1)
    const matched = await table.imported(
      table.csv(
        'Command,type,product_internal_id,product_sku,product_name,product_variation_option_Size',
        ',product_variation,1,M-1,,S',
        ',product_variation,,,,L',
        ',product_variation,7,N-7,,S',
        'IGNORE,product,7,N-7,Jar,',
        ',product_variation,,,,S',
        'DELETE,product,1,M-1,Mug 1,',
      ),
      { targets: ['command', 'row', 'id', 'sku', 'name', 'option.Size'] },
    )
    expect(whysOf(matched)).toEqual([
      '3: No row of a product stands above it.',
      '4: No product has the Ecwid ID 7.',
      '6: No row of a product stands above it.',
      '7: Earlier rows are about options or variations of this product, so it is not deleted. Leave them out to delete it.',
    ])
    expect(variations()).toEqual([['Size S', {}]])
    expect(table.mugs.openOf(id)).toEqual([])
  })
})

it('of Shopify have the SKUs of such a file without its apostrophes, and the weights that it has in grams in the store’s unit', async () => {
  await table.close()
  table = openImports({ words: { ...wordsOfMugs, profile: euros } })
  const grams = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Barcode,Variant Price'
  const file = [
    grams,
    "jar,Jar,Size,S,'0042-S,350.0,'0012345678905,4",
    "jar,,,L,'0042-L,1200,,5",
    "lid,Lid,,,'-7,20 lb,,1",
  ]
  const { added } = await table.imported(table.csv(...file))
  expect(added).toBe(2)
  expect(variations().map(([, { sku, weight, price }]) => [sku, weight, price])).toEqual([
    ['0042-S', undefined, undefined],
    ['0042-L', 1.2, 5],
  ])
  const [lid] = table.bulk.only('refused')
  expect([lid?.field, lid?.reason]).toEqual(['weight', 'It is written in another unit than the store has.'])
  await table.bulk.applied()
  expect(made('Jar')?.combinations).toMatchObject([{ sku: '0042-S' }, { sku: '0042-L', weight: 1.2 }])
  const again = await table.imported(table.csv(...file.slice(0, 3)))
  expect(again).toMatchObject({ added: 0, variations: 0, unmatched: 0 })
  expect(table.bulk.current()).toMatchObject({ products: 0, refused: 0 })
  // What is saved of it is as it was.
  await table.rowsOf(again.tableId, 'all')
  expect(table.saved()[1]).toContain("'0042-S")
})
