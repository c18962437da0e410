import { z } from 'zod'
import type { ChangeRecord } from '../shared/change-record'
import { fieldOf, isProductField } from '../shared/fields/product-fields'
import { withReferences, type Reference } from '../shared/fields/references'
import { shelfFieldOf } from '../shared/fields/shelf-fields'
import { describedField } from '../shared/fields/thing-fields'
import type { Db } from './database'

const valuesSchema = z.record(z.string(), z.unknown())
const payloadSchema = z.looseObject({ fields: valuesSchema })

/**
 * What was made here is called by its local id, below zero, until the store has given it one. Changes keep the name they were
 * written with; whoever reads them reads what it is called now. One that was never made is named by nothing.
 */
export function createNamesMadeHere(db: Db) {
  const shelf = db.prepare('SELECT ecwid_id FROM shelves WHERE id = -?')
  const known = {
    category: shelf,
    productType: shelf,
    product: db.prepare('SELECT ecwid_id FROM products WHERE id = -?'),
  }

  function nameNow({ thing, id }: Reference): number | null {
    if (id >= 0) return id
    const row = known[thing].get<{ ecwid_id: number | null }>(id)
    return row ? (row.ecwid_id ?? id) : null
  }

  function inCreate({ thing, after }: ChangeRecord): unknown {
    const payload = thing === 'product' ? payloadSchema.safeParse(after).data : undefined
    if (payload) return { ...payload, fields: each(payload.fields, (name) => isProductField(name) && fieldOf(name)) }
    const body = thing === 'product' ? undefined : valuesSchema.safeParse(after).data
    return body && thing !== 'product' ? each(body, (name) => shelfFieldOf(thing, name)) : after
  }

  type Described = Pick<ReturnType<typeof fieldOf>, 'kind'> | false | undefined
  const each = (values: Record<string, unknown>, field: (name: string) => Described) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const described = field(name)
        return [name, described ? withReferences(described.kind, value, nameNow) : value]
      }),
    )

  return (change: ChangeRecord): ChangeRecord => {
    if (change.verb === 'create') return { ...change, after: inCreate(change) }
    const kind = change.verb === 'set' ? describedField(change)?.kind : undefined
    if (!kind) return change
    const [before, after] = [change.before, change.after].map((value) => withReferences(kind, value, nameNow))
    return { ...change, before, after }
  }
}
