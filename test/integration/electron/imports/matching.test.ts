import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fullMug } from './full-mug'
import { openImports, type OpenImports } from './an-import'

let open: OpenImports
beforeEach(() => (open = openImports()))
afterEach(() => open.close())

const upc = (value: string) => [{ id: 2, name: 'UPC', type: 'UPC', value }]
const edits = () =>
  open.bulk
    .rows()
    .filter(({ standing }) => standing !== 'same')
    .map(({ sku, variation, field, after }) => [sku, variation, field, after])
const whys = ({ first }: Awaited<ReturnType<OpenImports['imported']>>) => first.map(({ why }) => why)

describe('rows are matched by a code', () => {
  it('of a product or a variation, however many zeros stand before it', async () => {
    const [first, ...others] = fullMug.combinations
    open.mugs.put(1, { attributes: upc('012345678905') })
    open.mugs.put(2, {
      ...fullMug,
      attributes: [],
      combinations: [{ ...first, attributes: upc('4006381333931') }, ...others],
    })
    await open.imported(open.csv('EAN,Price', '12345678905,12', '4006381333931,7'))
    expect(edits()).toEqual([
      ['M-1', null, 'price', 12],
      ['M-2', 'S', 'price', 7],
    ])
  })

  it('not where two have it, nobody does, or a spreadsheet took its digits', async () => {
    open.mugs.put(1, { attributes: upc('111') })
    open.mugs.put(2, { attributes: upc('111') })
    const matched = await open.imported(open.csv('EAN,Price', '111,1', '222,2', ',3', '4.00638E+12,4'))
    expect(whys(matched)).toEqual([
      'More than one product has the code 111.',
      'No product has the code 222.',
      'The row has no UPC.',
      'A spreadsheet took digits away from 4.00638E+12. Format the column as text there.',
    ])
  })
})

describe('rows are matched by the name', () => {
  it('whatever its letter case, where only one product has it', async () => {
    open.mugs.put(1, { name: 'Blue mug' })
    open.mugs.put(2, { name: 'Red mug' })
    open.mugs.put(3, { name: 'Red mug' })
    const matched = await open.imported(open.csv('Name,Price', 'BLUE MUG,12', 'Red mug,1', 'Green mug,2'), {
      what: 'update',
    })
    expect(edits()).toEqual([['M-1', null, 'price', 12]])
    expect([whys(matched), matched.added]).toEqual([['More than one product has the name Red mug.'], 1])
  })

  it('also beside numbers and SKUs, once that is chosen: these are values then', async () => {
    open.mugs.put(1, { name: 'Blue mug' })
    open.mugs.put(2, { name: 'Red mug' })
    await open.imported(open.csv('Ecwid ID,SKU,Name,Price', '2,B-1,Blue mug,12'), { key: 'name' })
    expect(edits()).toEqual([
      ['M-1', null, 'sku', 'B-1'],
      ['M-1', null, 'price', 12],
    ])
  })
})

it('a product is deleted by its name only beside its SKU', async () => {
  open.mugs.put(1, { name: 'Blue mug' })
  open.mugs.put(2, { name: 'Red mug' })
  const file = open.csv('Command,Name,SKU', 'DELETE,Blue mug,', 'DELETE,Red mug,M-2', 'IGNORE,,')
  const matched = await open.imported(file, { key: 'name' })
  expect(edits()).toEqual([['M-2', null, null, null]])
  expect(whys(matched)).toEqual(['Name its SKU as well, so that it is certain which product is deleted.'])
  await expect(open.rowsOf(matched.tableId, 'failed')).resolves.toEqual({ name: 'rows.csv', rows: 1, leftOut: 0 })
})

