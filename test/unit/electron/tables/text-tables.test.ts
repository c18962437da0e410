import { describe, expect, it } from 'vitest'
import { readWholeTable } from '../../../support/read-whole-table'

const read = (text: string, choices?: Parameters<typeof readWholeTable>[1]) => readWholeTable({ text }, choices)

describe('the separator', () => {
  it.each([
    ['commas', ',', 'SKU,Name,Price\nA-1,Mug,9.99\nA-2,Plate,12.50'],
    ['semicolons beside decimal commas', ';', 'Artikel;Preis;Gewicht\nTasse;9,99;0,3\nTeller;12,50;0,6'],
    ['tabs beside commas', '\t', 'Name\tText\nMug\tBlue, big, round\nPlate\tWhite, flat, round'],
    ['bars', '|', 'SKU|Name\nA-1|Mug\nA-2|Plate'],
    [
      'semicolons beside sentences with as many commas each',
      ';',
      'Name;Price\nTable, wood, brown;9\nChair, steel, gray;5',
    ],
    ['commas beside semicolons of HTML', ',', 'SKU,Text\nA-1,<p>Fish &amp; chips&nbsp;</p>\nA-2,<b>&lt;</b>'],
    ['commas of rows that are not even', ',', 'a,b,c\n1,2\n1,2,3,4\n1,2,3\n1'],
    ['what Excel says itself', ';', 'sep=;\r\na,b;c\r\n1,5;2'],
    ['semicolons below a title with a comma', ';', 'Price list, spring\n\nSKU;Price\nA;1,5\nB;2,5'],
  ])('is found: %s', async (_what, separator, text) => expect((await read(text)).separator).toBe(separator))

  it('is the one that was chosen by hand', async () => {
    const { columns, cells } = await read('a,b;c\n1,5;2', { separator: ',' })
    expect(columns).toEqual(['a', 'b;c'])
    expect(cells).toEqual([['1', '5;2']])
  })

  it('needs none for one column', async () => {
    expect(await read('SKU\nA-1\nA-2')).toMatchObject({ columns: ['SKU'], cells: [['A-1'], ['A-2']] })
  })
})

describe('cells of a text', () => {
  it('stand as they are: quotes in quotes, separators, ends of lines, spaces', async () => {
    const { cells } = await read('a,b,c\r\n"12"" plate","x,y"," z "\r\n"two\r\nlines","one\n","cr\r"\r\n')
    expect(cells).toEqual([
      ['12" plate', 'x,y', ' z '],
      ['two\r\nlines', 'one\n', 'cr\r'],
    ])
  })

  it('are nothing where nothing is in them', async () => {
    expect((await read('a,b,c\n,"",x\n')).cells).toEqual([[null, null, 'x']])
  })

  it('lose the apostrophe that an export put before a text, and no other', async () => {
    const { cells } = await read(`a,b,c,d\n"'=1+1","'-5","'quoted'","''=1"`)
    expect(cells).toEqual([['=1+1', '-5', "'quoted'", "'=1"]])
  })

  it('lose zeros, which are nobody’s text', async () => {
    expect((await read('a,b\nx\0y,z\0')).cells).toEqual([['xy', 'z']])
  })

  it.each(['\n', '\r\n', '\r'])('end with the line, however it ends: %j', async (end) => {
    const { cells } = await read(['a,b', '1,2', '"3",4', '5,"6"', ''].join(end))
    expect(cells).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })

  it('end with the line where lines end in both ways', async () => {
    expect((await read('a,b\r\n1,2\n"3","4"\r\n5,6')).cells).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })
})

