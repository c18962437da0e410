import { z } from 'zod'
import { cellSchema, type TableShape } from '../shared/table'
import { editReasonSchema } from '../shared/edit-reason'
import { editStandings, toEditedField } from '../shared/proposal'
import type { Db } from './database'
import { packed, unpacked, type KeptRow } from './packed-rows'

export type NewKeptTable = Pick<TableShape, 'format' | 'separator' | 'header' | 'columns'> & { name: string }
/** `isSettled`: its proposal is gone, and what became of its edits stands here. */
export type KeptTable = NewKeptTable & {
  id: number
  proposalId: number | null
  changeSetId: number | null
  /** let-go: its rows were too large to be kept, or went for newer ones. */
  state: 'kept' | 'let-go'
  isSettled: boolean
}

/** What became of an edit that is in no change set. */
const keptEditsSchema = z.array(
  z.strictObject({
    variationId: z.number().nullable(),
    field: z.string().nullable().transform(toEditedField),
    standing: z.enum(editStandings),
    reason: editReasonSchema.nullable(),
  }),
)
export type KeptEdit = z.infer<typeof keptEditsSchema>[number]

const headerSchema = z.array(cellSchema)
const columnsSchema = z.array(z.string())

/** Of one, packed. A list of 100,000 products with 20 columns comes to 11 MB. */
const mostBytes = 64 * 1024 ** 2
/** Of all of them: the oldest go first. */
const mostOfAll = 256 * 1024 ** 2

