import type { ChangeState } from '../shared/change'
import { reasonSchema, reasonText } from '../shared/errors'
import {
  bulkWarnings,
  shelfInProposal,
  toEditedField,
  type BulkWarning,
  type EditStanding,
  type FieldCount,
  type ProposalFilter,
  type ProposedRow,
  type ReviewView,
} from '../shared/proposal'
import { toEditReason } from '../shared/edit-reason'
import { foldText } from '../shared/fold-text'
import { editReasonText } from '../shared/words/edit-reason'
import { isReverted } from './acts-sql'
import type { Db, SqlValue } from './database'
import { createPiecesOfReview, named } from './pieces-of-review'
import { editsOfPieces, type ProposedSame } from './proposed-same'

type Row = Record<'id' | 'product_id' | 'is_new' | 'is_reverted' | 'edits' | 'edits_in', number> &
  Record<'before' | 'after' | 'standing' | 'warnings', string> &
  Record<
    'change_state' | 'change_reason' | 'name' | 'sku' | 'thumbnail' | 'variation' | 'field' | 'reason' | 'follows',
    string | null
  >

/** Edits of one product stand together, and those of one field do. */
const orders: Record<ReviewView['by'], Record<ReviewView['order'], string>> = {
  product: { list: 'e.place, e.id', change: 'e.most DESC, e.place, e.id' },
  field: { list: 'e.field, e.place, e.id', change: 'e.field, e.weight DESC, e.place, e.id' },
}

/** How many others of its product that can be decided about stand so. */
const ofProduct = (standings: string) =>
  `(SELECT count(*) FROM proposed_edits o WHERE o.product_id = e.product_id AND o.proposal_id = e.proposal_id
     AND o.follows IS NULL AND o.standing IN (${standings}))`

/** By the address or the content of what came, by the name of what went; a variation has one. */
const isPictureOf = `(CASE WHEN e.variation_id IS NOT NULL
    THEN m.list = 'variations' AND m.field = 'image' AND m.key = CAST(e.variation_id AS TEXT)
    ELSE m.list = 'pictures' AND CASE WHEN e.after ->> '$.describes' IS NOT NULL
      THEN m.verb = 'set' AND m.field IN ('alt', 'altTranslated') AND m.key = e.after ->> '$.describes'
      WHEN e.after ->> '$.order' IS NOT NULL THEN m.verb = 'order'
      WHEN e.after ->> '$.removes' IS NULL
      THEN m.verb = 'add' AND coalesce(m.after ->> '$.source.url', m.after ->> '$.source.hash') = coalesce(e.after ->> '$.url', e.after ->> '$.hash')
      ELSE m.verb = 'remove' AND m.key = e.after ->> '$.removes' END END)`

const isFileOf = `(m.list = 'files' AND CASE WHEN e.after ->> '$.describes' IS NOT NULL
    THEN m.verb = 'set' AND m.key = CAST(e.after ->> '$.describes' AS TEXT) ELSE m.verb = 'add' AND m.after ->> '$.from' = e.after ->> '$.from' END)`
const isVideoOf = `(m.list = 'videos' AND m.verb = 'add' AND m.after ->> '$.url' = e.after ->> '$.url')`

const isShelfEdit = `CASE WHEN e.after ->> '$.field' IS NULL THEN m.verb = 'create' ELSE m.field = e.after ->> '$.field' END`
const isOfThing = `m.product_id = CASE e.field WHEN 'shelf' THEN e.product_id - ${shelfInProposal(0)} ELSE e.product_id END`

/** What became of it: the change of the set that the proposal became. All of a new product is in the one that makes it. */
const changeOf = `(SELECT m.id FROM changes m JOIN proposals q ON q.id = e.proposal_id AND q.set_id = m.set_id
  WHERE e.standing = 'made' AND ${isOfThing} AND CASE e.field WHEN 'shelf' THEN ${isShelfEdit} WHEN 'picture' THEN ${isPictureOf}
    WHEN 'file' THEN ${isFileOf} WHEN 'video' THEN ${isVideoOf}
    WHEN 'variation' THEN m.list = 'variations' AND m.verb = 'add' AND m.entry IS e.variation
    ELSE CASE WHEN n.product_id IS NULL THEN m.field IS e.field AND m.key IS CAST(e.variation_id AS TEXT)
    ELSE m.verb = 'create' END END LIMIT 1)`

type PageView = ReviewView & { offset: number; limit: number }
type Page = { total: number; rows: ProposedRow[] }