describe('rows', () => {
  it('are numbered as a spreadsheet numbers them, empty ones too, which are left out', async () => {
    const { rows } = await read('\n\nSKU,Price\nA,1\n,\n\nB,2\n\n')
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [4, 'A', '1'],
      [7, 'B', '2'],
    ])
  })

  it('may be shorter than the header, and are doubted when longer', async () => {
    const { rows, columns } = await read('a,b,c\n1\n1,2,3,,\n1,2,3,4\n1,2,3')
    expect(columns).toEqual(['a', 'b', 'c'])
    expect(rows.map(({ cells, doubt }) => [cells.length, doubt])).toEqual([
      [1, null],
      [3, null],
      [4, 'too-many-cells'],
      [3, null],
    ])
  })

  it('are doubted where quotes stand in the midst of a text', async () => {
    const { rows } = await read('a,b\n"Best" mug",1\n5" plate,2\n"x","y"')
    expect(rows.map(({ cells, doubt }) => [...cells, doubt])).toEqual([
      ['Best" mug', '1', 'quotes'],
      ['5" plate', '2', null],
      ['x', 'y', null],
    ])
  })

  it('are doubted where a quote takes in the rows below, and say which lines of the text that are', async () => {
    const { rows } = await read(
      'SKU,Name,Price\nA,Mug,1\nB,"12 inch,2\nC,Bowl,3\nD,14 inch",4\nE,"two\nlines",5\nF,"5 x" 3",6',
    )
    expect(rows.map(({ row, cells, doubt, lines }) => [row, cells[0], doubt, lines])).toEqual([
      [2, 'A', null, undefined],
      [3, 'B', 'rows-within', [3, 5]],
      [4, 'E', null, undefined],
      [5, 'F', 'quotes', [8, 8]],
    ])
  })

  it('say which lines those are in a long text too, below cells of several lines', async () => {
    const long = Array.from({ length: 9000 }, (_, at) =>
      at % 4000 === 1 ? `${at},"two\nlines",1` : `${at},Mug ${at},1`,
    )
    const { rows } = await read(['SKU,Name,Price', ...long, 'X,"5 x" 3",6'].join('\n'))
    expect(rows.at(-1)).toMatchObject({ row: 9002, doubt: 'quotes', lines: [9005, 9005] })
  })

  it.each([
    ['a sentence in the last of two columns', 'a,b\n1,"Round, blue\nmade, of clay"'],
    ['decimals in the middle of three', 'a,b,c\n1,"1,5 kg\n2,5 kg",9'],
    ['a description of several lines', 'a,b,c\n1,"<ul>\n<li>Blue, big</li>\n</ul>",9'],
    ['line ends alone', 'a,b\n"1\n2","3\n4"'],
  ])('are whole where a cell has several lines of its own: %s', async (_what, text) =>
    expect((await read(text)).rows.map(({ doubt }) => doubt)).toEqual([null]),
  )

  it('are read as their quotes stand where the person says so', async () => {
    const text = 'a,b\n"x,1\ny",2\n"Best" mug",3'
    expect((await read(text)).rows.map(({ doubt }) => doubt)).toEqual(['rows-within', 'quotes'])
    expect((await read(text, { quotes: 'trusted' })).rows.map(({ doubt }) => doubt)).toEqual([null, null])
  })

  it('are read without quotes where the person says so', async () => {
    const { cells } = await read('a,b\n"Best" mug,1\n5" plate,"2', { quotes: 'ignored' })
    expect(cells).toEqual([
      ['"Best" mug', '1'],
      ['5" plate', '"2'],
    ])
  })

  it('say of a quote that is not closed that they may be read without', async () => {
    await expect(read('a,b\n"x,1\ny,2')).rejects.toMatchObject({
      info: { fields: { quotes: expect.stringMatching('is not closed') } },
    })
    expect((await read('a,b\n"x,1\ny,2', { quotes: 'ignored' })).cells).toEqual([
      ['"x', '1'],
      ['y', '2'],
    ])
  })

  it('are refused from a quote on that is not closed', async () => {
    await expect(read('a,b\n1,2\n3,"4\n5,6\n')).rejects.toMatchObject({
      code: 'invalid-input',
      message:
        'A quote in line 3 is not closed, so that all below it would be one cell. Nothing was changed. Close the quote in the file or take it out, and choose the file again.',
    })
  })

  it('come in portions, as much at a time as nobody waits for', async () => {
    const line = `${'x'.repeat(99)}\n`
    const { openTable } = await import('../../../../electron/tables/open-table')
    const table = await openTable({ text: `name\n${line.repeat(10_000)}` })
    const portions: number[] = []
    const reads: number[] = []
    for await (const { rows, read: part } of table.portions()) {
      portions.push(rows.length)
      reads.push(part)
    }
    expect(portions.reduce((sum, each) => sum + each, 0)).toBe(10_000)
    expect(Math.max(...portions)).toBeLessThan(2000)
    expect(reads.at(-1)).toBe(1)
    expect(reads).toEqual([...reads].sort((a, b) => a - b))
  })
})

