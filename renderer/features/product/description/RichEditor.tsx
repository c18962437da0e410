import { RichTextEditor } from '@mantine/tiptap'
import { useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { cleanPaste } from './clean-paste'
import { useFormState } from '../form-state'
import classes from './description.module.css'
import { editorExtensions } from './editor-extensions'
import { storeHtml } from './editor-html'

type Props = { value: string; onEdit: (html: string) => void; readOnly: boolean; label: string }

/**
 * Tells of a description only what a person did to it. The document as it was loaded stands for the HTML it was
 * loaded from, byte for byte, however the editor would have written that.
 */
export function RichEditor({ value, onEdit, readOnly, label }: Props) {
  const { connectionId } = useFormState()
  const loaded = useRef({ source: value, html: '' })
  const latest = useRef({ value, onEdit })

  const editor = useEditor({
    extensions: editorExtensions(connectionId),
    content: value,
    editable: !readOnly,
    injectCSS: false,
    editorProps: {
      transformPastedHTML: cleanPaste,
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
    },
    onCreate: ({ editor: made }) => {
      loaded.current.html = made.getHTML()
    },
    onUpdate: ({ editor: changed, transaction }) => {
      if (!transaction.docChanged) return
      const html = changed.getHTML()
      const { source } = loaded.current
      const next = html === loaded.current.html ? source : storeHtml(html, source)
      if (next === latest.current.value) return
      latest.current.value = next
      latest.current.onEdit(next)
    },
  })

  useEffect(() => {
    const isOurs = latest.current.value === value
    latest.current = { value, onEdit }
    if (!editor || isOurs) return
    // Changed from outside: discarded, or news from the store.
    editor.commands.setContent(value, { emitUpdate: false })
    loaded.current = { source: value, html: editor.getHTML() }
  }, [editor, value, onEdit])

  useEffect(() => {
    editor?.setEditable(!readOnly, false)
  }, [editor, readOnly])

  return (
    <RichTextEditor editor={editor} className={classes.editor}>
      {!readOnly && <Toolbar />}
      <RichTextEditor.Content className={classes.content} />
    </RichTextEditor>
  )
}

function Toolbar() {
  return (
    <RichTextEditor.Toolbar>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Underline />
        <RichTextEditor.Strikethrough />
        <RichTextEditor.ClearFormatting />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.H2 />
        <RichTextEditor.H3 />
        <RichTextEditor.H4 />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Blockquote />
        <RichTextEditor.Hr />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Link />
        <RichTextEditor.Unlink />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  )
}