/** Imported tables as they were read, for the files that say what became of each row. */
export function createKeptTables(db: Db, most = { ofOne: mostBytes, ofAll: mostOfAll }) {
  const insert = db.prepare('INSERT INTO kept_tables (name, format, separator, header, columns) VALUES (?, ?, ?, ?, ?)')
  const byId = db.prepare('SELECT * FROM kept_tables WHERE id = ?')
  const byProposal = db.prepare('SELECT * FROM kept_tables WHERE proposal_id = ?')
  const bySet = db.prepare(
    `SELECT * FROM kept_tables WHERE set_id = ?1
     UNION ALL SELECT t.* FROM kept_tables t JOIN proposals p ON p.id = t.proposal_id WHERE p.set_id = ?1 LIMIT 1`,
  )
  const addPiece = db.prepare(
    `INSERT INTO kept_table_rows (table_id, piece, packed)
     SELECT ?1, coalesce((SELECT max(piece) + 1 FROM kept_table_rows WHERE table_id = ?1), 0), ?2`,
  )
  const piece = db.prepare('SELECT packed FROM kept_table_rows WHERE table_id = ? AND piece = ?')
  const grown = db.prepare('UPDATE kept_tables SET bytes = bytes + ? WHERE id = ? RETURNING bytes')
  const letGoRows = db.prepare('DELETE FROM kept_table_rows WHERE table_id = ?')
  const letGo = db.prepare(`UPDATE kept_tables SET state = 'let-go', bytes = 0 WHERE id = ?`)
  const oldest = db.prepare(
    `SELECT id FROM (SELECT id, sum(bytes) OVER (ORDER BY id DESC) AS upTo FROM kept_tables WHERE bytes > 0) WHERE upTo > ?`,
  )
  const setProposal = db.prepare('UPDATE kept_tables SET proposal_id = ? WHERE id = ?')
  const settle = db.prepare('UPDATE kept_tables SET proposal_id = NULL, set_id = ?, is_settled = 1 WHERE id = ?')
  const setMade = db.prepare(
    `INSERT OR REPLACE INTO kept_table_products (table_id, product_id, made_as)
     SELECT id, ?2, ?3 FROM kept_tables WHERE proposal_id = ?1`,
  )
  const madeAs = db.prepare('SELECT made_as AS id FROM kept_table_products WHERE table_id = ? AND product_id = ?')
  const addEdits = db.prepare('INSERT OR REPLACE INTO kept_table_edits (table_id, product_id, edits) VALUES (?, ?, ?)')
  const editsOf = db.prepare('SELECT edits FROM kept_table_edits WHERE table_id = ? AND product_id = ?')
  const remove = db.prepare('DELETE FROM kept_tables WHERE id = ?')
  const removeStrays = db.prepare('DELETE FROM kept_tables WHERE proposal_id IS NULL AND set_id IS NULL')

  function letGoOf(id: number): void {
    letGoRows.run(id)
    letGo.run(id)
  }

  return {
    add: ({ name, format, separator, header, columns }: NewKeptTable): number =>
      insert.run(name, format, separator, header && JSON.stringify(header), JSON.stringify(columns)).lastInsertRowid,
    /** Behind those that it has. False: it is too large to be kept, now or before. */
    addRows(id: number, rows: readonly KeptRow[]): boolean {
      const isKept = toTable(byId.get<Row>(id))?.state === 'kept'
      const bytes = isKept ? packed(rows) : new Uint8Array()
      const now = grown.get<{ bytes: number }>(bytes.length, id)
      if (!isKept || !now) return false
      addPiece.run(id, bytes)
      if (now.bytes > most.ofOne) letGoOf(id)
      return now.bytes <= most.ofOne
    },
    /** It is whole. Older ones make room for it. */
    setProposal(id: number, proposalId: number): void {
      setProposal.run(proposalId, id)
      for (const { id: old } of oldest.all<{ id: number }>(most.ofAll)) letGoOf(old)
    },
    get: (id: number): KeptTable | undefined => toTable(byId.get<Row>(id)),
    ofProposal: (proposalId: number): KeptTable | undefined => toTable(byProposal.get<Row>(proposalId)),
    ofSet: (setId: number): KeptTable | undefined => toTable(bySet.get<Row>(setId)),
    /** A portion of its rows, from 0; null behind the last one. */
    rows(id: number, portion: number): KeptRow[] | null {
      const found = piece.get<{ packed: Uint8Array }>(id, portion)
      return found ? unpacked(found.packed) : null
    },
    /** A product that a proposal makes, by its id below zero, has a local id. */
    setMade: (proposalId: number, productId: number, madeAsId: number): void =>
      void setMade.run(proposalId, productId, madeAsId),
    /** What a product or a category of its rows is called now. */
    productOf: (id: number, productId: number): number =>
      productId >= 0 ? productId : (madeAs.get<{ id: number }>(id, productId)?.id ?? productId),
    /** The same of a variation that it makes. */
    variationOf: (id: number, variationId: number): number =>
      madeAs.get<{ id: number }>(id, variationId)?.id ?? variationId,
    addEdits: (id: number, productId: number, edits: readonly KeptEdit[]): void =>
      void addEdits.run(id, productId, JSON.stringify(edits)),
    editsOf: (id: number, productId: number): KeptEdit[] =>
      keptEditsSchema.parse(JSON.parse(editsOf.get<{ edits: string }>(id, productId)?.edits ?? '[]')),
    /** Its proposal may go. */
    settle: (id: number, changeSetId: number): void => void settle.run(changeSetId, id),
    remove: (id: number): void => void remove.run(id),
    /** Those of which no proposal came. */
    removeStrays: (): void => void removeStrays.run(),
  }
}

type Row = {
  id: number
  proposal_id: number | null
  set_id: number | null
  name: string
  format: TableShape['format']
  separator: TableShape['separator']
  header: string | null
  columns: string
  state: KeptTable['state']
  is_settled: number
}

const toTable = (row: Row | undefined): KeptTable | undefined =>
  row && {
    id: row.id,
    proposalId: row.proposal_id,
    changeSetId: row.set_id,
    name: row.name,
    format: row.format,
    separator: row.separator,
    header: row.header === null ? null : headerSchema.parse(JSON.parse(row.header)),
    columns: columnsSchema.parse(JSON.parse(row.columns)),
    state: row.state,
    isSettled: row.is_settled === 1,
  }
