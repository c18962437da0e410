import { z } from 'zod'
import type { ChangeRecord } from '../shared/change-record'
import type { Db } from './database'

const idsSchema = z.array(z.number())
const payloadSchema = z.looseObject({ fields: z.looseObject({ categoryIds: idsSchema }) })
const bodySchema = z.looseObject({ parentId: z.number() })

/**
 * A category that was made here is called by its local id, which is below zero, until the store has given it one. Changes keep
 * the name they were written with; whoever reads them reads what it is called now. One that was never made is named by nothing.
 */
export function createNamesMadeHere(db: Db) {
  const known = db.prepare('SELECT ecwid_id FROM shelves WHERE id = -?')

  function nameNow(id: number): number[] {
    if (id >= 0) return [id]
    const row = known.get<{ ecwid_id: number | null }>(id)
    return row ? [row.ecwid_id ?? id] : []
  }

  const each = (value: unknown): unknown => {
    const ids = idsSchema.safeParse(value).data
    return ids ? [...new Set(ids.flatMap(nameNow))] : value
  }

  const one = (value: unknown): unknown => (typeof value === 'number' ? (nameNow(value)[0] ?? 0) : value)

  function inCreate(after: unknown): unknown {
    const body = bodySchema.safeParse(after).data
    if (body) return { ...body, parentId: one(body.parentId) }
    const payload = payloadSchema.safeParse(after).data
    return payload
      ? { ...payload, fields: { ...payload.fields, categoryIds: each(payload.fields.categoryIds) } }
      : after
  }

  return (change: ChangeRecord): ChangeRecord => {
    const { field, verb, before, after } = change
    if (verb === 'create') return { ...change, after: inCreate(after) }
    const read = verb === 'set' && (field === 'categoryIds' ? each : field === 'parentId' ? one : null)
    return read ? { ...change, before: read(before), after: read(after) } : change
  }
}
