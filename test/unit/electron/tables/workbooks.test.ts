import { describe, expect, it } from 'vitest'
import { readWholeTable } from '../../../support/read-whole-table'
import { writtenFiles } from '../../../support/written-files'
import { workbookOf, zipOf } from '../../../support/zip-files'

const { file } = writtenFiles()
const read = (files: Record<string, string>, choices?: Parameters<typeof readWholeTable>[1]) =>
  readWholeTable(file(zipOf(files)), choices)
/** The cells of a row of its own, below a header. */
async function cells(row: string, more: Record<string, string> = {}) {
  const header = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'
  return (await read(workbookOf(`${header}<row r="2">${row}</row>`, more), { headerRow: 1 })).cells[0]
}

describe('cells of a workbook', () => {
  it.each([
    ['numbers', '<c r="A2"><v>9.9900000000000002</v></c><c r="B2"><v>-3</v></c>', [9.99, -3]],
    [
      'texts that look like numbers',
      '<c r="A2" t="str"><v>007</v></c><c r="B2" t="inlineStr"><is><t> 1.5 </t></is></c>',
      ['007', ' 1.5 '],
    ],
    ['yes and no', '<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c>', [true, false]],
    ['errors', '<c r="A2" t="e"><v>#N/A</v></c>', [{ error: '#N/A' }]],
    [
      'what a formula came to',
      '<c r="A2"><f>B2*2</f><v>4</v></c><c r="B2" t="str"><f>"x"&amp;1</f><v>x1</v></c>',
      [4, 'x1'],
    ],
    [
      'a formula that came to nothing',
      '<c r="A2"><f>B2</f></c><c r="B2" t="str"><f>""</f><v></v></c><c r="C2"><v>1</v></c>',
      [null, null, 1],
    ],
    ['dates by their name', '<c r="A2" t="d"><v>2026-03-01T00:00:00Z</v></c>', [{ date: '2026-03-01' }]],
    ['signs that XML escapes', '<c r="A2" t="str"><v>&lt;b&gt; &amp;amp; &#228;&#x20AC;</v></c>', ['<b> &amp; ä€']],
    ['signs that XML cannot hold', '<c r="A2" t="str"><v>a_x000D_\nb_x005F_x0041_</v></c>', ['a\r\nb_x0041_']],
    ['data without escapes', '<c r="A2" t="str"><v><![CDATA[<p>&]]></v></c>', ['<p>&']],
    ['gaps', '<c r="C2"><v>3</v></c>', [null, null, 3]],
    ['cells without a place', '<c><v>1</v></c><c><v>2</v></c>', [1, 2]],
    ['single quotes and spaces in tags', "<c r = 'A2' t='str' ><v >x</v ></c >", ['x']],
    ['names with a prefix', '<x:c r="A2"><x:v>5</x:v></x:c>', [5]],
    ['a `>` in an attribute', '<c r="A2" x="a>b" t="str"><v>x</v></c>', ['x']],
  ])('are read: %s', async (_what, row, expected) => expect(await cells(row)).toEqual(expected))

  it('take shared texts by their number, with rich text, without how they are spoken', async () => {
    const texts =
      '<sst><si><t>plain</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">rich </t></r><r><t>text</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>'
    expect(
      await cells(
        '<c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>0</v></c><c r="D2" t="s"><v>9</v></c>',
        {
          'xl/sharedStrings.xml': texts,
        },
      ),
    ).toEqual(['rich text', '東京', 'plain'])
  })

  it('take dates and zeros in front from the format of the number', async () => {
    const codes = ['dd\\.mm\\.yyyy', '00000', '0.00', '[h]:mm', '[$-407]d. mmmm yyyy', '"day "0', 'General', 'hh:mm']
    const styles = `<styleSheet><numFmts>${codes.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${codes.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`
    const row = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((style) => `<c s="${style}"><v>46082</v></c>`).join('')
    expect(
      await cells(
        `${row}<c s="2"><v>46082.4375</v></c><c s="9"><v>0.75</v></c><c s="2"><v>1</v></c><c s="3"><v>12</v></c>`,
        { 'xl/styles.xml': styles },
      ),
    ).toEqual([
      46082,
      { date: '2026-03-01' },
      { date: '2026-03-01' },
      '46082',
      46082,
      46082,
      { date: '2026-03-01' },
      46082,
      46082,
      { date: '2026-03-01T10:30:00' },
      { date: '18:00:00' },
      { date: '1900-01-01' },
      '00012',
    ])
  })

  it('count days from 1904 where the workbook does', async () => {
    const workbook = '<workbook><workbookPr date1904="1"/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>'
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    expect(await cells('<c s="0"><v>44620</v></c>', { 'xl/workbook.xml': workbook, 'xl/styles.xml': styles })).toEqual([
      { date: '2026-03-01' },
    ])
  })
})

