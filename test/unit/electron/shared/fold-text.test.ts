import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, isBlank } from '../../../../electron/shared/fold-text'
import { foundPlaces } from '../../../../electron/shared/found-places'
import { holdsWords } from '../../../../electron/shared/holds-words'
import { textOfHtml } from '../../../../electron/shared/text-of-html'

describe('texts that are alike', () => {
  it.each([
    ['ＳＯＮＹ　Ａ７', 'sony a7'],
    ['Coﬀee ﬁlter', 'coffee filter'],
    ['Gießkanne groß', 'giesskanne gross'],
    ['g/m² H₂O', 'g/m2 h2o'],
    ['Smørrebrød Łódź Đuro Æther', 'smorrebrod lodz duro aether'],
    ['Işıklı İSTANBUL', 'isikli istanbul'],
    ['Wasch\u00adma\u200bschine', 'waschmaschine'],
    ['Mo\u0308bel', 'mobel'],
    ['Lego™ 80㎡', 'lego  80 m2 '],
    ['Ёлка', 'елка'],
  ])('%s is %s', (written, folded) => {
    expect(foldText(written)).toBe(folded)
  })

  it('keeps letters that a mark makes another one', () => {
    expect(foldText('が')).not.toBe(foldText('か'))
    expect(foldText('й')).not.toBe(foldText('и'))
  })

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('knows a name that nobody can see', () => {
    expect(isBlank(' \u200b\u00ad\u2060\u3164')).toBe(true)
    expect(isBlank('\u200bA')).toBe(false)
  })

  it('finds places in the text as written', () => {
    const found = (text: string, needle: string) =>
      foundPlaces(text, [{ text: foldText(needle), where: 'start' }]).map(([from, to]) => text.slice(from, to))
    expect(found('Gieß\u00adkanne', 'giess')).toEqual(['Gieß'])
    expect(found('有田焼コーヒーカップ青', 'カップ')).toEqual(['カップ'])
    expect(found('不锈钢保温杯500毫升', '500')).toEqual(['500'])
    expect(found('Humbug', 'bug')).toEqual([])
  })

  it('narrows a list to choose from', () => {
    for (const typed of ['mobel', 'kuche', 'Mo\u0308bel', 'kuc mob', ' '])
      expect(holdsWords('Möbel & Küche', typed)).toBe(true)
    expect(holdsWords('Möbel & Küche', 'bad')).toBe(false)
  })
})

describe('what a reader sees of HTML', () => {
  it.each([
    ['<p>Caf&eacute; d&uuml;nn</p><script>secretword()</script>', ' Café dünn  '],
    ['<style>.a{color:red}</STYLE >x', ' x'],
    ['3 < 5 &amp; 7 &gt; 6', '3 < 5 & 7 > 6'],
    ['<td title="a > b">c</td>', ' c '],
    ['&scaron;&lstrok;&Omega;&uuml &unknown; &#x41;&#66;', 'šłΩü &unknown; AB'],
    ['a<!-- b > c -->d', 'ad'],
    ['H<sub>2</sub>O, <B class="x">pep</B>per, <a href="/">lin</a>k, <span>a</span><EM/>b', 'H2O, pepper, link, ab'],
    ['red<br>blue<p>green</p>grey<img src="x">black', 'red blue green grey black'],
    ['<tr><td>S</td><td>M</td></tr><li>one</li><li>two</li>', '  S  M   one  two '],
    ['<del>10</del><ins>8</ins><strongest>x</strongest>', ' 10  8  x '],
    ['&am<b>p;</b>', '&amp;'],
  ])('%s', (html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })
})
