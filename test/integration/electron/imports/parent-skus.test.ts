import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openImports, type OpenImports } from './an-import'
import { newVariationsOf, whysOf } from './made-variations'

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const variations = () => newVariationsOf(table)
const standing = (kind: string) => table.rows().filter(([, , , each]) => each === kind)

describe('a column that names the product of a variation', () => {
  it.each([
    ['Parent SKU', 'SKU'],
    ['parent_sku', 'SKU'],
    ['Parent', 'SKU'],
    ['Vater-SKU', 'Artikelnummer'],
    ['Hauptartikel', 'Artikelnummer'],
    ['Artikelnummer Hauptprodukt', 'Artikelnummer'],
    ['Référence parente', 'Référence'],
    ['SKU padre', 'SKU'],
    ['Codice articolo padre', 'Codice articolo'],
    ['Artikelnummer hoofdproduct', 'Artikelnummer'],
    ['Артикул родителя', 'Артикул'],
  ])('is known by its name: %s', async (parent, sku) => {
    const header = `${sku},${parent},Name,Price,Option: Size`
    const matched = await table.imported(
      table.csv(header, 'T-S,TEE,Tee S,20,S', 'CAP,,Cap,8,', 'T-L,TEE,Tee L,22,L', 'TEE,,Tee,20,'),
    )
    expect([matched.added, whysOf(matched)]).toEqual([2, []])
    expect(variations()).toEqual([
      ['Size S', { sku: 'T-S' }],
      ['Size L', { sku: 'T-L', price: 22 }],
    ])
  })

  it('can be chosen for a column that nobody knows', async () => {
    const targets = ['sku', 'parent', 'name', 'price', 'option.Size']
    const rows = ['TEE,,Tee,20,', 'T-S,TEE,Tee,20,S']
    const matched = await table.imported(table.csv('SKU,Belongs to,Name,Price,Size', ...rows), { targets })
    expect([matched.added, whysOf(matched)]).toEqual([1, []])
    expect(variations()).toEqual([['Size S', { sku: 'T-S' }]])
  })

  it('makes the product of its rows where that has none of its own', async () => {
    const rows = ['T-S,TEE,Tee,20,S,7', 'C-1,,Cap,8,,', 'T-L,TEE,Tee,22,L,3']
    const matched = await table.imported(table.csv('SKU,Parent SKU,Name,Price,Option: Size,In stock', ...rows))
    expect([matched.added, whysOf(matched)]).toEqual([2, []])
    expect(variations()).toEqual([
      ['Size S', { sku: 'T-S', quantity: 7 }],
      ['Size L', { sku: 'T-L', price: 22, quantity: 3 }],
    ])
    await table.bulk.applied()
    const [tee] = table.mugs.catalogue.search({ text: 'Tee' }, 0, 5).rows
    expect(tee).toMatchObject({ sku: 'TEE', name: 'Tee', price: 20, variationCount: 2 })
  })

  it.each([
    ['is left out', 'TEE,,Tee,20,,IGNORE'],
    ['cannot be made', 'TEE,,,20,,'],
  ])('makes no product whose own row %s', async (_, own) => {
    const rows = ['T-S,TEE,Tee,20,S,', own]
    const matched = await table.imported(table.csv('SKU,Parent SKU,Name,Price,Option: Size,Command', ...rows))
    expect(matched.added).toBe(0)
    expect(whysOf(matched)[0]).toBe('2: No product has the SKU TEE.')
  })

  it('counts, and not what stands above the row', async () => {
    const rows = ['TEE,,Tee,20,', 'CAP,,Cap,8,', 'T-S,TEE,,20,S', 'C-S,CAP,,8,S', 'X-S,XEE,,8,S']
    const matched = await table.imported(table.csv('SKU,Parent SKU,Name,Price,Option: Size', ...rows))
    expect([matched.added, whysOf(matched)]).toEqual([2, ['6: No product has the SKU XEE.']])
    expect(variations()).toEqual([
      ['Size S', { sku: 'T-S' }],
      ['Size S', { sku: 'C-S' }],
    ])
  })

  it('finds variations of products that are here by their options, and new ones of them', async () => {
    table.mugs.put(1, {
      name: 'Mug',
      options: [{ name: 'Size', type: 'SELECT', choices: [{ text: 'S' }], defaultChoice: 0, required: false }],
      combinations: [{ id: 5, combinationNumber: 1, options: [{ name: 'Size', value: 'S' }], sku: 'own', price: 3 }],
    })
    const rows = ['theirs-S,M-1,4,S', 'theirs-L,M-1,5,L']
    const matched = await table.imported(table.csv('SKU,Parent SKU,Price,Option: Size', ...rows))
    expect(whysOf(matched)).toEqual([])
    expect(standing('in')).toContainEqual(['price', 3, 4, 'in'])
    expect(variations()).toEqual([['Size L', { sku: 'theirs-L', price: 5 }]])
  })

  it('says nothing of rows whose SKU a product of its own has here, or of a product that names itself', async () => {
    table.mugs.put(1, { price: 3 })
    table.mugs.put(2, { price: 3 })
    const rows = ['M-1,M-2,4,S', 'm-2,M-2,5,', 'M-2,,5,']
    const matched = await table.imported(table.csv('SKU,Parent SKU,Price,Option: Size', ...rows))
    expect(whysOf(matched)).toEqual(['4: Row 3 is about the same product.'])
    expect(standing('in')).toEqual([
      ['price', 3, 4, 'in'],
      ['price', 3, 5, 'in'],
    ])
  })
})

