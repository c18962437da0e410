// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { throughEditor } from '../../../../../../renderer/features/product/description/editor-extensions'
import { storeHtml } from '../../../../../../renderer/features/product/description/editor-html'
import { foreignParts, isRepresentable } from '../../../../../../renderer/features/product/description/representable'

describe('a description opens as rich text', () => {
  it.each([
    '',
    '   ',
    'Just words',
    'Two lines<br>of words',
    '<p>A <b>bold</b> and <i>slanted</i> <u>mug</u>.</p>',
    '<p>A <em><strong>nested</strong></em> mug</p>',
    '<p>A <strong><em>nested</em></strong> mug</p>',
    '<h2>Care</h2>\n\n<ul>\n  <li>Dishwasher safe</li>\n  <li>Oven safe<ul><li>up to 200 °C</li></ul></li>\n</ul>',
    '<ol start="3"><li><p>Third</p></li></ol>',
    '<p>See <a href="https://example.com/a?b=1&amp;c=2" target="_blank" rel="noopener">the guide</a></p>',
    '<p>Write to <a href="mailto:shop@example.com">us</a></p>',
    '<blockquote>Quoted</blockquote><hr><p>Tom &amp; Ann &lt;3&nbsp;mugs</p>',
    '<p></p><p>After an empty line</p>',
    '<p>Look: <img src="https://example.com/a.png?x=1&amp;y=2" alt="A mug" title="Blue" width="300" height="200"> nice</p>',
    '<img src="//example.com/a.png" alt="">',
    '<table><tr><td>1</td></tr></table>',
    '<table border="1" width="100%"><thead><tr><th scope="col" colspan="2">Size</th></tr></thead>\n<tbody><tr><td align="right">S</td><td></td></tr></tbody><tfoot><tr><td>x</td><td><p>y</p></td></tr></tfoot></table>',
    '<table><tr><td rowspan="2">S</td><td><ul><li>a</li></ul></td></tr><tr><td>b<br>c</td></tr></table>',
    '<p>H<sub>2</sub>O, 10<sup><b>3</b></sup> and <code>code</code></p><pre><code>a\n b</code></pre>',
    '<h2><a href="https://example.com"><img src="http://example.com/a.png"></a></h2>',
  ])('when the editor can hold all of %j', (html) => {
    expect(isRepresentable(html)).toBe(true)
  })
})

describe('a description opens as source', () => {
  it.each([
    ['<p style="color:red">Red</p>', 'inline styles'],
    ['<p><span style="font-size:20px">Big</span></p>', 'styled text'],
    ['<div>Blocks</div>', 'blocks'],
    ['<p><img src="data:image/png;base64,AAAA"></p>', 'a picture'],
    ['<p><img src="/a.png"></p>', 'a picture'],
    ['<p><img src="https://example.com/a.png" style="float:left"></p>', 'inline styles'],
    ['<iframe src="https://example.com"></iframe>', 'an embedded page'],
    ['<p>Text</p><script>alert(1)</script>', 'a script'],
    ['<p>Text<!-- note --></p>', 'comments'],
    ['<my-widget data-id="1">x</my-widget>', '<my-widget>'],
  ])('when the editor would lose something of %j', (html, part) => {
    expect(isRepresentable(html)).toBe(false)
    expect(foreignParts(html)).toContain(part)
  })

  it.each([
    '<p class="lead">Class</p>',
    '<p id="a">Id</p>',
    '<p data-x="1">Data</p>',
    '<p><a href="javascript:alert(1)">no</a></p>',
    '<p><a name="here">anchor</a></p>',
    '<p align="center">Centred</p>',
    '<p><img src="https://example.com/a.png" srcset="b.png 2x"></p>',
    '<p><img src="https://example.com/a.png" width="0300"></p>',
    '<p><img src="https://example.com/a.png" class="left"></p>',
    '<p><code><b>bold code</b></code></p>',
    '<pre>plain\n  pre</pre>',
    '<ul><p>not an item</p></ul>',
    '<dl><dt>Size</dt><dd>M</dd></dl>',
    '<table><tr><td>1</td></tr><tr><td>1</td><td>2</td></tr></table>',
    '<table><caption>Sizes</caption><tr><td>1</td></tr></table>',
    '<table class="sizes"><tr><td>1</td></tr></table>',
    '<table><tbody><tr><td>1</td></tr></tbody><tbody><tr><td>2</td></tr></tbody></table>',
    '<table></table>',
  ])('when the editor would change %j', (html) => {
    expect(isRepresentable(html)).toBe(false)
  })
})

describe('what the editor writes after an edit', () => {
  it('has no paragraphs in list items, unless they were there', () => {
    const edited = throughEditor('<ul><li>One<ul><li>Two</li></ul></li></ul>')
    expect(storeHtml(edited, '<ul><li>One</li></ul>')).toBe('<ul><li>One<ul><li>Two</li></ul></li></ul>')
    expect(storeHtml('<ul><li><p>One</p></li></ul>', '<ul><li><p>On</p></li></ul>')).toBe(
      '<ul><li><p>One</p></li></ul>',
    )
    expect(storeHtml('<ul><li><p>One</p><p>Two</p></li></ul>', '')).toBe('<ul><li><p>One</p><p>Two</p></li></ul>')
  })

  it('has a head where there was one, and no paragraphs in cells', () => {
    const html = '<table><thead><tr><th>Size</th></tr></thead><tbody><tr><td>S</td></tr></tbody></table>'
    expect(storeHtml(throughEditor(html), html)).toBe(html)
    const asEditorWrites = throughEditor(html)
      .replace('<thead><tr>', '<tbody><tr data-part="thead">')
      .replace('</thead><tbody>', '')
    expect(storeHtml(asEditorWrites, html)).toBe(html)
  })

  it('is nothing for an empty document', () => {
    expect(storeHtml('<p></p>', '<p>Before</p>')).toBe('')
  })
})
