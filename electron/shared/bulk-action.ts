import { z } from 'zod'
import { fieldsIn, productFieldNames, productPatchSchema, type ProductField } from './fields/product-fields'
import { fillRuleSchema } from './fill-rule'
import { replaceRuleSchema } from './find-rule'
import { longestAttribute } from './limits'
import { choicePriceRuleSchema, generateRuleSchema, optionRuleSchema } from './option-rules'
import { priceRuleSchema, saleStartSchema } from './price-rule'
import { stockRuleSchema } from './stock-rule'

const categoryId = z.number().int()
const someCategories = z.array(categoryId).min(1).max(100)

/** What is to be done with many products at once; `bulk/planners.ts` has the planner of each kind. */
export const bulkActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), fields: productPatchSchema }),
  z.strictObject({
    kind: z.literal('empty'),
    fields: z.array(z.enum(productFieldNames)).min(1).max(productFieldNames.length),
  }),
  /** Entries of fields that have some. */
  z.strictObject({ kind: z.literal('add'), fields: productPatchSchema }),
  /** Of entries of lists, what tells them from the others is enough. */
  z.strictObject({ kind: z.literal('remove'), fields: productPatchSchema }),
  /** By its name, in whichever type; an empty value takes it away. */
  z.strictObject({
    kind: z.literal('set-attribute'),
    name: z.string().min(1).max(255),
    value: z.string().max(longestAttribute),
  }),
  /** `keepsFirst`: but for the one that the list shows. Those of variations stay. */
  z.strictObject({ kind: z.literal('remove-pictures'), keepsFirst: z.boolean() }),
  z.strictObject({ kind: z.literal('add-to-categories'), categoryIds: someCategories }),
  z.strictObject({ kind: z.literal('remove-from-categories'), categoryIds: someCategories }),
  /** Out of one and into another; `from` null: out of all. */
  z.strictObject({ kind: z.literal('move-to-category'), from: categoryId.nullable(), to: categoryId }),
  z.strictObject({ kind: z.literal('delete') }),
  z.strictObject({ kind: z.literal('price'), rule: priceRuleSchema }),
  z.strictObject({ kind: z.literal('start-sale'), sale: saleStartSchema }),
  z.strictObject({ kind: z.literal('end-sale') }),
  z.strictObject({ kind: z.literal('replace'), rule: replaceRuleSchema }),
  z.strictObject({ kind: z.literal('fill'), rule: fillRuleSchema }),
  z.strictObject({ kind: z.literal('stock'), rule: stockRuleSchema }),
  /** What is typed into them already, in a sheet or a form, and not saved. */
  z.strictObject({ kind: z.literal('typed') }),
  /** What the rows of a table say; `file`: its name. */
  z.strictObject({ kind: z.literal('import'), file: z.string().max(255) }),
  /** As it was in a snapshot: these fields, null: all, without what sales have moved unless `stock`; `deletes`: what was not there then goes. */
  z.strictObject({
    kind: z.literal('put-back'),
    snapshotId: z.number().int().positive(),
    fields: z.array(z.enum(productFieldNames)).min(1).max(productFieldNames.length).nullable(),
    stock: z.boolean(),
    deletes: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('add-option'), rule: optionRuleSchema }),
  z.strictObject({ kind: z.literal('choice-prices'), rule: choicePriceRuleSchema }),
  z.strictObject({ kind: z.literal('generate-variations'), rule: generateRuleSchema }),
])
export type BulkAction = z.infer<typeof bulkActionSchema>
export type BulkKind = BulkAction['kind']
export type ActionOf<Kind extends BulkKind> = Extract<BulkAction, { kind: Kind }>

/** What a set of changes did to many products, as it is told; showing and hiding have words of their own. */
export const bulkDeeds = [...bulkActionSchema.options.map(({ shape }) => shape.kind.value), 'enable', 'hide'] as const
export type BulkDeed = (typeof bulkDeeds)[number]

/** `fields`: which it sets, where its words name them. */
export function deedOfAction(action: BulkAction): { deed: BulkDeed; fields: ProductField[] } {
  if (action.kind === 'empty') return { deed: 'empty', fields: action.fields }
  if (action.kind === 'fill') return { deed: 'fill', fields: [action.rule.field] }
  if (action.kind === 'price') return { deed: 'price', fields: [action.rule.field] }
  if (action.kind === 'replace') return { deed: 'replace', fields: action.rule.fields }
  if (action.kind === 'add' || action.kind === 'remove') return { deed: action.kind, fields: fieldsIn(action.fields) }
  if (action.kind !== 'set') return { deed: action.kind, fields: [] }
  const fields = fieldsIn(action.fields)
  const isSwitch = fields.length === 1 && action.fields.enabled !== undefined
  return { deed: isSwitch ? (action.fields.enabled ? 'enable' : 'hide') : 'set', fields }
}
