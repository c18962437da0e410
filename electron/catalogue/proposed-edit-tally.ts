import { productFieldNames } from '../shared/fields/product-fields'
import { bulkWarnings, isOfField, toEditedField, type FieldTally, type Proposal } from '../shared/proposal'
import type { Db } from './database'
import type { ProposedSame } from './proposed-same'

const nothing = {
  made: 0,
  products: 0,
  fields: 0,
  creations: 0,
  additions: 0,
  deletions: 0,
  categories: 0,
  productTypes: 0,
  out: 0,
  same: 0,
  refused: 0,
}
type Counts = typeof nothing
export type EditTally = Pick<Proposal, keyof Counts | 'warnings' | 'tally'>

export const noEdits: EditTally = { ...nothing, warnings: {}, tally: [] }

const isIn = `standing IN ('in', 'made')`
const shelves = (thing: 'category' | 'productType') =>
  `count(DISTINCT CASE WHEN ${isIn} AND field = 'shelf' AND after ->> '$.thing' = '${thing}' THEN product_id END)`
const count = (when: string) => `coalesce(sum(${when}), 0)`

/** How much there is of a proposal. */
export function createProposedEditTally(db: Db, counted: Pick<ProposedSame, 'count'>) {
  const counts = db.prepare(
    `SELECT count(DISTINCT CASE WHEN ${isIn} THEN product_id END) AS products,
       count(DISTINCT CASE WHEN standing = 'made' THEN product_id END) AS made,
       ${count(`${isIn} AND field NOT IN ('new', 'variation') AND (field <> 'shelf' OR after ->> '$.field' IS NOT NULL)`)} AS fields,
       ${count(`${isIn} AND field = 'new'`)} AS creations, ${count(`${isIn} AND field = 'variation'`)} AS additions,
       ${count(`${isIn} AND field IS NULL`)} AS deletions,
       ${shelves('category')} AS categories, ${shelves('productType')} AS productTypes,
       ${count(`standing = 'out'`)} AS out, ${count(`standing = 'same'`)} AS same, ${count(`standing = 'refused'`)} AS refused,
       ${bulkWarnings.map((code) => `${count(`${isIn} AND instr(warnings, ' ${code} ') > 0`)} AS "${code}"`).join(', ')}
     FROM proposed_edits WHERE proposal_id = ?`,
  )
  const perField = db.prepare(
    `SELECT field, ${count(isIn)} AS "in", ${count(`standing = 'out'`)} AS out FROM proposed_edits
     WHERE proposal_id = ? AND standing IN ('in', 'out', 'made') AND follows IS NOT 'new' GROUP BY field`,
  )
  return {
    tally(proposalId: number): EditTally {
      const found = counts.get<Counts & Record<string, number>>(proposalId)
      const {
        made = 0,
        products = 0,
        fields = 0,
        creations = 0,
        additions = 0,
        deletions = 0,
        categories = 0,
        productTypes = 0,
      } = found ?? {}
      const { out = 0, same = 0, refused = 0 } = found ?? {}
      const warned = bulkWarnings.flatMap((code) => (found?.[code] ? [[code, found[code]] as const] : []))
      const tally = perField
        .all<Omit<FieldTally, 'field'> & { field: string | null }>(proposalId)
        .map((one) => ({ ...one, field: toEditedField(one.field) }))
      return {
        made,
        products,
        fields,
        creations,
        additions,
        deletions,
        categories,
        productTypes,
        out,
        same: same + counted.count(proposalId),
        refused,
        warnings: Object.fromEntries(warned),
        tally: inOrder(tally),
      }
    },
  }
}

const inOrder = (tally: FieldTally[]): FieldTally[] => {
  const place = ({ field }: FieldTally) =>
    isOfField(field) ? productFieldNames.indexOf(field) : field === null ? -2 : -1
  return tally.toSorted((one, other) => place(one) - place(other))
}
