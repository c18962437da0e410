// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { throughEditor } from '../../../../../../renderer/features/product/description/editor-extensions'
import { storeHtml } from '../../../../../../renderer/features/product/description/editor-html'
import { readPasted } from '../../../../../../renderer/features/product/description/read-pasted'
import { isRepresentable } from '../../../../../../renderer/features/product/description/representable'

const stored = (html: string) => storeHtml(throughEditor(readPasted(html, 'product').html), '')
const excel =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0 cellpadding=0><tr><td class=xl65>Size</td><td>Weight</td></tr><tr><td>S</td><td x:num>120</td></tr><tr><td>M</td><td x:num>150</td></tr></table></body></html>'
const sheets =
  '<google-sheets-html-origin><style>td {border: 1px solid #ccc}</style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" border="1" style="table-layout:fixed"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="padding:2px">Size</td><td data-sheets-value="{&quot;1&quot;:3}">12</td></tr></tbody></table>'

describe('a pasted table', () => {
  it('of a spreadsheet stays a table', () => {
    expect(stored(excel)).toBe(
      '<table><tbody><tr><td>Size</td><td>Weight</td></tr><tr><td>S</td><td>120</td></tr><tr><td>M</td><td>150</td></tr></tbody></table>',
    )
    expect(stored(sheets)).toBe('<table><tbody><tr><td>Size</td><td>12</td></tr></tbody></table>')
    expect(readPasted(excel, 'product').notice).toBeNull()
    expect(readPasted(sheets, 'product').notice).toBeNull()
  })

  it('keeps its head, its joined cells, and its caption as a line', () => {
    const html =
      '<table><caption>Sizes</caption><thead><tr><th colspan="2">Mug</th></tr></thead><tbody><tr><td>S</td><td>1</td></tr></tbody></table>'
    expect(stored(html)).toBe(
      '<p>Sizes</p><table><thead><tr><th colspan="2">Mug</th></tr></thead><tbody><tr><td>S</td><td>1</td></tr></tbody></table>',
    )
  })

  it('is held once it is stored', () => {
    for (const html of [excel, sheets]) expect(isRepresentable(stored(html))).toBe(true)
  })
})