describe('the header', () => {
  it.each([
    ['the first row', 1, 'SKU,Price\nA,1\nB,2'],
    ['below empty rows', 3, '\n,\nSKU,Price\nA,1'],
    [
      'below a title and an address',
      4,
      'Price list 2026,,,\nACME Ltd.,,,\n,,,\nSKU,Name,Price,Stock\nA,Mug,1,2\nB,Plate,3,4',
    ],
    ['of texts alone', 1, 'SKU,Name\nA,Mug\nB,Plate'],
    ['with years for names', 1, 'SKU,2024,2025\nA,many,few\nB,few,many'],
    ['alone', 1, 'SKU,Name'],
  ])('is found: %s', async (_what, headerRow, text) => expect((await read(text)).headerRow).toBe(headerRow))

  it('is none where the first row is like the others', async () => {
    const { headerRow, columns, rows, header } = await read('A-1,Mug,9.99,3\nA-2,Plate,12.50,5\nA-3,Cup,5,1')
    expect({ headerRow, header }).toEqual({ headerRow: null, header: null })
    expect(columns).toEqual(['Column A', 'Column B', 'Column C', 'Column D'])
    expect(rows).toHaveLength(3)
  })

  it('is the row that was chosen by hand, or none', async () => {
    const text = 'x,y\nSKU,Price\nA,1'
    expect((await read(text, { headerRow: 2 })).columns).toEqual(['SKU', 'Price'])
    expect((await read(text, { headerRow: null })).rows).toHaveLength(3)
  })

  it('gives each column a name of its own, in one line, and keeps what stands there', async () => {
    const { columns, header } = await read('Price,Price,"Name\nof it",,Price (2), Price \n1,2,3,4,5,6')
    expect(columns).toEqual(['Price', 'Price (3)', 'Name of it', 'Column D', 'Price (2)', 'Price (4)'])
    expect(header).toEqual(['Price', 'Price', 'Name\nof it', null, 'Price (2)', ' Price '])
  })

  it('names what stands in most rows beside it', async () => {
    expect((await read('SKU,Price\nA,1,x\nB,2,y\nC,3')).columns).toEqual(['SKU', 'Price', 'Column C'])
  })
})

describe('bounds', () => {
  const problem = async (text: string) =>
    read(text).then(
      () => null,
      (error: Error) => error.message,
    )

  it('lets 16,000 columns through, and says where there are more than Excel has', async () => {
    const wide = (columns: number) => `${Array.from({ length: columns }, (_, at) => `c${at}`).join(',')}\n1,2`
    expect((await read(wide(16_000))).columns).toHaveLength(16_000)
    expect(await problem(wide(16_385))).toBe(
      'Row 1 has more than 16,384 columns, which is all that Excel has. Nothing was changed. Look whether the separator is the right one, or take out columns you do not need.',
    )
  })

  it('says which cell is too long', async () => {
    expect(await problem(`a,b\n1,2\n3,${'x'.repeat(1_000_001)}`)).toBe(
      'The cell in row 3, column B, has more than 1,000,000 characters. Nothing was changed. Look whether a quote is missing there, or make the text shorter.',
    )
  })

  it('says which row has no end', async () => {
    expect(await problem(`a,b\n1,"${'x,y\n'.repeat(1_100_000)}`)).toBe(
      'Row 2 does not end within 4,000,000 characters. Nothing was changed. Look whether a quote is missing there, or whether this is a table at all.',
    )
  })

  it('says when there is nothing', async () => {
    for (const text of ['', '\n\n', ',,\n"",""']) {
      expect(await problem(text)).toBe(
        'There is nothing in this table. Nothing was changed. Choose a file with at least one row.',
      )
    }
  })
})
