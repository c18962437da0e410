import {
  toEditedField,
  type BulkWarning,
  type EditStanding,
  type EditedField,
  type SomeEdits,
} from '../shared/proposal'
import { toEditReason, type EditReason } from '../shared/edit-reason'
import type { Db, SqlValue } from './database'
import type { KeptEdit } from './kept-tables'
import { createProposedEditCopies } from './proposed-edit-copies'
import { createProposedEditPages } from './proposed-edit-pages'
import { createProposedEditTally } from './proposed-edit-tally'
import { createProposedSame } from './proposed-same'

export type NewProposedEdit = {
  variationId: number | null
  variation: string | null
  field: EditedField
  before: unknown
  after: unknown
  standing: EditStanding
  reason: EditReason | null
  follows: EditedField
  warnings: readonly BulkWarning[]
  weight: number
}
export type IncludedEdit = Pick<NewProposedEdit, 'variationId' | 'field' | 'before' | 'after' | 'follows'> & {
  id: number
}

type Filing = { id: number; productId: number; field: 'categoryIds' | 'new'; before: unknown; after: unknown }

type IncludedRow = {
  id: number
  variation_id: number | null
  field: string | null
  before: string
  after: string
  follows: string | null
}

/** The edits of proposals, one row each. */
export function createProposedEditsTable(db: Db) {
  const same = createProposedSame(db)
  const insert = db.prepare(
    `INSERT INTO proposed_edits (proposal_id, place, product_id, variation_id, variation, field, before, after, standing, reason,
       follows, warnings, weight, most) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const nextProducts = db.prepare(
    `SELECT DISTINCT place, product_id AS productId FROM proposed_edits
     WHERE proposal_id = ? AND place >= ? AND standing = 'in' ORDER BY place LIMIT ?`,
  )
  const included = db.prepare(
    `SELECT id, variation_id, field, before, after, follows FROM proposed_edits
     WHERE proposal_id = ? AND product_id = ? AND standing = 'in' ORDER BY id`,
  )
  const unmade = db.prepare(
    `SELECT variation_id AS variationId, field, standing, reason FROM proposed_edits
     WHERE proposal_id = ? AND product_id = ? AND standing <> 'made' ORDER BY id`,
  )
  const setMade = db.prepare(
    `UPDATE proposed_edits SET standing = ?, reason = ? WHERE proposal_id = ? AND product_id = ? AND standing = 'in'`,
  )
  const setSomeMade = db.prepare(
    `UPDATE proposed_edits SET standing = 'made' WHERE standing = 'in' AND id IN (SELECT value FROM json_each(?))`,
  )
  const filings = db.prepare(
    `SELECT id, product_id AS productId, field, before, after FROM proposed_edits
     WHERE proposal_id = ? AND id > ? AND standing = 'in' AND field IN ('categoryIds', 'new') ORDER BY id LIMIT ?`,
  )
  const placeOf = db.prepare(
    'SELECT place FROM proposed_edits WHERE proposal_id = ? AND product_id = ? ORDER BY place LIMIT 1',
  )
  const removeFrom = db.prepare('DELETE FROM proposed_edits WHERE proposal_id = ? AND place >= ?')
  const refuse = db.prepare(`UPDATE proposed_edits SET standing = 'refused', reason = ? WHERE id = ?`)
  const refuseAnew = db.prepare(
    `UPDATE proposed_edits SET reason = ? WHERE proposal_id = ? AND product_id = ? AND field = ? AND standing = 'refused'`,
  )
  const setSame = db.prepare(`UPDATE proposed_edits SET standing = 'same' WHERE id = ?`)
  const notSame = db.prepare(
    `SELECT 1 FROM proposed_edits WHERE id IN (SELECT value FROM json_each(?)) AND standing <> 'same' LIMIT 1`,
  )
  const someMade = db.prepare(
    `SELECT 1 FROM proposed_edits WHERE proposal_id = ? AND product_id = ? AND standing = 'made' LIMIT 1`,
  )
  const setAfter = db.prepare('UPDATE proposed_edits SET after = ? WHERE id = ?')
  const lacking = db.prepare(
    `INSERT INTO proposed_edits (proposal_id, place, product_id, variation_id, variation, field, before, after, standing, reason,
       follows, warnings, weight, most)
     SELECT proposal_id, place, product_id, variation_id, variation, field, before, after, 'refused', ?, NULL, '', weight, most
     FROM proposed_edits WHERE id = ?`,
  )
  const noteTwice = db.prepare(
    `UPDATE proposed_edits SET warnings = warnings || ' duplicate-sku ' WHERE proposal_id = ?1 AND field = 'sku' AND standing = 'in'
       AND after NOT IN ('""', 'null') AND instr(warnings, ' duplicate-sku ') = 0 AND lower(after) IN
         (SELECT lower(after) FROM proposed_edits WHERE proposal_id = ?1 AND field = 'sku' AND standing = 'in'
          GROUP BY lower(after) HAVING count(*) > 1)`,
  )
  // What follows another edit of the same thing comes and goes with it.
  const follow = db.prepare(
    `UPDATE proposed_edits SET standing = cause.standing FROM proposed_edits cause
     WHERE proposed_edits.proposal_id = ?1 AND proposed_edits.follows IS NOT NULL AND cause.proposal_id = ?1
       AND cause.product_id = proposed_edits.product_id AND cause.variation_id IS proposed_edits.variation_id
       AND cause.field = proposed_edits.follows AND cause.standing IN ('in', 'out')`,
  )
  // Left out, what is made takes its values along; in again, it brings them.
  const makes = `(field = 'new' OR field = 'shelf' AND after ->> '$.field' IS NULL)`
  const ofLeftOut = `product_id IN (SELECT product_id FROM proposed_edits WHERE proposal_id = ?1 AND ${makes} AND standing = 'out')`
  const leaveOfNew = db.prepare(
    `UPDATE proposed_edits SET standing = 'out' WHERE proposal_id = ?1 AND standing = 'in' AND ${ofLeftOut}`,
  )
  const newSkus = db.prepare(
    `SELECT json_extract(after, '$.fields.sku') AS sku FROM proposed_edits
     WHERE proposal_id = ? AND field = 'variation' AND standing IN ('in', 'out')`,
  )
  const leaveRest = db.prepare(`UPDATE proposed_edits SET standing = 'out' WHERE proposal_id = ? AND standing = 'in'`)
  const removeSome = db.prepare(
    'DELETE FROM proposed_edits WHERE id IN (SELECT id FROM proposed_edits WHERE proposal_id = ? LIMIT ?)',
  )

  function add(proposalId: number, place: number, productId: number, edits: readonly NewProposedEdit[]): void {
    const most = mostOf(edits)
    for (const edit of edits) {
      insert.run(
        proposalId,
        place,
        productId,
        edit.variationId,
        edit.variation,
        edit.field,
        JSON.stringify(edit.before ?? null),
        JSON.stringify(edit.after ?? null),
        edit.standing,
        edit.reason && JSON.stringify(edit.reason),
        edit.follows,
        edit.warnings.map((warning) => ` ${warning} `).join(''),
        edit.weight,
        most,
      )
    }
  }

  return {
    ...createProposedEditCopies(db),
    ...createProposedEditPages(db, same),
    ...createProposedEditTally(db, same),
    add,
    /** The same of a table: what is so already is counted. */
    addOfTable(proposalId: number, place: number, productId: number, edits: readonly NewProposedEdit[]): void {
      const isSame = ({ standing }: NewProposedEdit) => standing === 'same'
      same.add({ proposalId, place, productId, most: mostOf(edits) }, edits.filter(isSame))
      add(
        proposalId,
        place,
        productId,
        edits.filter((edit) => !isSame(edit)),
      )
    },
    /** Two of the proposal itself that give the same SKU. */
    noteSameSkus: (proposalId: number): void => void noteTwice.run(proposalId),
    /** Of which something is still to be written, from this place on. */
    nextProducts: (proposalId: number, place: number, limit: number) =>
      nextProducts.all<{ place: number; productId: number }>(proposalId, place, limit),
    included: (proposalId: number, productId: number): IncludedEdit[] =>
      included.all<IncludedRow>(proposalId, productId).map(({ id, variation_id, field, before, after, follows }) => ({
        id,
        variationId: variation_id,
        field: toEditedField(field),
        before: JSON.parse(before) as unknown,
        after: JSON.parse(after) as unknown,
        follows: toEditedField(follows),
      })),
    /** What is in no change set, or not yet. */
    unmade: (proposalId: number, productId: number): KeptEdit[] =>
      unmade
        .all<Omit<KeptEdit, 'field' | 'reason'> & { field: string | null; reason: string | null }>(
          proposalId,
          productId,
        )
        .map((edit) => ({ ...edit, field: toEditedField(edit.field), reason: toEditReason(edit.reason) })),
    /** What was to be written of a product is, or (`reason`) cannot be. */
    settle: (proposalId: number, productId: number, reason: EditReason | null): void =>
      void setMade.run(reason ? 'refused' : 'made', reason && JSON.stringify(reason), proposalId, productId),
    /** These alone are written. */
    settleSome: (ids: readonly number[]): void => void setSomeMade.run(JSON.stringify(ids)),
    /** What comes into categories with the yes: edits of products, and those that come back whole, after this one. */
    filings: (proposalId: number, afterId: number, limit: number): Filing[] =>
      filings
        .all<Record<'id' | 'productId', number> & Record<'field' | 'before' | 'after', string>>(
          proposalId,
          afterId,
          limit,
        )
        .map(({ before, after, field, ...of }) => ({
          ...of,
          field: field === 'new' ? 'new' : 'categoryIds',
          before: JSON.parse(before) as unknown,
          after: JSON.parse(after) as unknown,
        })),
    placeOf: (proposalId: number, productId: number): number =>
      placeOf.get<{ place: number }>(proposalId, productId)?.place ?? 0,
    /** From this place on nothing is proposed any more. */
    removeFrom(proposalId: number, place: number): void {
      removeFrom.run(proposalId, place)
      same.removeFrom(proposalId, place)
    },
    /** One of them cannot be; the others of its product may. */
    refuse: (id: number, reason: EditReason): void => void refuse.run(JSON.stringify(reason), id),
    /** Of a field that cannot be, for more than was said. */
    refuseAnew: (proposalId: number, productId: number, field: EditedField, reason: EditReason): void =>
      void refuseAnew.run(JSON.stringify(reason), proposalId, productId, field),
    /** It comes to nothing: so it is already. */
    setSame: (id: number): void => void setSame.run(id),
    areSame: (ids: readonly number[]): boolean => notSame.get(JSON.stringify(ids)) === undefined,
    /** Whether something of it is written. */
    isBegun: (proposalId: number, productId: number): boolean => someMade.get(proposalId, productId) !== undefined,
    /** A part of it cannot be, which is said beside it. */
    narrow(id: number, after: unknown, reason: EditReason | null): void {
      if (reason) lacking.run(JSON.stringify(reason), id)
      setAfter.run(JSON.stringify(after ?? null), id)
    },
    /** Leaves edits out, or takes them in again. */
    leaveOut(proposalId: number, some: SomeEdits, out: boolean): void {
      const { where, values } = those(some)
      const set = (to: string, which: string) =>
        db
          .prepare(`UPDATE proposed_edits SET standing = '${to}' WHERE proposal_id = ?1 AND ${which}`)
          .run(proposalId, ...values)
      if (out) {
        set('out', `standing = 'in' AND follows IS NULL AND ${where}`)
        leaveOfNew.run(proposalId)
      } else {
        const named = `product_id IN (SELECT product_id FROM proposed_edits WHERE proposal_id = ?1 AND ${where})`
        if (isPointedAt(some)) set('in', `standing = 'out' AND ${ofLeftOut} AND ${named}`)
        set('in', `standing = 'out' AND follows IS NULL AND NOT ${ofLeftOut} AND ${where}`)
      }
      follow.run(proposalId)
    },
    /** Those that variations of a proposal are to get. */
    newSkus: (proposalId: number): string[] =>
      newSkus.all<{ sku: string | null }>(proposalId).flatMap(({ sku }) => sku ?? []),
    /** What is not written yet stays unwritten. */
    leaveRest: (proposalId: number): void => void leaveRest.run(proposalId),
    /** False: there are none any more. */
    removeSome: (proposalId: number, limit: number): boolean =>
      removeSome.run(proposalId, limit).changes > 0 || same.removeSome(proposalId, limit),
  }
}

const mostOf = (edits: readonly NewProposedEdit[]): number => Math.max(0, ...edits.map(({ weight }) => weight))

/** A whole field or kind of warning brings nothing that was left out whole. */
const isPointedAt = (some: SomeEdits): boolean =>
  'ids' in some || 'productId' in some || ('field' in some && (some.field === 'new' || some.field === 'shelf'))

/** `?2` is the value. */
function those(some: SomeEdits): { where: string; values: SqlValue[] } {
  if ('ids' in some) return { where: 'id IN (SELECT value FROM json_each(?2))', values: [JSON.stringify(some.ids)] }
  if ('productId' in some) return { where: 'product_id = ?2', values: [some.productId] }
  if ('field' in some) return { where: 'field IS ?2', values: [some.field] }
  return { where: 'instr(warnings, ?2) > 0', values: [` ${some.warning} `] }
}
