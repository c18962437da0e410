import { fullMug } from './full-mug'
import type { OpenImports } from './an-import'

/** What programs for tables like to take for something else, or write in their own way. */
const oddTexts = [
  ...['=1+1', '+1', '-1', '@x', "'abc", '00123', '1/2', '2026-03-04', '#N/A', '1e5', '1.299', '9,99', '5%', '€ 9,99'],
  ...[' leading', 'trailing ', '  two  spaces  ', 'a\tb', 'a\nb', 'a\r\nb', 'a\rb', 'x\u0001y', '_x0041_', 'a"b"c'],
  ...['😀 👩‍👩‍👧', 'שלום', 'Größe äöüß', 'e\u0301', '\u00a0b', 'a\u2028b', '& < > " \'', 'http://x.example', '4.00638E+12'],
  ...['=HYPERLINK("http://x";"y")', 'long '.repeat(1000).trim()],
]

/** A product of each, and one with something in every kind of column. */
export function putOddTexts({ mugs }: Pick<OpenImports, 'mugs'>): void {
  for (const [at, text] of oddTexts.entries()) {
    const description = `<p>${text}</p>\r\n<p>more</p>`
    mugs.put(at + 1, { name: text, sku: `0${at}`, price: at + 0.1, description, seoTitle: text })
  }
  mugs.put(900, { ...fullMug, sku: '007', description: '<p>Holds\r\ntea</p>' })
}
