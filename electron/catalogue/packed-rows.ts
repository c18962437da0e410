import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { rowReasonSchema, type RowReason } from '../shared/row-reason'
import { cellSchema, type TableRow } from '../shared/table'

/**
 * A row of an imported table as it was read, and what it is about, if that is known: a product, by an id below zero one that it makes, or a
 * variation of one. `why`: nothing is taken of it.
 */
export type KeptRow = Pick<TableRow, 'row' | 'cells'> & {
  of: { productId: number; variationId: number | null } | null
  why: RowReason | null
}

/** Its number and cells, what it is about (product, variation), and why nothing is taken of it. */
const packedSchema = z.tuple([
  z.number(),
  z.array(cellSchema),
  z.number().nullable(),
  z.number().nullable(),
  // A sentence of an earlier version stays one.
  z.union([z.string().transform((text): RowReason => ({ says: 'text', text })), rowReasonSchema]).nullable(),
])

/** A level above three takes four times as long and saves a seventh. */
export function packed(rows: readonly KeptRow[]): Uint8Array {
  const all = rows.map(({ row, cells, of, why }): z.input<typeof packedSchema> => [
    row,
    [...cells],
    of?.productId ?? null,
    of?.variationId ?? null,
    why,
  ])
  return deflateRawSync(JSON.stringify(all), { level: 3 })
}

export function unpacked(bytes: Uint8Array): KeptRow[] {
  const all = z.array(packedSchema).parse(JSON.parse(inflateRawSync(bytes).toString()))
  return all.map(([row, cells, productId, variationId, why]) => ({
    row,
    cells,
    of: productId === null ? null : { productId, variationId },
    why,
  }))
}