/** The edits of a proposal a page at a time, as a review lists them. */
export function createProposedEditPages(db: Db, same: Pick<ProposedSame, 'hasAny'>) {
  const pieces = createPiecesOfReview(db)
  /** Others show nothing of what is so already. */
  const hasSame = (proposalId: number, { filter }: ReviewView): boolean =>
    (filter === 'all' || filter === 'same') && same.hasAny(proposalId)

  function pageOfPieces(proposalId: number, view: PageView): Page {
    const { total, parts } = pieces(proposalId, { ...view, ...parted(view) })
    const page = db.prepare(selected(editsOfPieces, `true ORDER BY ${orders[view.by][view.order]}`))
    const rows = parts.flatMap(({ field, shown: some }) => page.all<Row>(JSON.stringify(some), field).map(toRow))
    return { total, rows }
  }

  return {
    page(proposalId: number, view: PageView): Page {
      if (hasSame(proposalId, view)) return pageOfPieces(proposalId, view)
      const { where, values } = shown(view)
      const count = db.prepare(
        `SELECT count(*) AS total FROM ${named('proposed_edits')} WHERE e.proposal_id = ?${where}`,
      )
      const order = orders[view.by][view.order]
      const page = db.prepare(
        selected('proposed_edits', `e.proposal_id = ?${where} ORDER BY ${order} LIMIT ? OFFSET ?`),
      )
      return {
        total: count.get<{ total: number }>(proposalId, ...values)?.total ?? 0,
        rows: page.all<Row>(proposalId, ...values, view.limit, view.offset).map(toRow),
      }
    },
    /** How many of what a view lists are of each field, in the order of a page by field. */
    fields(proposalId: number, view: ReviewView): FieldCount[] {
      if (hasSame(proposalId, view)) {
        const { fields } = pieces(proposalId, { ...view, ...parted(view), by: 'field', offset: 0, limit: 0 })
        return fields.map(({ field, count }) => ({ field: toEditedField(field), count }))
      }
      const { where, values } = shown(view)
      const found = db.prepare(
        `SELECT e.field, count(*) AS count FROM ${named('proposed_edits')} WHERE e.proposal_id = ?${where} GROUP BY e.field ORDER BY e.field`,
      )
      return found
        .all<{ field: string | null; count: number }>(proposalId, ...values)
        .map(({ field, count }) => ({ field: toEditedField(field), count }))
    },
  }
}

const selected = (of: string, rest: string): string =>
  `SELECT e.*, coalesce(p.name, n.name) AS name, coalesce(p.sku, n.sku) AS sku, p.thumbnail, ${isNew} AS is_new, ${ofProduct(`'in', 'out'`)} AS edits, ${ofProduct(`'in'`)} AS edits_in, c.state AS change_state, ${isReverted('c')} AS is_reverted, c.reason AS change_reason
   FROM ${named(of)} LEFT JOIN changes c ON c.id = ${changeOf} WHERE ${rest}`

const isNew = `(n.product_id IS NOT NULL AND e.field IS NOT 'shelf')`

function shown(view: ReviewView): { where: string; values: SqlValue[] } {
  const { standing, text } = parted(view)
  return { where: standing.where + text.where, values: [...standing.values, ...text.values] }
}

/** What an edit is asked for, and what its product is. */
function parted({ filter, text = '' }: ReviewView) {
  const words = foldText(text.trim()).split(/\s+/).filter(Boolean)
  const places = [
    `coalesce(p.name_key, n.name_key)`,
    `coalesce(p.sku_key, n.sku_key)`,
    `lower(coalesce(e.variation, ''))`,
  ]
  const holds = ` AND (${places.map((place) => `instr(${place}, ?) > 0`).join(' OR ')})`
  const values = words.flatMap((word) => places.map((): SqlValue => word))
  return { standing: ofFilter(filter), text: { where: holds.repeat(words.length), values } }
}

function ofFilter(filter: ProposalFilter): { where: string; values: SqlValue[] } {
  if (filter === 'all') return { where: '', values: [] }
  if (filter === 'changing') return { where: ` AND e.standing IN ('in', 'out', 'made')`, values: [] }
  if (filter === 'in') return { where: ` AND e.standing IN ('in', 'made')`, values: [] }
  if (filter === 'new') return { where: ` AND ${isNew}`, values: [] }
  if (isWarning(filter)) return { where: ' AND instr(e.warnings, ?) > 0', values: [` ${filter} `] }
  return { where: ' AND e.standing = ?', values: [filter] }
}

const isWarning = (code: string): code is BulkWarning => bulkWarnings.some((warning) => warning === code)

const toRow = (row: Row): ProposedRow => ({
  id: row.id,
  productId: row.product_id,
  productName: row.name ?? '',
  sku: row.sku ?? '',
  isNew: row.is_new === 1,
  thumbnail: row.thumbnail,
  variation: row.variation,
  field: toEditedField(row.field),
  before: JSON.parse(row.before) as unknown,
  after: JSON.parse(row.after) as unknown,
  standing: row.standing as EditStanding,
  reason: reasonIn(row.reason),
  warnings: row.warnings.split(' ').filter(isWarning),
  follows: toEditedField(row.follows),
  edits: row.edits,
  editsIn: row.edits_in,
  outcome: outcomeOf(row),
})

function reasonIn(json: string | null): string | null {
  const reason = toEditReason(json)
  return reason && editReasonText(reason)
}

function outcomeOf({ change_state: state, is_reverted, change_reason: reason }: Row): ProposedRow['outcome'] {
  if (state === null) return null
  const parsed = reason === null ? undefined : reasonSchema.safeParse(JSON.parse(reason)).data
  return { state: state as ChangeState, isReverted: is_reverted === 1, reason: parsed ? reasonText(parsed) : null }
}
