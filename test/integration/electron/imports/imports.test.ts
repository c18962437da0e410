import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createImports } from '../../../../electron/imports/imports'
import { namesOf, readCell } from '../../../../electron/imports/read-cell'
import type { ExportFormat } from '../../../../electron/shared/export'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import type { ImportAsked } from '../../../../electron/shared/import'
import { euros } from '../../../support/store-in-euros'
import { openExports } from '../../../support/an-export'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { fullMug, wordsOfMugs } from './full-mug'
import { holdNothing } from './an-import'

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let imports: ReturnType<typeof createImports>
let folder: string
let words: StoreWords
beforeEach(() => {
  words = wordsOfMugs
  mugs = openMugs()
  folder = mkdtempSync(join(tmpdir(), 'stockroom-imports-'))
  bulk = openProposals({ ...mugs, words: () => words })
  imports = createImports({ catalogue: mugs.catalogue, words: () => words, proposals: bulk, holdStaged: holdNothing })
})
afterEach(async () => {
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
  rmSync(folder, { recursive: true })
})

/** With the columns that its header tells, until it can be reviewed. */
async function imported(path: string, by: Partial<Pick<ImportAsked, 'targets' | 'decimals' | 'columns'>> = {}) {
  const { targets, shape, listsAll } = await imports.look(path, {})
  const columns = [...shape.columns]
  const matched = await imports.propose(path, {
    choices: {},
    replacesLists: listsAll,
    targets,
    columns,
    decimals: [],
    what: 'update',
    makesCategories: false,
    ...by,
  })
  return { ...matched, proposal: matched.proposal && (await bulk.reaches('ready')) }
}

function csv(...lines: string[]): string {
  const path = join(folder, 'prices.csv')
  writeFileSync(path, lines.join('\r\n'))
  return path
}

const rows = () => bulk.rows().map(({ field, before, after, standing }) => [field, before, after, standing])
const changing = () => rows().filter(([, , , standing]) => standing !== 'same')

describe('what was exported and comes back untouched', () => {
  it.each(['xlsx', 'csv', 'ecwid'] as const)('changes nothing: %s', async (format) => {
    const { file, close } = await exported(format)
    const { proposal, unmatched } = await imported(file)
    await close()
    expect([proposal?.products, proposal?.refused, unmatched, changing()]).toEqual([0, 0, 0, []])
  })

  it('changes one field after one cell was edited', async () => {
    const { file, exports, close } = await exported('csv')
    writeFileSync(file, exports.text('all.csv').replace('"9.5"', '"10.25"'))
    await imported(file)
    await close()
    expect(changing()).toEqual([['price', 9.5, 10.25, 'in']])
  })

  async function exported(format: ExportFormat) {
    mugs.put(1, fullMug)
    mugs.put(2)
    const exports = openExports({ catalogue: mugs.catalogue, words: () => wordsOfMugs })
    const name = `all.${format === 'ecwid' ? 'csv' : format}`
    await exports.written(name, { format })
    return { file: exports.fileOf(name), exports, close: () => exports.close() }
  }
})

