import type { ActionOf } from '../../shared/bulk-action'
import { editSays } from '../../shared/edit-reason'
import type { StoreWords } from '../../shared/fields/kind'
import type { FillRule } from '../../shared/fill-rule'
import { filledPattern, readTextPattern, type TextPattern } from '../../shared/text-pattern'
import type { BulkProduct, BulkVariation, Planner, ProposedEdit } from '../planner'

type Values = ReadonlyMap<string, string>
type Row = Pick<ProposedEdit, 'variationId' | 'before'> & { values: Values }

/** Nothing is emptied by a pattern: what comes out empty is said. */
export const planFill: Planner<ActionOf<'fill'>> = (product, { rule }, { words, place }) =>
  rowsOf(product, rule, words, place).map(({ variationId, before, values }): ProposedEdit => {
    const edit = { variationId, field: rule.field, before }
    if (rule.onlyEmpty && typeof before === 'string' && before.trim() !== '') return { ...edit, after: before }
    const { pieces, faults } = readTextPattern(rule.pattern, (name) => values.has(name.toLowerCase()))
    const unknown = faults.find(({ kind }) => kind === 'name')
    if (unknown) return { ...edit, after: before, reason: { says: 'no-such-name-in-pattern', name: unknown.text } }
    const after = filled(pieces, values)
    return after === '' ? { ...edit, after: before, reason: editSays('pattern-comes-out-empty') } : { ...edit, after }
  })

const filled = (pieces: TextPattern['pieces'], values: Values): string =>
  filledPattern(pieces, (name) => values.get(name.toLowerCase()) ?? '')

function rowsOf(product: BulkProduct, rule: FillRule, words: StoreWords, place: number): Row[] {
  const numbered = (at: number) => String(rule.start + at * rule.step)
  const { fields, variations } = product
  const ofProduct = productValues(product, words)
  if (rule.of === 'products') {
    return [
      { variationId: null, before: fields[rule.field], values: new Map([...ofProduct, ['number', numbered(place)]]) },
    ]
  }
  return variations.map((variation, at) => ({
    variationId: variation.id,
    before: variation.own[rule.field] ?? null,
    values: new Map([...ofProduct, ...optionValues(variation), ['number', numbered(at)]]),
  }))
}

function productValues({ fields }: BulkProduct, { categories, productTypes }: StoreWords): [string, string][] {
  const attributes = productTypes.flatMap((type) => type.attributes)
  const valueOf = (type: string) =>
    attributes.filter((each) => each.type === type).map(({ id }) => fields.attributes[String(id)])
  const [mainCategory] = [fields.defaultCategoryId, ...fields.categoryIds].filter((id) => id !== 0)
  const own: [string, string][] = attributes.map(({ id, name }) => [key(name), fields.attributes[String(id)] ?? ''])
  // Two types may have an attribute of one name: the one that the product has a value of counts.
  own.sort(([, one], [, other]) => Number(one !== '') - Number(other !== ''))
  return [
    ...own,
    ['name', fields.name],
    ['subtitle', fields.subtitle],
    ['sku', fields.sku],
    ['brand', valueOf('BRAND').find(Boolean) ?? ''],
    ['upc', valueOf('UPC').find(Boolean) ?? ''],
    ['category', categories.find(({ id }) => id === mainCategory)?.name ?? ''],
  ]
}

const optionValues = ({ options }: BulkVariation): [string, string][] =>
  options.map(({ name, value }) => [key(name), value])

const key = (name: string): string => name.trim().toLowerCase()
