import { noWords, type KindName } from '../fields/kind'
import { fieldOf, isProductField, newProductFields } from '../fields/product-fields'
import { problemsOf } from '../fields/validate-product'
import { tableColumnAt } from './table-column'
import { tierOf } from './tiers'
import { isAttributeText } from './translated-texts'

/** They always say something. */
const neverEmpty: ReadonlySet<KindName> = new Set<KindName>(['flag', 'choice', 'productType'])

/** What stands in a field, or a part of one, of which a cell says that it is empty; null: it cannot be, or nobody would see that it is. */
export function emptiedAt(path: string): { value: unknown } | null {
  const [field = '', part] = path.split('.')
  // A product is known by it.
  if (path === 'sku') return null
  if (tierOf(path) !== null) return { value: null }
  const column = tableColumnAt(path)
  if (!column) {
    const isOfAttribute = field === 'attributes' || isAttributeText(path)
    const isText = isOfAttribute || (isProductField(field) && fieldOf(field).kind.name === 'translations')
    return isText && part !== undefined ? { value: '' } : null
  }
  const { kind, empty } = column
  if (neverEmpty.has(kind.name) || kind.shown(empty, noWords) !== '') return null
  const isWrong =
    part === undefined && problemsOf(path, fieldOf(column.field), empty, newProductFields)[path] !== undefined
  return isWrong ? null : { value: empty }
}
