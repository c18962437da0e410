import { z } from 'zod'
import type { ChangeRecord } from '../shared/change-record'
import type { Reference } from '../shared/fields/references'
import type { Db } from './database'
import { withNamesIn } from './names-in-change'

const typeSchema = z.looseObject({ attributes: z.array(z.looseObject({ id: z.number(), name: z.string() })) })
type Row = { ecwid_id: number | null; json: string | null }

/**
 * What was made here is called by its local id, below zero, until the store has given it one. Changes keep the name they were
 * written with; whoever reads them reads what it is called now. One that was never made is named by nothing.
 */
export function createNamesMadeHere(db: Db) {
  const shelf = db.prepare('SELECT ecwid_id, json FROM shelves WHERE id = -?')
  const known = {
    category: shelf,
    productType: shelf,
    product: db.prepare('SELECT ecwid_id, NULL AS json FROM products WHERE id = -?'),
  }

  function nameNow({ thing, id, attribute }: Reference): number | null {
    if (id >= 0) return id
    const row = known[thing].get<Row>(id)
    if (!row) return null
    return (attribute === undefined ? row.ecwid_id : attributeIn(row, attribute)) ?? id
  }

  return (change: ChangeRecord): ChangeRecord => {
    const after = withNamesIn(change, change.after, nameNow)
    return change.verb === 'create'
      ? { ...change, after }
      : { ...change, before: withNamesIn(change, change.before, nameNow), after }
  }
}

/** The store gives an attribute its id with its type; by then it is known by its name. */
function attributeIn({ json }: Row, name: string): number | undefined {
  const type = json === null ? undefined : typeSchema.safeParse(JSON.parse(json)).data
  return type?.attributes.find((each) => each.name === name)?.id
}
