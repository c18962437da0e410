import type { Catalogue } from '../catalogue/catalogue'
import { csvFile } from '../shared/csv-cell'
import type { StoreWords } from '../shared/fields/kind'
import { shownField } from '../shared/fields/shown'
import { isOfField, newVariationSchema, type ProposedRow } from '../shared/proposal'
import { describesPicture } from '../shared/wanted-pictures'
import { bulkWarningText, editedText, standingText } from '../shared/words/proposal'

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
const textIn = (value: unknown): string => String(Object(value ?? {}).alt ?? '')
const addressIn = (value: unknown): string => String(Object(value ?? {}).url ?? Object(value ?? {}).fileName ?? '')

function cellsOf(row: ProposedRow, words: StoreWords): string[] {
  const { productName, sku, variation, field, before, after, warnings } = row
  const place = { thing: 'product', list: variation === null ? null : 'variations', field } as const
  const shown = (value: unknown) =>
    isOfField(field)
      ? shownField(place, value, words)
      : field === 'picture'
        ? (describesPicture(after) ? textIn : addressIn)(value)
        : skuIn(value)
  const label = field === 'new' ? 'New product' : editedText(field)
  const state = standingText(row)
  return [
    productName,
    sku,
    variation ?? '',
    label,
    shown(before),
    shown(after),
    state,
    warnings.map(bulkWarningText).join(', '),
  ]
}
