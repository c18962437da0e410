import { cellSays, type CellReason } from '../shared/cell-reason'
import { attributeOfText, textsUnder } from '../shared/fields/attribute-texts'
import { ownFieldOf } from '../shared/fields/own-fields'
import { fieldOf, isProductField, type ProductField } from '../shared/fields/product-fields'
import { optionsPath, type Said } from '../shared/imported'
import { withLineEndsOf } from '../shared/line-ends'
import { cellWords, writtenCell } from '../shared/product-table/written-cell'
import { isProposedProduct } from '../shared/proposal'
import { partOf, tableColumnAt } from '../shared/product-table/table-column'
import { tierOf, withTier } from '../shared/product-table/tiers'
import { isAttributeText } from '../shared/product-table/translated-texts'
import { attributeOf } from './attribute-of'
import type { BulkContext, BulkProduct, ProposedEdit } from './planner'

/** What is planned for: a product, or a variation of it, as it is now. */
type Of = Pick<BulkContext, 'words'> & {
  product: BulkProduct
  variationId: number | null
  now: Readonly<Record<string, unknown>>
}

/** One edit of each field: several columns may say parts of it. */
export function editsOf(said: readonly Said[], of: Of): ProposedEdit[] {
  const after = new Map<ProductField, unknown>()
  const odd: ProposedEdit[] = []
  for (const each of inOrder(withStockCounted(said, of))) {
    const [name = ''] = each.path.split('.')
    if (!isProductField(name) || each.path === optionsPath || (of.variationId !== null && !ownFieldOf(name))) continue
    const whole = after.has(name) ? after.get(name) : before(of, name)
    const typeId = after.get('productClassId') ?? of.product.fields.productClassId
    const values = after.get('attributes') ?? before(of, 'attributes')
    // What a variation has as its product stays so.
    if (each.empties && of.variationId !== null && each.path !== name && whole === null) continue
    const result = each.odd === null ? laidIn(each, whole, { ...of, typeId, values }) : { odd: each.odd }
    if (isAsItIs(each, whole, of) || (each.empties && 'odd' in result)) after.set(name, whole)
    else if ('odd' in result) odd.push({ ...edit(of, name, each.text), reason: result.odd })
    else after.set(name, withLineEndsOf(whole, result.value))
  }
  return [...[...after].map(([name, value]) => edit(of, name, value)), ...odd]
}

/** Attributes go by the type that the same row gives, and their texts in other languages by their values. */
const inOrder = (said: readonly Said[]): Said[] => said.toSorted((one, other) => placeOf(one) - placeOf(other))
const placeOf = ({ path }: Said): number => (path === 'productClassId' ? 0 : isAttributeText(path) ? 2 : 1)

const before = ({ now, variationId }: Of, name: ProductField): unknown =>
  now[name] ?? (variationId === null ? fieldOf(name).empty : null)

const edit = (of: Of, field: ProductField, after: unknown): ProposedEdit => ({
  variationId: of.variationId,
  field,
  before: before(of, field),
  after,
})

/** What stands in a cell as it was exported is no news, also where its words mean more than one thing. */
function isAsItIs({ path, text }: Said, whole: unknown, { words }: Of): boolean {
  const column = tableColumnAt(path)
  if (!column || whole === null) return false
  const cell = writtenCell(column.kind, partOf(column, whole), cellWords(words))
  return typeof cell === 'string' && cell === text
}

/** A number for a stock that is unlimited makes it counted, unless what is said of that cannot be read. */
function withStockCounted(said: readonly Said[], { now, variationId }: Of): readonly Said[] {
  const of = (path: string) => said.find((each) => each.path === path)
  const [quantity, unlimited] = [of('quantity'), of('unlimited')]
  if (variationId !== null || now['unlimited'] !== true || !quantity || quantity.odd !== null) return said
  if (unlimited?.odd) return said.filter((each) => each !== quantity)
  return unlimited ? said : [...said, { path: 'unlimited', text: 'No', value: false, odd: null }]
}

/** The value of a field with what one column says of it. */
function laidIn(
  { path, text, value, empties, adds }: Said,
  whole: unknown,
  { words, product, typeId, variationId, values }: Of & { typeId: unknown; values: unknown },
): { value: unknown } | { odd: CellReason } {
  const [field = '', ...rest] = path.split('.')
  const part = rest.join('.')
  const tier = tierOf(path)
  if (tier !== null) return { value: withTier(whole ?? product.fields.wholesalePrices, tier, value) }
  // Emptied, a variation has it as its product.
  if (part === '' && empties && variationId !== null) return { value: null }
  // One that is to be made has of a list what is said alone.
  const stays = adds && !isProposedProduct(product.id)
  if (part === '' && stays) return { value: withMore(whole, value) }
  if (part === '') return field === 'sku' && lostZeros(whole, text) ? { odd: cellSays('zeros-gone') } : { value }
  if (isAttributeText(path))
    return textLaidIn(part, value, whole, { words, typeId, values: [values, product.fields.attributes] })
  if (field !== 'attributes') {
    // A variation that has none of its own has it as its product from then on, but for this part.
    const base = whole ?? (isProductField(field) ? product.fields[field] : {})
    return { value: { ...Object(base), [part]: stays ? withMore(Object(base)[part], value) : value } }
  }
  const attribute = attributeOf(part, { words, typeId, values: [whole, product.fields.attributes] })
  if (!attribute) return { odd: { says: 'no-attribute', name: part } }
  if (lostZeros(Object(whole ?? {})[attribute.id], text)) return { odd: cellSays('zeros-gone') }
  return { value: { ...Object(whole ?? {}), [attribute.id]: value } }
}

const withMore = (there: unknown, more: unknown): unknown[] => [...new Set([there ?? [], more].flat())]

type Known = Pick<Of, 'words'> & { typeId: unknown; values: unknown[] }

/** `part`: the name of an attribute and a language. The store keeps a text beside the value of its attribute, the first of `known.values`, or not at all. */
function textLaidIn(
  part: string,
  value: unknown,
  whole: unknown,
  known: Known,
): { value: unknown } | { odd: CellReason } {
  const name = attributeOfText(part)
  const attribute = attributeOf(name, known)
  if (!attribute) return { odd: { says: 'no-attribute', name } }
  if (!Object(known.values[0] ?? {})[attribute.id])
    return value === '' ? { value: whole } : { odd: { says: 'no-value', name } }
  const texts = { [part.slice(name.length + 1)]: String(value) }
  return { value: { ...Object(whole ?? {}), ...textsUnder(String(attribute.id), texts) } }
}

const lostZeros = (now: unknown, text: string): boolean =>
  typeof now === 'string' && /^0+\d+$/.test(now) && now !== text && now.replace(/^0+/, '') === text