describe('what is pasted', () => {
  it('keeps raised, lowered and code', () => {
    expect(stored('<p>10<sup>3</sup> H<sub>2</sub>O <code>a</code></p><pre>b\n  c</pre>')).toBe(
      '<p>10<sup>3</sup> H<sub>2</sub>O <code>a</code></p><pre><code>b\n  c</code></pre>',
    )
  })

  it.each([
    // Word's own raising, a length of the web, and the small cents at the top of a price.
    ['<p>10<span style="position:relative;top:-3.0pt;mso-text-raise:3.0pt">3</span></p>', '<p>10<sup>3</sup></p>'],
    ['<p>H<span style="position:relative;top:3.0pt;mso-text-raise:-3.0pt">2</span>O</p>', '<p>H<sub>2</sub>O</p>'],
    ['<p>m<span style="font-size:60%; vertical-align: 30%">2</span></p>', '<p>m<sup>2</sup></p>'],
    ['<p>m<span style="vertical-align:4px">2</span></p>', '<p>m<sup>2</sup></p>'],
    ['<p>12<span style="vertical-align:top;font-size:.6em">99</span></p>', '<p>12<sup>99</sup></p>'],
    [
      '<p style="font-size:20px">12<span style="font-size: 12px; vertical-align: text-top">99</span></p>',
      '<p>12<sup>99</sup></p>',
    ],
    ['<p>in <span style="vertical-align:1px">line</span></p>', '<p>in line</p>'],
    ['<p>at the <span style="vertical-align:top;font-size:16px">top</span></p>', '<p>at the top</p>'],
    ['<p>10<sup><span style="vertical-align:super">3</span></sup></p>', '<p>10<sup>3</sup></p>'],
  ])('raises what only a style raises: %s', (html, written) => {
    expect(stored(html)).toBe(written)
    expect(readPasted(html, 'product').notice).toBeNull()
  })

  it('keeps the words and the picture in the boxes of a form', () => {
    expect(stored('<p>Size<input value="42">cm<input type=hidden value=7>!</p>')).toBe('<p>Size 42 cm!</p>')
    expect(stored('<p>Tick<input type="checkbox" value="on">here</p>')).toBe('<p>Tick here</p>')
    expect(stored('<p><input type="image" src="https://x.example/a.png" alt="A"></p>')).toBe(
      '<p><img src="https://x.example/a.png" alt="A"></p>',
    )
  })

  it.each([
    [
      '<p>Before <img src="data:image/png;base64,AAAA" alt="tiny"> after</p>',
      'Save it as a file and add it under Media.',
    ],
    ['<p>Before<img src="file:///a.png">after<img src="cid:1"></p>', 'Save them as files and add them under Media.'],
    ['<p>Before</p><iframe src="https://x.example"></iframe><p>after</p>', 'an embedded page'],
    ['<p>Before<amp-img src="https://x.example/a.png"></amp-img>after</p>', 'an embedded object'],
    ['<p><model-viewer src="https://x.example/a.glb">Before</model-viewer>after</p>', 'an embedded object'],
    ['Before<video src="https://x.example/a.mp4"></video>after', 'a video'],
    ['<p>Before</p><pre>10<sup>3</sup></pre><p>after</p>', 'raised letters'],
  ])('says what it leaves out of %s', (html, part) => {
    expect(readPasted(html, 'product').notice).toContain(part)
    expect(stored(html)).toMatch(/Before\b.*\bafter/)
  })

  it.each([
    '<button>Before</button><button>after</button>',
    '<select><option>Before</option><option>after</option></select>',
    '<span style="display:block">Before</span><span style="display:block">after</span>',
    '<details><summary>Before</summary>after</details>',
    '<dl><dt>Before</dt><dd>after</dd></dl>',
    '<form><label>Before</label>after</form>',
    '<center>Before</center>after',
    'Before<svg><text>x</text></svg>after',
  ])('keeps the words of %s apart', (html) => {
    expect(stored(html)).not.toContain('Beforeafter')
    expect(stored(html)).toMatch(/Before\b.*\bafter/)
  })
})

/** Clipboard HTML whose words are known: each leaf has one of its own, in a block, a cell or a line of its own. */
const tags = 'div section p h2 li dt dd center summary button option pre figcaption main nav label'.split(' ')
const wraps = ['table', 'tbody', 'tr', 'ul', 'dl', 'form', 'div', 'details', 'blockquote', 'code', 'article']
const leaf = fc.constantFrom(...tags).map((tag) => `<${tag}>#</${tag}>`)
const { page } = fc.letrec<{ page: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.constantFrom('<p><b>#</b> <sup>#</sup></p>', '<p>#<br>#</p>', '<table><tr><td>#<td>#<tr><th>#</table>'),
    tie('page'),
  ),
  page: fc
    .tuple(fc.constantFrom(...wraps), fc.array(tie('part'), { minLength: 1, maxLength: 4 }))
    .map(([tag, parts]) => `<${tag}>${parts.join('')}</${tag}>`),
}))

describe('of generated clipboards', () => {
  it('every word is there, in order and apart', () => {
    fc.assert(
      fc.property(page, (made) => {
        let count = 0
        const html = made.replaceAll('#', () => `w${count++}`)
        const box = document.createElement('template')
        box.innerHTML = html
        const there = box.content.textContent?.match(/w\d+/g) ?? []
        const kept = document.createElement('template')
        kept.innerHTML = throughEditor(readPasted(html, 'product').html).replace(
          /<\/?(p|h\d|td|th|tr|li|pre|br|table|ul|blockquote)\b[^>]*>/g,
          ' $& ',
        )
        const words = kept.content.textContent?.split(/\s+/).filter(Boolean) ?? []
        expect(words).toEqual(there)
      }),
      { numRuns: 300 },
    )
  })
})
