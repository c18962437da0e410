import { describe, expect, it } from 'vitest'
import { foldText, nameSortKey } from '../../../../electron/shared/fold-text'
import { compareCodePoints, parseKeyword, searchWords } from '../../../../electron/shared/search-words'
import { textOfHtml } from '../../../../electron/shared/text-of-html'

describe('the words of a search', () => {
  it('splits at everything that is not a letter or digit', () => {
    expect(searchWords('MUG-01: 300 ml/“blue”')).toEqual(['mug', '01', '300', 'ml', 'blue'])
    expect(searchWords('---')).toEqual([])
  })

  it('folds case and diacritics', () => {
    expect(searchWords('Crème Brûlée ÄÖÜ')).toEqual(['creme', 'brulee', 'aou'])
    expect(foldText('ΟΔΟΣ')).toBe(foldText('οδοσ'))
  })

  it('reads words, prefixes and phrases of a keyword', () => {
    expect(parseKeyword('mug sto* "Hand thrown" x')).toEqual({
      words: [
        { text: 'mug', prefix: false },
        { text: 'sto', prefix: true },
        { text: 'x', prefix: false },
      ],
      phrases: [['hand', 'thrown']],
    })
  })

  it('takes a SKU with a star as words of which the last is a prefix', () => {
    expect(parseKeyword('MUG-0*').words).toEqual([
      { text: 'mug', prefix: false },
      { text: '0', prefix: true },
    ])
  })

  it('ignores a lone star, an empty phrase and an unclosed quote', () => {
    expect(parseKeyword('* "" "mug')).toEqual({ words: [{ text: 'mug', prefix: false }], phrases: [] })
  })

  it('sees a description without its tags', () => {
    expect(
      searchWords(textOfHtml('<p>Salt&nbsp;&amp; <b class="x">pep</b>per&#33; &#xe9;t&eacute;</p><!-- no -->')),
    ).toEqual(['salt', 'pepper', 'ete'])
  })

  it('orders names by code point, as SQLite does', () => {
    const names = ['b', 'Ä', 'a', 'Z', '😀', '\uffee', '10', '9']
    expect([...names].sort((a, b) => compareCodePoints(nameSortKey(a), nameSortKey(b)))).toEqual(
      [...names].sort((a, b) => Buffer.compare(Buffer.from(foldText(a)), Buffer.from(foldText(b)))),
    )
  })
})
