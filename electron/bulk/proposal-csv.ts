import type { Catalogue } from '../catalogue/catalogue'
import { csvFile } from '../shared/csv-cell'
import type { StoreWords } from '../shared/fields/kind'
import { shownField } from '../shared/fields/shown'
import { isOfField, newVariationSchema, refusedCell, type ProposedRow } from '../shared/proposal'
import { describesPicture, ordersPictures } from '../shared/wanted-pictures'
import { pictureOfShelf, shelfEditSchema } from '../shared/shelf-edit'
import { bulkWarningText, editedRowText, orderOfThen, standingText } from '../shared/words/proposal'

const portion = 500
const header = ['Product', 'SKU', 'Variation', 'Field', 'Before', 'After', 'State', 'Warnings']

/** Every edit of a proposal, in the order of the list. */
export function proposalCsv(
  { proposedEdits }: Pick<Catalogue, 'proposedEdits'>,
  words: StoreWords,
  id: number,
): string {
  const lines: string[][] = [header]
  for (let offset = 0; ; offset += portion) {
    const view = { by: 'product', order: 'list', filter: 'all' } as const
    const { rows } = proposedEdits.page(id, { ...view, offset, limit: portion })
    for (const row of rows) lines.push(cellsOf(row, words))
    if (rows.length < portion) return csvFile(lines)
  }
}

const skuIn = (value: unknown): string => newVariationSchema.safeParse(value).data?.fields.sku ?? ''
/** Of a picture that is there, what it is told to be. */
function textIn(value: unknown): string {
  const { alt = '', texts = {} } = Object(value ?? {}) as { alt?: string; texts?: Record<string, string> }
  return [alt, ...Object.entries(texts).map(([language, text]) => `${language}: ${text}`)].join('\n')
}
function addressIn(value: unknown): string {
  const { from, url, fileName } = Object(value ?? {}) as Record<string, unknown>
  return String(from ?? url ?? fileName ?? '')
}

function pictureCell(value: unknown, after: unknown): string {
  if (ordersPictures(after)) return value === null ? '' : orderOfThen
  return (describesPicture(after) ? textIn : addressIn)(value)
}

function mediaCell(value: unknown, after: unknown): string {
  const { url, name, description } = Object(value ?? {}) as Record<string, unknown>
  return String((describesPicture(after) ? description : (url ?? name)) ?? '')
}

/** Its address, and what it is told to be where that is said. */
function pictureText(value: unknown): string {
  const { url, alt } = Object(value ?? {}) as Record<string, unknown>
  return [url, alt].filter(Boolean).join('\n')
}

function shelfCell(value: unknown, words: StoreWords): string {
  const shelf = shelfEditSchema.safeParse(value).data
  if (!shelf || shelf.field === null) return shelf ? 'Comes back' : ''
  if (shelf.field === 'productIds') return orderOfThen
  if (shelf.field === pictureOfShelf) return pictureText(shelf.value)
  return shownField({ thing: shelf.thing, list: null, field: shelf.field }, shelf.value, words)
}

function cellsOf(row: ProposedRow, words: StoreWords): string[] {
  const { productName, sku, variation, field, before, after, standing, warnings } = row
  const place = { thing: 'product', list: variation === null ? null : 'variations', field } as const
  function shown(value: unknown): string {
    if (isOfField(field)) return shownField(place, value, words)
    if (field === 'picture') return pictureCell(value, after)
    if (field === 'shelf') return shelfCell(value, words)
    return field === 'file' || field === 'video' ? mediaCell(value, after) : skuIn(value)
  }
  const label = field === 'new' ? 'New product' : editedRowText(row)
  const state = standingText(row)
  return [
    productName,
    sku,
    variation ?? '',
    label,
    shown(before),
    (standing === 'refused' && refusedCell(row)) || shown(after),
    state,
    warnings.map(bulkWarningText).join(', '),
  ]
}
