import type { DescribedThing } from '../../../components/description-slot'
import { isPictureFile } from '../../../format/is-picture-file'

type Carried = Pick<DataTransfer, 'getData'> & { files: ArrayLike<Pick<File, 'name' | 'type'>> }

/**
 * The sentence for files that were pasted or dropped where a text is; null: no files, or something came with them that the
 * text holds, of which the files are another form. `isHeld`: something of the HTML or the text would be put in.
 */
export function filesLeftOut(carried: Carried | null, isHeld: boolean, of: DescribedThing): string | null {
  const files = Array.from(carried?.files ?? [])
  if (!carried || files.length === 0) return null
  const html = carried.getData('text/html')
  // A picture in the HTML is named by what reads the HTML.
  if (isHeld ? html !== '' || !isNamesOf(files, carried.getData('text/plain')) : /<img\b/i.test(html)) return null
  const pictures = files.filter(isPictureFile).length
  return [sentenceForPictures(pictures, of), sentenceForOthers(files.length - pictures)].filter(Boolean).join(' ')
}

/** File managers give the names or addresses of files as text. */
function isNamesOf(files: Pick<File, 'name'>[], text: string): boolean {
  const names = new Set(files.map(({ name }) => name))
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  return lines.every((line) => names.has(lastPart(line)) || /^(file:|x-special\/|copy$|cut$)/.test(line))
}

const lastPart = (line: string) => line.split(/[\\/]/).at(-1) ?? line

function sentenceForPictures(count: number, of: DescribedThing): string {
  if (count === 0) return ''
  const [what, it] = count === 1 ? ['the picture file was', 'it'] : [`the ${count} picture files were`, 'them']
  return `A description shows only pictures that have an address on the web, so ${what} not put in. ${toShow(of, it)}; to show ${it} inside the text, put ${it} on the web and paste ${it} here from that page.`
}

const toShow = (of: DescribedThing, it: string): string =>
  of === 'product'
    ? `Add ${it} in the Media tab to show ${it} with the product`
    : `Drop ${it} on the picture of the category to show ${it} with that`

function sentenceForOthers(count: number): string {
  if (count === 0) return ''
  const [what, it] = count === 1 ? ['the file was', 'it'] : [`${count} files were`, 'them']
  return `A description holds text and no files, so ${what} not put in. Put ${it} on the web and link to ${it} from here.`
}
