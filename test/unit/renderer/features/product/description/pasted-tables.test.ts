// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { editorExtensions } from '../../../../../../renderer/features/product/description/editor-extensions'
import { storeHtml } from '../../../../../../renderer/features/product/description/editor-html'
import { readPasted } from '../../../../../../renderer/features/product/description/read-pasted'
import { isRepresentable } from '../../../../../../renderer/features/product/description/representable'

let editor: Editor | undefined
afterEach(() => editor?.destroy())

/** What the store gets when a clipboard is pasted into an empty description. */
function stored(clipboard: string): string {
  editor = new Editor({ element: document.createElement('div'), extensions: editorExtensions('shop') })
  // jsdom has no ClipboardEvent.
  editor.view.pasteHTML(readPasted(clipboard, 'product').html, new Event('paste') as ClipboardEvent)
  return storeHtml(editor.getHTML(), '')
}

const clipboards = [
  [
    'word-table.html',
    '<p>Sizes</p><table><thead><tr><td colspan="2"><strong>Size</strong></td><td><strong>Weight</strong></td></tr></thead><tbody><tr><td rowspan="2">S</td><td><p>small,</p><p>for espresso</p></td><td>120 g</td></tr><tr><td><ul><li>with lid</li><li>with spoon</li></ul></td><td></td></tr></tbody></table><p>After 10<sup>3</sup></p>',
  ],
  [
    'excel-table.html',
    '<table><tbody><tr><td>Size</td><td>Weight</td></tr><tr><td>S</td><td>120</td></tr></tbody></table>',
  ],
  [
    'libreoffice-writer-table.html',
    '<table><thead><tr><th><strong>Size</strong></th><th>Weight</th></tr></thead><tbody><tr><td><p>S</p><p>for espresso</p></td><td></td></tr></tbody></table>',
  ],
  [
    'libreoffice-calc-table.html',
    '<table><tbody><tr><td><strong>Size</strong></td><td>Weight</td></tr><tr><td>S<br>small</td><td>1,200.50</td></tr><tr><td></td><td>x</td></tr></tbody></table>',
  ],
  [
    'google-docs-table.html',
    '<table><tbody><tr><td><strong>Size</strong></td><td>10<sup>3</sup> ml, H<sub>2</sub>O</td></tr></tbody></table>',
  ],
] as const

describe.each(clipboards)('a table pasted from %s', (name, table) => {
  const clipboard = readFileSync(resolve('test/fixtures/clipboards', name), 'utf8')

  it('is the table that was copied, without what the program put around it', () => {
    expect(stored(clipboard)).toBe(table)
  })

  it('lacks nothing to be told, and is held once it is stored', () => {
    expect(readPasted(clipboard, 'product').notice).toBeNull()
    expect(isRepresentable(table)).toBe(true)
  })
})

describe('in what is pasted', () => {
  it('a line break that shows nothing goes, others stay', () => {
    expect(stored('<p>One<br></p><p>Two<br>three<br>\n</p><table><tr><td><b>S<br></b> <td>1</table>')).toBe(
      '<p>One</p><p>Two<br>three</p><table><tbody><tr><td><strong>S</strong></td><td>1</td></tr></tbody></table>',
    )
  })

  it('a row of height 0 with words in it stays', () => {
    expect(stored('<table><tr height=0><td>S<td>1</table>')).toBe(
      '<table><tbody><tr><td>S</td><td>1</td></tr></tbody></table>',
    )
  })
})

describe('plain text that is pasted', () => {
  it.each([
    ['One\nTwo\r\n\r\nThree', '<p>One</p><p>Two</p><p>Three</p>'],
    ['Size\tWeight\nS\t120', '<p>Size\tWeight</p><p>S\t120</p>'],
    ['<b>1 < 2</b> & 3', '<p>&lt;b&gt;1 &lt; 2&lt;/b&gt; &amp; 3</p>'],
    ['See https://example.com/a', '<p>See <a href="https://example.com/a">https://example.com/a</a></p>'],
  ])('%j keeps its words and lines, and nothing in it is read as HTML', (text, html) => {
    editor = new Editor({ element: document.createElement('div'), extensions: editorExtensions('shop') })
    editor.view.pasteText(text, new Event('paste') as ClipboardEvent)
    expect(storeHtml(editor.getHTML(), '')).toBe(html)
    expect(isRepresentable(html)).toBe(true)
  })

  it('takes the place of what is selected, and one undo brings that back', () => {
    editor = new Editor({
      element: document.createElement('div'),
      extensions: editorExtensions('shop'),
      content: '<p>Before after</p>',
    })
    editor.commands.setTextSelection({ from: 1, to: 7 })
    editor.view.pasteText('One\nTwo', new Event('paste') as ClipboardEvent)
    expect(editor.getHTML()).toBe('<p>One</p><p>Two after</p>')
    editor.commands.undo()
    expect(editor.getHTML()).toBe('<p>Before after</p>')
  })
})
