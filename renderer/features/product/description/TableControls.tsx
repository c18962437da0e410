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

const insert = 'Insert a table'
const actions = [
  { label: insert, Icon: IconTable, run: (chain: ChainedCommands) => chain.insertTable() },
  { label: 'Add a row below', Icon: IconRowInsertBottom, run: (chain: ChainedCommands) => chain.addTableRow() },
  { label: 'Add a column after', Icon: IconColumnInsertRight, run: (chain: ChainedCommands) => chain.addTableColumn() },
  { label: 'Delete the row', Icon: IconRowRemove, run: (chain: ChainedCommands) => chain.deleteTableRow() },
  { label: 'Delete the column', Icon: IconColumnRemove, run: (chain: ChainedCommands) => chain.deleteTableColumn() },
  { label: 'Delete the table', Icon: IconTableOff, run: (chain: ChainedCommands) => chain.deleteTable() },
]

/** All of them always: buttons that come and go with the cursor would move the text under the pointer. */
export function TableControls() {
  const { editor } = useRichTextEditorContext()
  const isInside = useEditorState({ editor, selector: ({ editor: now }) => now?.isActive('table') ?? false })
  return (
    <RichTextEditor.ControlsGroup>
      {actions.map(({ label, Icon, run }) => (
        <RichTextEditor.Control
          key={label}
          aria-label={label}
          title={label}
          disabled={isInside === (label === insert)}
          onClick={() => editor && run(editor.chain().focus()).run()}
        >
          <Icon size={16} stroke={1.5} />
        </RichTextEditor.Control>
      ))}
    </RichTextEditor.ControlsGroup>
  )
}
