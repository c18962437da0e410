import type { ActionOf } from '../shared/bulk-action'
import { ownFieldOf } from '../shared/fields/own-fields'
import { fieldOf, isProductField, type ProductField } from '../shared/fields/product-fields'
import { foldText } from '../shared/fold-text'
import type { Said } from '../shared/imported'
import type { BulkContext, BulkProduct, Planner, ProposedEdit } from './planner'

/** What a table says of a product and its variations. What cannot be read is shown with its reason. */
export const planImport: Planner<ActionOf<'import'>> = (product, _action, { imported, words }) => {
  if (!imported) return []
  const of = { product, words }
  return [
    ...editsOf(imported.own, { ...of, variationId: null, now: product.fields }),
    ...product.variations.flatMap(({ id, own }) =>
      editsOf(imported.variations[id] ?? [], { ...of, variationId: id, now: own }),
    ),
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
  for (const each of withStockCounted(said, of)) {
    const [name = ''] = each.path.split('.')
    if (!isProductField(name) || (of.variationId !== null && !ownFieldOf(name))) continue
    const result = 'odd' in each ? each : laidIn(each, after.has(name) ? after.get(name) : before(of, name), of)
    if ('odd' in result) odd.push({ ...edit(of, name, result.text), reason: result.odd })
    else after.set(name, result.value)
  }
  return [...[...after].map(([name, value]) => edit(of, name, value)), ...odd]
}

const before = ({ now, variationId }: Of, name: ProductField): unknown =>
  now[name] ?? (variationId === null ? fieldOf(name).empty : null)

const edit = (of: Of, field: ProductField, after: unknown): ProposedEdit => ({
  variationId: of.variationId,
  field,
  before: before(of, field),
  after,
})

/** A number for a stock that is unlimited makes it counted. */
function withStockCounted(said: readonly Said[], { now, variationId }: Of): readonly Said[] {
  const says = (path: string) => said.some((each) => each.path === path && 'value' in each)
  const isCounted = variationId !== null || now['unlimited'] !== true || !says('quantity') || says('unlimited')
  return isCounted ? said : [...said, { path: 'unlimited', value: false }]
}

type Valued = Extract<Said, { value?: unknown }>

/** The value of a field with what one column says of it. */
function laidIn({ path, value }: Valued, whole: unknown, of: Of): { value: unknown } | { text: string; odd: string } {
  const [field = '', ...rest] = path.split('.')
  const part = rest.join('.')
  if (part === '') return { value }
  if (field !== 'attributes') return { value: { ...Object(whole ?? {}), [part]: value } }
  const { productTypes } = of.words
  const type = productTypes.find(({ id }) => id === of.product.fields.productClassId)
  const attribute = type?.attributes.find((one) => foldText(one.name || one.type) === foldText(part))
  if (!attribute) return { text: String(value), odd: `The product’s type has no attribute called ${part}.` }
  return { value: { ...Object(whole ?? {}), [attribute.id]: value } }
}
