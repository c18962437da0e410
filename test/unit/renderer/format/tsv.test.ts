import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTsv, writeTsv } from '../../../../renderer/format/tsv'

describe('a block of boxes on the clipboard', () => {
  it('is read as programs for tables write it', () => {
    expect(readTsv('1,50\t"two\nlines"\r\n\t"a ""b"""\r\n')).toEqual([
      ['1,50', 'two\nlines'],
      ['', 'a "b"'],
    ])
    expect(readTsv('one')).toEqual([['one']])
    expect(readTsv('"one')).toEqual([['"one']])
  })

  it('comes back as it was written', () => {
    const texts = fc.array(fc.string(), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (rows) => {
        expect(readTsv(writeTsv(rows))).toEqual(rows)
      }),
    )
  })
})