describe('rows of a workbook', () => {
  it('keep their number where rows between them are not there, or are empty', async () => {
    const { rows, headerRow } = await read(
      workbookOf(
        '<row r="3"><c r="A3" t="str"><v>SKU</v></c></row><row r="4"><c r="A4" s="1"/></row><row r="9"><c r="A9" t="str"><v>x</v></c></row>',
      ),
    )
    expect([headerRow, ...rows.map(({ row }) => row)]).toEqual([3, 9])
  })

  it('come from the first sheet that is not hidden, or from the one that was chosen', async () => {
    const relation = (id: number) =>
      `<Relationship Id="r${id}" Type="x/worksheet" Target="/xl/worksheets/sheet${id}.xml"/>`
    const files = workbookOf('<row><c t="str"><v>hidden</v></c></row>', {
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="A" state="veryHidden" r:id="r1"/><sheet name="B &amp; C" r:id="r2"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation(1)}${relation(2)}</Relationships>`,
      'xl/worksheets/sheet2.xml':
        '<worksheet><sheetData><row><c t="str"><v>shown</v></c></row></sheetData></worksheet>',
    })
    const { sheet, sheets, columns } = await read(files)
    expect({ sheet, columns }).toEqual({ sheet: 'B & C', columns: ['shown'] })
    expect(sheets).toEqual([
      { name: 'A', isHidden: true },
      { name: 'B & C', isHidden: false },
    ])
    expect((await read(files, { sheet: 'A' })).columns).toEqual(['hidden'])
    await expect(read(files, { sheet: 'D' })).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'There is no sheet “D” in this file. Nothing was changed. Choose another sheet.',
    })
  })
})

describe('a workbook that is made to do harm, or damaged', () => {
  const damaged = /^This Excel file is damaged: a part of it cannot be read\. Nothing was changed\./
  const tooLarge = /^This Excel file is far larger inside than it looks/
  const message = (bytes: Uint8Array) =>
    readWholeTable(file(bytes)).then(
      () => null,
      (error: Error) => error.message,
    )

  it('is refused where it is far larger inside than outside', async () => {
    expect(await message(zipOf(workbookOf(' '.repeat(100 * 1024 * 1024))))).toMatch(tooLarge)
  })

  it('is refused where it says that it is larger than any list', async () => {
    const sheet = 'xl/worksheets/sheet1.xml'
    expect(await message(zipOf(workbookOf(''), { [sheet]: 2 ** 32 - 2 }))).toMatch(tooLarge)
  })

  it('is refused where it holds more or less than it says', async () => {
    const files = workbookOf(`<row><c><v>${'1'.repeat(1000)}</v></c></row>`)
    for (const says of [10, 5000])
      expect(await message(zipOf(files, { 'xl/worksheets/sheet1.xml': says }))).toMatch(damaged)
  })

  it('is refused where a part is missing or broken', async () => {
    const { 'xl/workbook.xml': _workbook, ...without } = workbookOf('')
    expect(await message(zipOf(without))).toMatch(damaged)
    const bytes = zipOf(workbookOf(`<row>${'<c><v>1</v></c>'.repeat(500)}</row>`))
    bytes.fill(0xff, bytes.indexOf('xl/worksheets/sheet1.xml') + 30, bytes.indexOf('xl/worksheets/sheet1.xml') + 60)
    expect(await message(bytes)).toMatch(damaged)
    expect(await message(zipOf(workbookOf('')).subarray(0, -30))).toMatch(/its end is missing/)
  })

  it('is refused with more columns or rows than a table has', async () => {
    expect(await message(zipOf(workbookOf('<row r="7"><c r="XFE7"><v>1</v></c></row>')))).toMatch(
      /^Row 7 has more than 16,384 columns/,
    )
    expect(await message(zipOf(workbookOf('<row r="2000001"><c><v>1</v></c></row>')))).toMatch(
      /^This table has more than 2,000,000 rows/,
    )
  })
})
