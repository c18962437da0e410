import type { ActionOf } from '../shared/bulk-action'
import { ownFieldOf } from '../shared/fields/own-fields'
import { fieldOf, isProductField, type ProductField } from '../shared/fields/product-fields'
import { foldText } from '../shared/fold-text'
import { deletes, type Said } from '../shared/imported'
import { cellWords, writtenCell } from '../shared/product-table/written-cell'
import { partOf, tableColumnAt } from '../shared/product-table/table-column'
import { planDelete } from './plan-fields'
import { planPictures } from './plan-pictures'
import type { BulkContext, BulkProduct, Planner, ProposedEdit } from './planner'

/** What a table says of a product and its variations. What cannot be read is shown with its reason. */
export const planImport: Planner<ActionOf<'import'>> = (product, _action, context) => {
  const { imported, words } = context
  if (!imported) return []
  if (imported.own.some(({ path }) => path === deletes)) return planDelete(product, { kind: 'delete' }, context)
  const of = { product, words }
  const there = context.pictures ?? (() => [])
  return [
    ...editsOf(imported.own, { ...of, variationId: null, now: product.fields }),
    ...planPictures(imported.own, null, there(null)),
    ...product.variations.flatMap(({ id, own }) => {
      const said = imported.variations[id] ?? []
      return [...editsOf(said, { ...of, variationId: id, now: own }), ...planPictures(said, id, there(id))]
    }),
  ]
}

type Of = Pick<BulkContext, 'words'> & {
  product: BulkProduct
  variationId: number | null
  now: Readonly<Record<string, unknown>>
}

/** One edit of each field: several columns may say parts of it. */
function editsOf(said: readonly Said[], of: Of): ProposedEdit[] {
  const after = new Map<ProductField, unknown>()
  const odd: ProposedEdit[] = []
  for (const each of inOrder(withStockCounted(said, of))) {
    const [name = ''] = each.path.split('.')
    if (!isProductField(name) || (of.variationId !== null && !ownFieldOf(name))) continue
    const whole = after.has(name) ? after.get(name) : before(of, name)
    const typeId = after.get('productClassId') ?? of.product.fields.productClassId
    // What a variation has as its product stays so.
    if (each.empties && of.variationId !== null && each.path !== name && whole === null) continue
    const result = each.odd === null ? laidIn(each, whole, { ...of, typeId }) : { odd: each.odd }
    if (isAsItIs(each, whole, of) || (each.empties && 'odd' in result)) after.set(name, whole)
    else if ('odd' in result) odd.push({ ...edit(of, name, each.text), reason: result.odd })
    else after.set(name, result.value)
  }
  return [...[...after].map(([name, value]) => edit(of, name, value)), ...odd]
}

/** Attributes go by the type that the same row gives. */
const inOrder = (said: readonly Said[]): Said[] => [
  ...said.filter(({ path }) => path === 'productClassId'),
  ...said.filter(({ path }) => path !== 'productClassId'),
]

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
  { path, text, value, empties }: Said,
  whole: unknown,
  { words, product, typeId, variationId }: Of & { typeId: unknown },
): { value: unknown } | { odd: string } {
  const [field = '', ...rest] = path.split('.')
  const part = rest.join('.')
  // Emptied, a variation has it as its product.
  if (part === '' && empties && variationId !== null) return { value: null }
  if (part === '') return field === 'sku' && lostZeros(whole, text) ? { odd: zerosGone } : { value }
  if (field !== 'attributes') {
    // A variation that has none of its own has it as its product from then on, but for this part.
    const base = whole ?? (isProductField(field) ? product.fields[field] : {})
    return { value: { ...Object(base), [part]: value } }
  }
  const attribute = attributeOf(part, { words, typeId, values: [whole, product.fields.attributes] })
  if (!attribute) return { odd: `The product’s type has no attribute called ${part}.` }
  if (lostZeros(Object(whole ?? {})[attribute.id], text)) return { odd: zerosGone }
  return { value: { ...Object(whole ?? {}), [attribute.id]: value } }
}

/** Of the product’s type, or another one that the product has a value of all the same. */
function attributeOf(
  name: string,
  { words, typeId, values }: Pick<Of, 'words'> & { typeId: unknown; values: unknown[] },
) {
  const isCalledSo = (one: { name: string; type: string }) => foldText(one.name || one.type) === foldText(name)
  const ofType = words.productTypes.find(({ id }) => id === typeId)?.attributes.find(isCalledSo)
  if (ofType) return ofType
  const others = words.productTypes.flatMap(({ attributes }) => attributes).filter(isCalledSo)
  return others.find(({ id }) => values.some((each) => Object.hasOwn(Object(each ?? {}), id)))
}

const zerosGone = 'A spreadsheet took away the zeros in front. Format the column as text there.'

const lostZeros = (now: unknown, text: string): boolean =>
  typeof now === 'string' && /^0+\d+$/.test(now) && now !== text && now.replace(/^0+/, '') === text
