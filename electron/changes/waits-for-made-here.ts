import type { Catalogue } from '../catalogue/catalogue'
import { isCreate, isDelete, setsField, setsThis } from '../shared/change-address'
import { createPayloadSchema, shelfBodySchema, type ChangeRecord } from '../shared/change-record'
import { fieldOf, fieldsIn } from '../shared/fields/product-fields'
import { referencesIn, type Reference } from '../shared/fields/references'
import { shelfFieldOf } from '../shared/fields/shelf-fields'
import { describedField } from '../shared/fields/thing-fields'

/**
 * Which open changes of a thing cannot go before a category or product that is made here, and for which create they wait: those
 * that name it, later edits of the same field, which start from that, and whatever follows where the thing itself cannot be made
 * without it. Only a delete needs nothing made.
 */
export function waitingForMadeHere(catalogue: Catalogue, open: readonly ChangeRecord[]): Map<number, number> {
  const waiting = new Map<number, number>()
  const byField = new Map<string | null, number>()
  for (const change of open) {
    const named = namedBy(change).flatMap((each) => madeBy(catalogue, each) ?? [])[0]?.id
    const create = named ?? (setsField(change) ? byField.get(change.field) : undefined)
    if (create === undefined) continue
    waiting.set(change.id, create)
    if (setsField(change)) byField.set(change.field, create)
  }
  const filed = byField.get('categoryIds')
  if (filed !== undefined) for (const { id } of open.filter(leavesFrontPage)) waiting.set(id, filed)
  const made = open.find(isCreate)
  const before = made && waiting.get(made.id)
  if (before === undefined) return waiting
  for (const change of open) if (!waiting.has(change.id) && !isDelete(change)) waiting.set(change.id, before)
  return waiting
}

/** The open change that makes it; an attribute may come into a type that is there. */
function madeBy({ changes }: Catalogue, { thing, id, attribute }: Reference): ChangeRecord | undefined {
  const open = changes.openOf(thing, thing === 'product' ? -id : id)
  return open.find(isCreate) ?? (attribute === undefined ? undefined : open.find(setsAttributes))
}

const setsAttributes = (change: ChangeRecord): boolean => setsField(change) && change.field === 'attributes'

/** The store takes a product off its front page only where it is in a category. */
const leavesFrontPage = (change: ChangeRecord): boolean => setsThis(change, 'showOnFrontpage') && change.after === false

/** What the store does not have yet. No product is made of others: those that it names come with an edit of its own. */
const namedBy = (change: ChangeRecord): Reference[] =>
  isCreate(change)
    ? namedInCreate(change).filter(({ thing, id }) => id < 0 && thing !== 'product')
    : setsField(change)
      ? referencesOf(describedField(change), change.after).filter(({ id }) => id < 0)
      : []

function namedInCreate({ thing, after }: ChangeRecord): Reference[] {
  if (thing === 'product') {
    const fields = createPayloadSchema.safeParse(after).data?.fields ?? {}
    return fieldsIn(fields).flatMap((name) => referencesOf(fieldOf(name), fields[name]))
  }
  const body = shelfBodySchema.safeParse(after).data ?? {}
  return Object.entries(body).flatMap(([name, value]) => referencesOf(shelfFieldOf(thing, name), value))
}

const referencesOf = (field: ReturnType<typeof describedField>, value: unknown): Reference[] =>
  field ? referencesIn(field.kind, value) : []
