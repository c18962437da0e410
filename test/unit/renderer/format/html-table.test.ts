// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readHtmlTable, writeHtmlTable } from '../../../../renderer/format/html-table'

const clipboard = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/clipboards', name), 'utf8')

it('reads a table as LibreOffice puts it on the clipboard', () => {
  expect(readHtmlTable(clipboard('libreoffice-calc-table.html'))).toEqual([
    ['Size', 'Weight'],
    ['S\nsmall', '1,200.50'],
    ['', 'x'],
  ])
  expect(readHtmlTable('<p>no table</p>')).toBeNull()
})

it('writes a table that comes back as it was, and says which columns are text', () => {
  const text = fc.string().map((each) => each.replace(/[\s\0]+/g, ' ').trim())
  const width = 3
  const rows = fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(rows, (block) => {
      expect(readHtmlTable(writeHtmlTable(block, () => false))).toEqual(block)
    }),
  )
  expect(writeHtmlTable([['007', '7']], (at) => at === 0)).toContain(
    `<td style="mso-number-format:'\\@'">007</td><td>7</td>`,
  )
})