describe('a table of a supplier', () => {
  it('is read with the signs of its columns, in German', async () => {
    const ids = [1, 2].map((n) => mugs.put(n))
    await imported(csv('Artikelnummer;Preis;Bestand', 'M-1;9,99;1.200', 'M-2;1.299,00;7'))
    expect(bulk.rows().map(({ productId, field, after }) => [productId, field, after])).toEqual([
      [ids[0], 'price', 9.99],
      [ids[0], 'quantity', 1200],
      [ids[1], 'price', 1299],
      [ids[1], 'quantity', 7],
    ])
  })

  it('says nothing where a cell is empty', async () => {
    mugs.put(1, { subtitle: 'Old', costPrice: 3 })
    await imported(csv('SKU,Price,Subtitle,Cost price', 'M-1,12,,'))
    expect(rows()).toEqual([['price', 10, 12, 'in']])
  })

  it('asks what numbers mean that can be read in two ways, and then knows', async () => {
    mugs.put(1)
    const file = csv('SKU;Price', 'M-1;1.299')
    await expect(imported(file)).rejects.toThrow(/two ways/)
    await imported(file, { decimals: [null, '.'] })
    expect(rows()).toEqual([['price', 10, 1.299, 'in']])
  })

  it.each([
    ['price', 'price'],
    ['!unlimited', 'unlimited'],
    ['categoryIds', 'category.1'],
  ])('takes nothing where two columns say the same, so that neither wins without a word: %s, %s', async (...both) => {
    mugs.put(1)
    await expect(imported(csv('SKU,Old,New', 'M-1,1,2'), { targets: ['sku', ...both] })).rejects.toThrow(
      '“Old” and “New” hold the same. Leave out all of them but one.',
    )
    expect(bulk.current()).toBeNull()
  })

  it('shows what cannot be read with its reason, and takes the rest of the row', async () => {
    mugs.put(1)
    await imported(csv('SKU,Price,Enabled,Categories,Subtitle', 'M-1,dear,perhaps,Garden,New'))
    expect(bulk.rows().map(({ field, standing, reason }) => [field, standing, reason])).toEqual([
      ['subtitle', 'in', null],
      ['price', 'refused', 'This is no number.'],
      ['enabled', 'refused', 'Write Yes or No.'],
      ['categoryIds', 'refused', 'No category is called Garden.'],
    ])
    // With what stands there.
    const file = bulk.csv(bulk.current()!.id)
    expect(
      ['"dear","This', '"perhaps","Write', '"Garden","No category'].filter((cells) => !file.includes(cells)),
    ).toEqual([])
  })

  it('names the rows that are about no product, or about one for the second time', async () => {
    mugs.put(1)
    mugs.put(2, { sku: 'SAME' })
    mugs.put(3, { sku: 'SAME' })
    const {
      products,
      rows: all,
      unmatched,
      first,
    } = await imported(csv('SKU,Price', 'M-1,1', 'NONE,2', ',3', 'SAME,4', 'M-1,5'))
    expect([products, all, unmatched]).toEqual([1, 5, 4])
    expect(first).toEqual([
      { row: 3, named: 'NONE', why: 'No product has the SKU NONE.' },
      { row: 4, named: '', why: 'The row has neither an Ecwid ID nor a SKU.' },
      { row: 5, named: 'SAME', why: 'More than one product has the SKU SAME.' },
      { row: 6, named: 'M-1', why: 'Row 2 is about the same product.' },
    ])
  })

  it('refuses a table of nothing but its header', async () => {
    await expect(imports.look(csv('SKU;Price'), {})).rejects.toMatchObject({
      info: {
        code: 'invalid-input',
        message:
          'This table has a header and no rows below it. Nothing was changed. Choose a file with at least one row below its header.',
      },
    })
  })

  it('proposes nothing when no row is about a product', async () => {
    const { proposal, unmatched } = await imported(csv('SKU,Price', 'NONE,2'))
    expect([proposal, unmatched, bulk.current()]).toEqual([null, 1, null])
  })

  it('reaches variations by their SKU, and only what they have of their own', async () => {
    mugs.put(1, fullMug)
    await imported(csv('SKU,Price,Name', 'M-1-S,8.5,Other'))
    expect(bulk.rows().map(({ variation, field, before, after }) => [variation, field, before, after])).toEqual([
      ['S', 'price', 8, 8.5],
    ])
  })

  it('counts a stock that was unlimited once it has a number', async () => {
    mugs.put(1, { unlimited: true, quantity: undefined })
    await imported(csv('SKU,In stock', 'M-1,5'))
    expect(changing()).toEqual(
      expect.arrayContaining([
        ['unlimited', true, false, 'in'],
        ['quantity', 0, 5, 'in'],
      ]),
    )
  })

  it('sets one side of the dimensions and one attribute, and leaves the others', async () => {
    mugs.put(1, fullMug)
    await imported(csv('SKU,Dimensions: Width,Attribute: Material', 'M-1,12,Glass'))
    expect(rows()).toEqual([
      ['attributes', { 1: 'Clay', 2: '012345678905' }, { 1: 'Glass', 2: '012345678905' }, 'in'],
      ['dimensions', fullMug.dimensions, { ...fullMug.dimensions, width: 12 }, 'in'],
    ])
  })

  it('reaches a variation whatever the letter case of its SKU, and never its product in its place', async () => {
    mugs.put(1, fullMug)
    await imported(csv('SKU,Price', ' m-1-s ,3'))
    expect(bulk.rows().map(({ variation, after }) => [variation, after])).toEqual([['S', 3]])
    const { unmatched, first } = await imported(
      csv('Product or variation,Ecwid ID,SKU,Price', 'Variation,1,,2', 'Variation,1,OTHER,2'),
    )
    expect([unmatched, first.map(({ why }) => why)]).toEqual([
      2,
      ['It is a variation, with neither a number nor a SKU nor options.', 'No variation of it has the SKU OTHER.'],
    ])
  })

  it('takes no row that has more cells than the header', async () => {
    mugs.put(1)
    const { first } = await imported(csv('SKU,Price,In stock', 'M-1,1,299,5', 'M-2,1,5', 'M-3,2,5'))
    expect(first[0]?.why).toMatch(/more cells than the header/)
  })

  it('takes no row into which a quote drew the rows below, and says in which lines that is', async () => {
    mugs.put(1)
    mugs.put(2)
    const { first, products } = await imported(
      csv(
        'SKU,Name,Price',
        'M-1,"12 inch,1',
        'M-2,Plate,2',
        'M-3,14 inch",3',
        'M-2,"5" mug,4',
        'M-4,"x",5',
        'M-2,Bowl,6',
      ),
    )
    expect(first.map(({ why }) => why)).toEqual([
      'A quote makes one row of lines 2 to 4 of the text, which look like rows of their own. None of them is read. Mend the quote there and import the table again, or choose how its quotes are read.',
      'Its quotes do not fit, so that it goes over lines 5 to 6 of the text, and rows among them are not read. Mend the quote there and import the table again, or choose how its quotes are read.',
    ])
    expect([products, changing()]).toEqual([
      1,
      [
        ['name', 'Mug 2', 'Bowl', 'in'],
        ['price', 10, 6, 'in'],
      ],
    ])
  })

  it('takes no code of which a spreadsheet took zeros or digits', async () => {
    mugs.put(1, { ...fullMug, sku: '00123' })
    await imported(csv('Ecwid ID,SKU,Attribute: UPC,Attribute: Material', '1,123,12345678905,4.00638E+12'))
    expect(bulk.rows().map(({ field, standing, reason }) => [field, standing, reason])).toEqual([
      ['sku', 'refused', 'A spreadsheet took away the zeros in front. Format the column as text there.'],
      ['attributes', 'refused', 'A spreadsheet took away the zeros in front. Format the column as text there.'],
      ['attributes', 'refused', 'A spreadsheet took digits away. Format the column as text there.'],
    ])
  })

  it('converts no units', async () => {
    mugs.put(1)
    words = { ...wordsOfMugs, profile: euros }
    await imported(csv('SKU,Weight,Price,Cost price', 'M-1,500 g,19 %,€ 4'))
    expect(bulk.rows().map(({ field, after, standing }) => [field, after, standing])).toEqual([
      ['costPrice', 4, 'in'],
      ['weight', '500 g', 'refused'],
      ['price', '19 %', 'refused'],
    ])
  })

  it('leaves the stock alone where it cannot read whether it is unlimited', async () => {
    mugs.put(1, { unlimited: true, quantity: undefined })
    await imported(csv('SKU,Unlimited stock,In stock', 'M-1,unbegrenzt,0'))
    expect(rows().map(([field, , , standing]) => [field, standing])).toEqual([['unlimited', 'refused']])
  })

  it('asks which one is meant where several have a name, and changes nothing where it stands as it was exported', async () => {
    words = { ...wordsOfMugs, categories: [...wordsOfMugs.categories, { ...wordsOfMugs.categories[0]!, id: 9 }] }
    mugs.put(1, { categoryIds: [7] })
    mugs.put(2, { categoryIds: [8] })
    await imported(csv('SKU,Categories', 'M-1,Kitchen', 'M-2,Kitchen'))
    expect(bulk.rows().map(({ standing, reason }) => [standing, reason])).toEqual([
      ['same', null],
      ['refused', 'Several have the name Kitchen.'],
    ])
  })

  it('writes attributes of the type that the same row gives', async () => {
    const leather = {
      id: 5,
      name: 'Leather',
      attributes: [{ id: 51, name: 'Material', type: 'CUSTOM', show: 'DESCR' }],
    }
    words = { ...wordsOfMugs, productTypes: [...wordsOfMugs.productTypes, leather] }
    mugs.put(1)
    await imported(csv('SKU,Attribute: Material,Product type', 'M-1,Calf,Leather'))
    expect(rows()).toEqual(expect.arrayContaining([['attributes', {}, { 51: 'Calf' }, 'in']]))
  })

  it('is not read by places that were seen in another table', async () => {
    mugs.put(1)
    const file = csv('SKU,Price', 'M-1,5')
    await expect(imported(file, { columns: ['SKU', 'Cost'] })).rejects.toThrow(/changed meanwhile/)
  })

  it('takes no amount that is finer than the currency, and no half of what is counted', async () => {
    mugs.put(1)
    words = { ...wordsOfMugs, profile: euros }
    await imported(csv('SKU,Price,In stock', 'M-1,9.999,1.5'))
    expect(bulk.rows().map(({ field, standing, reason }) => [field, standing, reason])).toEqual([
      ['price', 'refused', 'EUR has 2 decimals. Write the amount with no more.'],
      ['quantity', 'refused', 'Enter a whole number, or make the stock unlimited.'],
    ])
  })

  it('sets one side of the dimensions of a variation that had none of its own', async () => {
    mugs.put(1, fullMug)
    await imported(csv('SKU,Dimensions: Width', 'M-1-S,3'))
    expect(bulk.rows().map(({ variation, after }) => [variation, after])).toEqual([
      ['S', { ...fullMug.dimensions, width: 3 }],
    ])
  })

  it('is written with the yes as one change set, and undone as one', async () => {
    const id = mugs.put(1)
    await imported(csv('SKU,Price', 'M-1,12'))
    expect(mugs.openOf(id)).toEqual([])
    const { changeSetId } = await bulk.applied()
    expect(mugs.openOf(id)).toMatchObject([{ field: 'price', before: 10, after: 12, setId: changeSetId }])
  })
})

it('takes no row of a variation for its product, whose SKU stands in it', async () => {
  mugs.put(1, fullMug)
  const { unmatched, first } = await imported(
    csv('Product or variation,SKU,Price,Command', 'Variation,M-1,12,', 'Variation,M-1,12,DELETE'),
  )
  expect(unmatched).toBe(2)
  for (const { why } of first) expect(why).toBe('No variation of it has the SKU M-1.')
})

it('takes an Ecwid ID that is no number for no product, and makes none of it', async () => {
  mugs.put(1, fullMug)
  const { added, first } = await imported(csv('Ecwid ID,SKU,Name', '1.23E+08,NEW-1,Mug', 'abc,NEW-2,Bowl'))
  expect({ added, rows: first.map(({ why }) => why) }).toEqual({
    added: 0,
    rows: ['1.23E+08', 'abc'].map((id) => `${id} is no Ecwid ID: such an ID is a whole number.`),
  })
})

it('takes no number of more digits than a spreadsheet keeps for a SKU', () => {
  expect(
    readCell('sku', 1234567890123457000, {
      decimal: '.',
      names: namesOf(words),
      profile: null,
      newCategory: () => null,
    }),
  ).toMatchObject({
    odd: { says: 'digits-gone' },
  })
})
