import { z } from 'zod'
import type { ChangeRecord } from '../shared/change-record'
import { fieldOf, isProductField } from '../shared/fields/product-fields'
import { withReferences, type Reference } from '../shared/fields/references'
import { shelfFieldOf } from '../shared/fields/shelf-fields'
import { describedField } from '../shared/fields/thing-fields'

const valuesSchema = z.record(z.string(), z.unknown())
const payloadSchema = z.looseObject({ fields: valuesSchema })

/** What a name means; null: nothing any more. */
export type NameNow = (named: Reference) => number | null
type Act = Pick<ChangeRecord, 'thing' | 'list' | 'field' | 'verb'>

/** A value that a change writes, with what each thing that it names is called now. */
export function withNamesIn(act: Act, value: unknown, nameNow: NameNow): unknown {
  if (act.verb === 'create') return inCreate(act, value, nameNow)
  const kind = act.verb === 'set' ? describedField(act)?.kind : undefined
  return kind ? withReferences(kind, value, nameNow) : value
}

function inCreate({ thing }: Act, value: unknown, nameNow: NameNow): unknown {
  if (thing === 'product') {
    const payload = payloadSchema.safeParse(value).data
    const field = (name: string) => (isProductField(name) ? fieldOf(name) : undefined)
    return payload ? { ...payload, fields: each(payload.fields, field, nameNow) } : value
  }
  const body = valuesSchema.safeParse(value).data
  return body ? each(body, (name) => shelfFieldOf(thing, name), nameNow) : value
}

type Described = Pick<ReturnType<typeof fieldOf>, 'kind'> | undefined

const each = (values: Record<string, unknown>, field: (name: string) => Described, nameNow: NameNow) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const described = field(name)
      return [name, described ? withReferences(described.kind, value, nameNow) : value]
    }),
  )
