import { Link } from '@mantine/tiptap'
import { getSchema, type Extensions } from '@tiptap/core'
import { DOMParser, DOMSerializer } from '@tiptap/pm/model'
import StarterKit from '@tiptap/starter-kit'
import { DescriptionPicture } from './description-picture'
import { DescriptionTable, inSections, withWholeTables } from './description-table'
import { htmlFragment, htmlOf } from './html-fragment'
import { Subscript, Superscript } from './raised-and-lowered'
import { cellsInTables, mostCells } from './table-size'

/** What the rich text editor can hold. Everything else is edited as source. */
export function editorExtensions(connectionId: string): Extensions {
  return [
    // No empty paragraph of its own at the end, and no attributes of its own on links: what is not typed is not added.
    StarterKit.configure({ trailingNode: false, link: false }),
    Link.configure({
      openOnClick: false,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null, class: null },
    }),
    DescriptionPicture.configure({ connectionId }),
    DescriptionTable,
    Superscript,
    Subscript,
  ]
}

/** Which store shows its pictures does not matter to the HTML. */
const unshown = getSchema(editorExtensions(''))

/** The HTML as the editor would give it back, were it opened and saved. Fails where its tables are too large to be opened. */
export function throughEditor(html: string): string {
  const page = htmlFragment(html)
  if (cellsInTables(page) > mostCells) throw new RangeError('tables of too many cells')
  const read = withWholeTables(DOMParser.fromSchema(unshown).parse(page))
  const written = DOMSerializer.fromSchema(unshown).serializeFragment(read.content)
  inSections(written as DocumentFragment)
  return htmlOf(written as DocumentFragment)
}
