import { foldText } from '../fold-text'
import { tableColumnAt } from './table-column'
import { titles } from './titles'

/** What stands in such a column are several things of the store, in no order: categories, taxes, shipping methods. */
export const isList = (target: string): boolean =>
  tableColumnAt(target)?.kind.merge === 'set' || /^category\.\d+$/.test(target)

const ofExports = foldText(titles.id)
const ofEcwids = ['type', 'product_internal_id']

/** An export of ours or of Ecwid’s names all categories of a product; other tables often name the one that they go by. */
export function listsAll(columns: readonly string[]): boolean {
  const names = new Set(columns.map((name) => foldText(name.trim())))
  return names.has(ofExports) || ofEcwids.every((name) => names.has(name))
}
