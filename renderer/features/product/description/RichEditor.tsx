import { RichTextEditor } from '@mantine/tiptap'
import { IconFileCode, IconMinus } from '@tabler/icons-react'
import { closeHistory } from '@tiptap/pm/history'
import type { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { useForeignPanel } from '../../../overlays/use-foreign-panel'
import classes from './description.module.css'
import { editorExtensions } from './editor-extensions'
import { storeHtml } from './editor-html'
import type { DescribedThing } from '../../../components/description-slot'
import { filesLeftOut } from './files-left-out'
import { readPasted } from './read-pasted'
import { TableControls } from './TableControls'
import { useLeftOut } from './use-left-out'

type Props = {
  connectionId: string
  of: DescribedThing
  value: string
  onEdit: (html: string) => void
  readOnly: boolean
  label: string
  lang: string | undefined
}

/**
 * Tells of a description only what a person did to it. The document as it was loaded stands for the HTML it was
 * loaded from, byte for byte, however the editor would have written that.
 */
export function RichEditor({ connectionId, of, value, onEdit, readOnly, label, lang }: Props) {
  const loaded = useRef({ source: value, html: '' })
  const latest = useRef({ value, onEdit })
  const tellLeftOut = useLeftOut()

  /** Whether files were all that came, which is said: the drop goes nowhere else then. */
  const leavesFilesOut = (carried: DataTransfer | null, slice: Slice): boolean => {
    const notice = filesLeftOut(carried, slice.size > 0, of)
    tellLeftOut(notice)
    return notice !== null
  }

  const editor = useEditor({
    extensions: editorExtensions(connectionId),
    content: value,
    editable: !readOnly,
    injectCSS: false,
    editorProps: {
      transformPastedHTML: (html) => {
        const pasted = readPasted(html, of)
        tellLeftOut(pasted.notice)
        return pasted.html
      },
      // Ctrl+Enter is the form's, not a line break.
      handleDOMEvents: { keydown: (_view, { key, ctrlKey, metaKey }) => key === 'Enter' && (ctrlKey || metaKey) },
      handlePaste: (view, event, slice) => leavesFilesOut(event.clipboardData, slice) || startsStep(view),
      handleDrop: (view, event, slice) => leavesFilesOut(event.dataTransfer, slice) || startsStep(view),
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, ...(lang && { lang }) },
    },
    onCreate: ({ editor: made }) => {
      loaded.current.html = made.getHTML()
    },
    onUpdate: ({ editor: changed, transaction }) => {
      if (!transaction.docChanged) return
      if (['paste', 'drop'].includes(transaction.getMeta('uiEvent') as string)) startsStep(changed.view)
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

/** What is pasted is undone as one step, without what was typed right before or after it. */
function startsStep(view: EditorView): false {
  view.dispatch(closeHistory(view.state.tr))
  return false
}

/** Not the sign that code in a line has. */
const CodeBlockIcon = () => <IconFileCode size={16} stroke={1.5} />

/** Three dots promise a menu. */
const LineIcon = () => <IconMinus size={16} stroke={1.5} />

function Toolbar() {
  return (
    <RichTextEditor.Toolbar className={classes.toolbar}>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Underline />
        <RichTextEditor.Strikethrough />
        <RichTextEditor.Subscript />
        <RichTextEditor.Superscript />
        <RichTextEditor.Code />
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
        <RichTextEditor.CodeBlock icon={CodeBlockIcon} />
        <RichTextEditor.Hr icon={LineIcon} />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Link popoverProps={useForeignPanel()} />
        <RichTextEditor.Unlink />
      </RichTextEditor.ControlsGroup>
      <TableControls />
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  )
}
