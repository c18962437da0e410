import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { ArchiveTally, Export, ExportFormat } from '../../../electron/shared/export'
import { countOf, productsText } from '../../../electron/shared/words/counts'
import type { Exportable } from '../../stores/exports-store'

export const formats: Record<ExportFormat, { label: string; hint: string }> = {
  xlsx: { label: 'Excel workbook', hint: 'For Excel, LibreOffice, Numbers and Google Sheets.' },
  csv: { label: 'CSV for a spreadsheet', hint: 'Plain text, as a spreadsheet on this computer opens it.' },
  ecwid: {
    label: 'Ecwid’s catalogue file',
    hint: 'For the import of Ecwid’s control panel, which replaces the pictures and options of products in the file. Translations, wholesale prices, videos and files have no place in it.',
  },
}

/** `view`: the name of the one that finds them. */
export function choiceText({ which, count }: Exportable, view: string | null): string {
  if (which === 'found' && view !== null) return count === null ? `“${view}”` : `“${view}”: ${productsText(count)}`
  if (count === null) return which === 'all' ? 'All products' : 'The products found'
  const products = productsText(count)
  if (which === 'picked') return `${products} selected`
  return which === 'found' ? `${products} found` : count === 1 ? 'The one product' : `All ${products}`
}

/** `titles`: of the columns that a sheet shows. */
export function columnsHint(titles: readonly string[]): string {
  const first = titles.slice(0, 6).join(', ')
  const more = titles.length - 6
  return `${more > 0 ? `${first} and ${formatNumber(more)} more` : first}. The ID of each product goes along.`
}

export const besideHint =
  'Pictures are named by SKU and place, those of variations too. Dropped here again, the folder adds only what you changed in it. Files stand in it by product.'

export const categoriesHint = 'All of the store, each with its texts, its picture by its address, and its place.'

/** What is written where. */
export const beginningText = ({ what, name, products }: Export): string =>
  what === 'archive' ? `Writing your store to ${name}` : `Writing ${productsText(products)} to ${name}`

/** How an export ended. */
export function endText({ state, name, products, categories, leftOut, archive, problem, ...pictures }: Export): string {
  if (state === 'cancelled') return `${name} was not written.`
  if (state === 'failed') return problem ?? ''
  if (archive) return archiveText(name, archive)
  const texts = countOf(leftOut, 'text is', 'texts are')
  const tooLong =
    leftOut > 0 ? ` ${texts} longer than a cell of a workbook can be, and left out. A CSV holds them.` : ''
  const joined = pictures.folder === null ? ' and ' : ', '
  const filed = categories > 0 ? `${joined}${countOf(categories, 'category', 'categories')}` : ''
  return `${name} has ${productsText(products)}${filed}${besideText(pictures)}${tooLong}`
}

function besideText({
  folder,
  pictures,
  files,
  missing,
}: Pick<Export, 'folder' | 'pictures' | 'files' | 'missing'>): string {
  if (folder === null) return '.'
  const ofBuyers = files > 0 ? ` and ${countOf(files, 'file', 'files')} for buyers` : ''
  const beside = `, and the folder “${folder}” ${countOf(pictures, 'picture', 'pictures')}${ofBuyers}.`
  if (missing.count === 0) return beside
  const more = missing.count - missing.first.length
  const which = [...missing.first, ...(more > 0 ? [`${formatNumber(more)} more`] : [])]
  return `${beside} ${formatNumber(missing.count)} could not be loaded: ${which.join(', ')}.`
}

/** All of them, with their reasons, are in the archive itself. */
function missingText({ count, first }: ArchiveTally['missing']): string {
  const which = first.map(({ title, reason }) => `${title} (${reason.replace(/\.$/, '')})`)
  const more = count - first.length
  return more > 0
    ? `${which.join(', ')}, ${formatNumber(more)} more, all named in the archive.`
    : `${which.join(', ')}.`
}

function archiveText(
  name: string,
  { products, categories, productTypes, pictures, missing, notInStore }: ArchiveTally,
) {
  const parts = [
    productsText(products),
    countOf(categories, 'category', 'categories'),
    countOf(productTypes, 'product type'),
    ...(pictures === null ? [] : [countOf(pictures, 'picture')]),
  ]
  const lost = countOf(missing.count, 'picture could not be loaded and is', 'pictures could not be loaded and are')
  return [
    `${name} has ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}.`,
    missing.count > 0 && `${lost} missing: ${missingText(missing)}`,
    notInStore > 0 && `What is not in your store yet was left out: ${countOf(notInStore, 'entry', 'entries')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