describe('a column that names the product of a variation by a number', () => {
  it.each([
    'Parent ID',
    'Parent',
    'parent_id',
    'ParentID',
    'post_parent',
    'Hauptartikel-ID',
    'ID du produit parent',
    'ID родителя',
  ])('finds it by the number that the table gives it: %s', async (parent) => {
    const rows = ['12,11,T-S,Tee S,20,S', '15,0,CAP,Cap,8,', '13,11,T-L,Tee L,22,L', '11,,TEE,Tee,20,']
    const matched = await table.imported(table.csv(`ID,${parent},SKU,Name,Price,Option: Size`, ...rows))
    expect([matched.added, whysOf(matched)]).toEqual([2, []])
    expect(variations()).toEqual([
      ['Size S', { sku: 'T-S' }],
      ['Size L', { sku: 'T-L', price: 22 }],
    ])
  })

  it.each(['Ecwid ID,Parent ID', 'Page,Parent ID', 'Page,Parent'])(
    'finds it here by the number that Ecwid gave it: %s',
    async (columns) => {
      table.mugs.put(1, { name: 'Mug', price: 3 })
      table.mugs.put(2, { name: 'Bowl', price: 3 })
      const rows = [',1,own-S,3,S', ',1,own-L,5,L', ',7,own-X,5,L']
      const matched = await table.imported(table.csv(`${columns},SKU,Price,Option: Size`, ...rows))
      const by = columns.endsWith('ID') ? 'Ecwid ID' : 'SKU'
      expect(whysOf(matched)).toEqual([`4: No product has the ${by} 7.`])
      expect(variations()).toEqual([
        ['Size S', { sku: 'own-S' }],
        ['Size L', { sku: 'own-L', price: 5 }],
      ])
    },
  )

  it('takes a number that may be both for an SKU', async () => {
    table.mugs.put(1, { name: 'Mug', price: 3 })
    table.mugs.put(2, { name: 'Bowl', sku: '1', price: 3 })
    const matched = await table.imported(table.csv('SKU,Parent,Price,Option: Size', 'own-S,1,3,S'))
    expect(whysOf(matched)).toEqual([])
    await table.bulk.applied()
    const rows = table.mugs.catalogue.search({}, 0, 5).rows.map(({ name, variationCount }) => [name, variationCount])
    expect(rows).toContainEqual(['Bowl', 1])
  })

  it.each([
    ['names none', '1,,TEE,Tee,20,S'],
    ['names itself by its SKU', '1,TEE,TEE,Tee,20,S'],
    ['names itself by its number', '1,1,TEE,Tee,20,S'],
  ])('ties variations to a product that has an option of its own and %s', async (_, tee) => {
    const matched = await table.imported(table.csv('ID,Parent,SKU,Name,Price,Option: Size', tee, '2,TEE,TEE-L,,22,L'))
    expect([matched.added, whysOf(matched)]).toEqual([1, []])
    expect(variations().at(-1)).toEqual(['Size L', { sku: 'TEE-L', price: 22 }])
    await table.bulk.applied()
    expect(table.mugs.catalogue.search({ text: 'Tee' }, 0, 5).rows).toMatchObject([{ sku: 'TEE' }])
  })

  it('takes a number that a product here has as its SKU for that, and not for the number of another row', async () => {
    table.mugs.put(1, { name: 'Bowl', sku: '12', price: 3 })
    const rows = ['12,,CAP,Cap,8,', '13,12,own-S,,4,S']
    const matched = await table.imported(table.csv('ID,Parent,SKU,Name,Price,Option: Size', ...rows))
    expect([matched.added, whysOf(matched)]).toEqual([1, []])
    await table.bulk.applied()
    const found = table.mugs.catalogue.search({}, 0, 5).rows.map(({ name, variationCount }) => [name, variationCount])
    expect(found).toContainEqual(['Bowl', 1])
    expect(found).toContainEqual(['Cap', 0])
  })

  it('takes a number for the SKU of a row below before that of a row above', async () => {
    const rows = ['12,,CAP,Cap,8,', '13,12,own-S,Bowl S,3,S', '14,,12,Bowl,3,']
    const matched = await table.imported(table.csv('ID,Parent,SKU,Name,Price,Option: Size', ...rows))
    expect([matched.added, whysOf(matched)]).toEqual([2, []])
    await table.bulk.applied()
    const found = table.mugs.catalogue.search({}, 0, 5).rows.map(({ name, variationCount }) => [name, variationCount])
    expect(found).toContainEqual(['Bowl', 1])
    expect(found).toContainEqual(['Cap', 0])
  })

  it.each(['Parent', 'Parent ID'])('leaves the picture of a variation to it: %s', async (parent) => {
    const rows = ['11,,TEE,Tee,20,,https://a.example/tee.jpg', '12,11,T-S,,20,S,https://a.example/small.jpg']
    const matched = await table.imported(table.csv(`ID,${parent},SKU,Name,Price,Option: Size,Image`, ...rows))
    expect([matched.added, whysOf(matched)]).toEqual([1, []])
    await table.bulk.applied()
    expect(table.mugs.catalogue.search({ text: 'Tee' }, 0, 5).rows).toMatchObject([{ pictureCount: 1 }])
  })

  it('takes the numbers of a table for none of Ecwid’s', async () => {
    table.mugs.put(1, { name: 'Mug', price: 3 })
    const matched = await table.imported(table.csv('ID,Parent ID,SKU,Price,Option: Size', '12,1,own-S,4,S'))
    expect([matched.added, whysOf(matched)]).toEqual([0, ['2: No product has the SKU own-S.']])
  })
})
