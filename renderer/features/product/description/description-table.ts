import type { Node as DocumentNode } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { Extension, mergeAttributes, Node, type Attributes, type CommandProps } from '@tiptap/core'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  fixTables,
  goToNextCell,
  isInTable,
  tableEditing,
  tableNodeTypes,
} from '@tiptap/pm/tables'

declare module '@tiptap/core' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface adds to an interface
  interface Commands<ReturnType> {
    descriptionTable: {
      insertTable: () => ReturnType
      addTableRow: () => ReturnType
      addTableColumn: () => ReturnType
      deleteTableRow: () => ReturnType
      deleteTableColumn: () => ReturnType
      deleteTable: () => ReturnType
    }
  }
}

/** Attributes that are kept as they were written. */
const kept = (...names: string[]): Attributes => Object.fromEntries(names.map((name) => [name, { default: null }]))

/** How many cells a cell stands for; the HTML says nothing where it is one. */
const span = (name: string) => ({
  default: 1,
  parseHTML: (cell: HTMLElement) => Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1),
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === 1 ? {} : { [name]: attributes[name] }),
})

function cell(name: string, tag: 'td' | 'th') {
  return Node.create({
    name,
    content: 'block+',
    isolating: true,
    addAttributes: () => ({
      colspan: span('colspan'),
      rowspan: span('rowspan'),
      // Asked for by the table's commands; widths of columns are the storefront's.
      colwidth: { default: null, rendered: false, parseHTML: () => null },
      ...kept('scope', 'align', 'valign', 'width'),
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  })
}

const row = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  addAttributes: () => ({
    // Whether the row stands in the table's head or foot: `inSections` writes that as the HTML it was.
    part: {
      default: null,
      parseHTML: (element: HTMLElement) => partOf(element),
      renderHTML: ({ part }: Record<string, unknown>) => (part === null ? {} : { 'data-part': part }),
    },
  }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', mergeAttributes(HTMLAttributes), 0],
})

function partOf(element: Element): string | null {
  const name = element.getAttribute('data-part') ?? element.parentElement?.localName
  return name === 'thead' || name === 'tfoot' ? name : null
}

const table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => kept('border', 'cellpadding', 'cellspacing', 'width', 'align'),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing()],
  addCommands: () => ({
    insertTable: () => insertTable,
    addTableRow: () => fromTables(addRowAfter),
    addTableColumn: () => fromTables(addColumnAfter),
    deleteTableRow: () => fromTables(deleteRow),
    deleteTableColumn: () => fromTables(deleteColumn),
    deleteTable: () => fromTables(deleteTable),
  }),
  addKeyboardShortcuts() {
    return {
      Tab: () => {
        if (this.editor.commands.command(fromTables(goToNextCell(1)))) return true
        if (!isInTable(this.editor.state)) return false
        return this.editor
          .chain()
          .addTableRow()
          .command(fromTables(goToNextCell(1)))
          .run()
      },
      'Shift-Tab': () => this.editor.commands.command(fromTables(goToNextCell(-1))),
    }
  },
})

type TableCommand = typeof addRowAfter

const fromTables =
  (command: TableCommand) =>
  ({ state, dispatch }: CommandProps) =>
    command(state, dispatch)

/** Three rows of three, the first of them for names. */
function insertTable({ editor, commands }: CommandProps): boolean {
  const types = tableNodeTypes(editor.schema)
  const rowOf = (type: typeof types.cell) =>
    types.row.createAndFill(
      null,
      Array.from({ length: 3 }, () => type.createAndFill()!),
    )!
  const rows = [rowOf(types.header_cell), rowOf(types.cell), rowOf(types.cell)]
  return commands.insertContent(types.table.create(null, rows).toJSON())
}

/** What the table's commands know each node by. */
const roles: Record<string, string> = { table: 'table', tableRow: 'row', tableCell: 'cell', tableHeader: 'header_cell' }

/** Tables as shops write them: rows of cells, with a head and a foot, and nothing about widths of columns. */
export const DescriptionTable = Extension.create({
  name: 'descriptionTable',
  // Asked for every node of the editor.
  extendNodeSchema: ({ name }: { name: string }) => (name in roles ? { tableRole: roles[name] } : {}),
  addExtensions: () => [table, row, cell('tableCell', 'td'), cell('tableHeader', 'th')],
})

/** The editor makes each table a full rectangle once it is open, so one that is none is changed by being opened. */
export const withWholeTables = (doc: DocumentNode): DocumentNode => fixTables(EditorState.create({ doc }))?.doc ?? doc

/** Puts the rows of a table's head and foot where they belong, for a document of nodes cannot. */
export function inSections(page: DocumentFragment): void {
  for (const body of page.querySelectorAll('tbody')) {
    for (const marked of [...body.querySelectorAll<HTMLElement>(':scope > tr[data-part]')]) {
      const part = marked.dataset.part === 'thead' ? 'thead' : 'tfoot'
      marked.removeAttribute('data-part')
      const beside = part === 'thead' ? body.previousElementSibling : body.nextElementSibling
      const section = beside?.localName === part ? beside : document.createElement(part)
      if (section !== beside) body[part === 'thead' ? 'before' : 'after'](section)
      section.append(marked)
    }
    if (body.childElementCount === 0) body.remove()
  }
}