describe('rows of variations are matched by their options', () => {
  const targets = ['sku', 'option.Size', 'price']

  it('as a supplier lists them below one SKU, whatever their letter case', async () => {
    open.mugs.put(1, fullMug)
    const matched = await open.imported(open.csv('SKU,Grösse,Price', 'M-1,s,7', 'M-1,L,9', 'M-1,XL,9', 'M-1,,11'), {
      targets,
      what: 'update',
    })
    expect(edits()).toEqual([
      ['M-1', null, 'price', 11],
      ['M-1', 'S', 'price', 7],
      ['M-1', 'L', 'price', 9],
    ])
    expect([whys(matched), matched.variations]).toEqual([[], 1])
  })

  it('each once', async () => {
    open.mugs.put(1, fullMug)
    const matched = await open.imported(open.csv('SKU,Size,Price', 'M-1,S,7', 'M-1,,9', 'M-1,S,8', 'M-1,,10'), {
      targets,
    })
    expect(edits()).toEqual([
      ['M-1', null, 'price', 9],
      ['M-1', 'S', 'price', 7],
    ])
    expect(whys(matched)).toEqual(['Row 2 is about the same variation.', 'Row 3 is about the same product.'])
  })

  it('by the columns of our own files, without their numbers', async () => {
    open.mugs.put(1, fullMug)
    await open.imported(open.csv('Product or variation,Ecwid ID,Price,Option: Size', 'Variation,1,7,L'))
    expect(edits()).toEqual([['M-1', 'L', 'price', 7]])
  })

  it('not where they are of several', async () => {
    const options = (size: string, colour: string) => [
      { name: 'Size', value: size },
      { name: 'Colour', value: colour },
    ]
    const combinations = [
      { id: 31, options: options('S', 'Red') },
      { id: 32, options: options('S', 'Blue') },
    ]
    open.mugs.put(1, { ...fullMug, combinations })
    const matched = await open.imported(open.csv('SKU,Size,Price', 'M-1,S,7'), { targets })
    expect(whys(matched)).toEqual(['More than one variation of it is S.'])
  })

  it('and make a new product with its variation', async () => {
    const { added } = await open.imported(open.csv('SKU,Size,Price,Name', 'NEW,S,7,Cup'), {
      targets: [...targets, 'name'],
    })
    expect([added, open.bulk.current()?.additions]).toEqual([1, 1])
  })
})

describe('rows of variations in Ecwid’s own files', () => {
  const header =
    'type,product_internal_id,product_sku,product_price,product_quantity,product_is_inventory_tracked,product_variation_option_Size,product_variation_sku'

  it('change what was changed in them, and nothing else', async () => {
    open.mugs.put(1, fullMug)
    await open.imported(
      open.csv(
        header,
        // Before their product, without a number, and with what they have of it.
        'product_variation,,M-1,10.45,4,TRUE,L,',
        'product,1,M-1,9.5,4,TRUE,,',
        'product_variation,,,7.5,2,TRUE,S,M-1-S',
      ),
    )
    expect(edits()).toEqual([['M-1', 'S', 'price', 7.5]])
  })

  it('are matched by their SKU where their options are others by now', async () => {
    open.mugs.put(1, fullMug)
    const matched = await open.imported(
      open.csv(
        header,
        'product_variation,1,M-1,7,,,Small,M-1-S',
        'product_variation,1,M-1,7,,,Small,',
        'product_option,1,M-1,,,,,',
        'category,,,,,,,',
        'product_file,1,M-1,,,,,',
      ),
      { what: 'update' },
    )
    expect(edits()).toEqual([['M-1', 'S', 'price', 7]])
    expect(whys(matched)).toEqual([
      'The row names no option.',
      'The row names no category.',
      'Rows of files in Ecwid’s own files are not read.',
    ])
  })

  it('are left out in one line where none of their kind is read, however many there are', async () => {
    open.mugs.put(1, fullMug)
    const file = 'product_file,1,M-1,,,,,'
    const { unmatched, first } = await open.imported(open.csv(header, file, 'category,,,,,,,', file, file))
    expect(unmatched).toBe(4)
    expect(first).toEqual([
      { row: 2, named: 'M-1', why: 'Rows of files in Ecwid’s own files are not read.', others: 2 },
      { row: 3, named: '', why: 'The row names no category.' },
    ])
  })

  it('belong to a product', async () => {
    const matched = await open.imported(open.csv(header, 'product_variation,,,7,,,S,'))
    expect(whys(matched)).toEqual(['No row of a product stands above it.'])
  })
})
