import { RichTextEditor, useRichTextEditorContext } from '@mantine/tiptap'
import {
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowRemove,
  IconTable,
  IconTableOff,
} from '@tabler/icons-react'
import type { ChainedCommands } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'

const actions = [
  { label: 'Add a row below', Icon: IconRowInsertBottom, run: (chain: ChainedCommands) => chain.addTableRow() },
  { label: 'Add a column after', Icon: IconColumnInsertRight, run: (chain: ChainedCommands) => chain.addTableColumn() },
  { label: 'Delete the row', Icon: IconRowRemove, run: (chain: ChainedCommands) => chain.deleteTableRow() },
  { label: 'Delete the column', Icon: IconColumnRemove, run: (chain: ChainedCommands) => chain.deleteTableColumn() },
  { label: 'Delete the table', Icon: IconTableOff, run: (chain: ChainedCommands) => chain.deleteTable() },
]

/** One button for a table; those for its rows and columns show while the cursor is in one. */
export function TableControls() {
  const { editor } = useRichTextEditorContext()
  const isInside = useEditorState({ editor, selector: ({ editor: now }) => now?.isActive('table') ?? false })
  if (!isInside) {
    const insert = () => editor?.chain().focus().insertTable().run()
    return (
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Control aria-label="Insert a table" title="Insert a table" onClick={insert}>
          <IconTable size={16} stroke={1.5} />
        </RichTextEditor.Control>
      </RichTextEditor.ControlsGroup>
    )
  }
  return (
    <RichTextEditor.ControlsGroup>
      {actions.map(({ label, Icon, run }) => (
        <RichTextEditor.Control
          key={label}
          aria-label={label}
          title={label}
          onClick={() => editor && run(editor.chain().focus()).run()}
        >
          <Icon size={16} stroke={1.5} />
        </RichTextEditor.Control>
      ))}
    </RichTextEditor.ControlsGroup>
  )
}
