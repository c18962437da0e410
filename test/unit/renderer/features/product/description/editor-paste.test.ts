// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import { editorExtensions } from '../../../../../../renderer/features/product/description/editor-extensions'
import { storeHtml } from '../../../../../../renderer/features/product/description/editor-html'
import { readPasted } from '../../../../../../renderer/features/product/description/read-pasted'

let editor: Editor | undefined
afterEach(() => editor?.destroy())

function opened(content: string): Editor {
  const made = new Editor({ element: document.createElement('div'), extensions: editorExtensions('shop'), content })
  editor = made
  return made
}

/** jsdom has no ClipboardEvent. */
const pasting = () => new Event('paste') as ClipboardEvent
const html = (of: Editor) => storeHtml(of.getHTML(), '')

describe('the editor', () => {
  it('takes a table into the middle of a paragraph, and gives it back with one undo', () => {
    const made = opened('<p>Before after</p>')
    made.commands.setTextSelection(8)
    made.view.pasteHTML(readPasted('<table><tr><td>S</td><td>1</td></tr></table>', 'product').html, pasting())
    expect(html(made)).toBe('<p>Before </p><table><tbody><tr><td>S</td><td>1</td></tr></tbody></table><p>after</p>')
    made.commands.undo()
    expect(html(made)).toBe('<p>Before after</p>')
  })

  it('shows of a picture what it has, and nothing else', () => {
    const [bare, described] = opened(
      '<p><img src="https://a.example/1.png"><img src="https://a.example/2.png" alt="Mug"></p>',
    ).view.dom.querySelectorAll('img:not(.ProseMirror-separator)')
    expect(bare?.hasAttribute('alt')).toBe(false)
    expect(described?.getAttribute('alt')).toBe('Mug')
  })

  it('inserts, grows and removes a table', () => {
    const made = opened('<p>x</p>')
    made.commands.setTextSelection(2)
    made.commands.insertTable()
    expect(html(made).match(/<th>/g)).toHaveLength(3)
    expect(html(made).match(/<tr>/g)).toHaveLength(3)
    made.commands.setTextSelection(7)
    expect(made.isActive('table')).toBe(true)
    made.commands.addTableRow()
    made.commands.addTableColumn()
    expect(html(made).match(/<tr>/g)).toHaveLength(4)
    expect(html(made).match(/<th>/g)).toHaveLength(4)
    made.commands.deleteTable()
    expect(html(made)).not.toContain('table')
  })

  it('writes a letter raised or lowered, not both', () => {
    const made = opened('<p>m2</p>')
    made.commands.setTextSelection({ from: 2, to: 3 })
    made.commands.toggleSuperscript()
    expect(html(made)).toBe('<p>m<sup>2</sup></p>')
    made.commands.toggleSubscript()
    expect(html(made)).toBe('<p>m<sub>2</sub></p>')
  })

  it('changes nothing of a table by being opened and touched', () => {
    const table = '<table><thead><tr><th>Size</th></tr></thead><tbody><tr><td>S</td></tr></tbody></table>'
    const made = opened(table)
    made.commands.setTextSelection(4)
    expect(storeHtml(made.getHTML(), table)).toBe(table)
  })
})
