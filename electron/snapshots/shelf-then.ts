import type { NameNow } from '../catalogue/names-in-change'
import type { Entry } from '../shared/fields/kind'
import { entriesOf } from '../shared/fields/list-kind'
import { idsInOrder } from '../shared/fields/product-order'
import { withEarlierNames } from '../shared/fields/product-type-fields'
import { withReferences } from '../shared/fields/references'
import { shelfFieldNames, shelfFieldOf, type ShelfThing } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import type { RemoteShelf } from '../shared/remote-shelf'
import { inOrderOf } from './order-then'

type Sides = { was: RemoteShelf; is: RemoteShelf }
type ShelfDifference = { field: string; before: unknown; after: unknown }

/** What differs of a category or product type. `before`: what it was, in the names of now. */
export function shelfDifferences(
  thing: ShelfThing,
  sides: Sides,
  languages: readonly string[],
  nameNow: NameNow,
): ShelfDifference[] {
  return shelfFieldNames(thing).flatMap((name): ShelfDifference[] => {
    const field = shelfFieldOf(thing, name)
    if (!field) return []
    const [was, is] = [sides.was, sides.is].map((shelf) => readShelf(thing, shelf, name, languages))
    const [before, after] = inBoth(withReferences(field.kind, was, nameNow), is, name)
    return field.kind.isSame(before, after) ? [] : [{ field: name, before, after }]
  })
}

/** Which products are in a category is said with them: of a category only their order is, as far as they are in it then and now. */
function inBoth(before: unknown, after: unknown, field: string): [unknown, unknown] {
  if (field !== 'productIds') return [before, after]
  const [old, now] = [entriesOf(before), entriesOf(after)]
  const among = (others: typeof old) => (one: { id?: unknown }) => others.some(({ id }) => id === one.id)
  return [old.filter(among(now)), now.filter(among(old))]
}

/** What such a field is put back to: what was added since stays. `is`: all of it, as it is now. */
export function shelfValueBack({ field, before }: ShelfDifference, is: unknown): unknown {
  if (field === 'productIds') return inOrderOf(idsInOrder(before), idsInOrder(is)).map((id) => ({ id }))
  return field === 'attributes' ? withThose(entriesOf(before), entriesOf(is)) : before
}

type Entries = readonly Entry[]

/** An attribute that went since has no id any more; one that came stays behind the others. */
function withThose(was: Entries, is: Entries): Entries {
  const back = was.map(({ id, ...attribute }): Entry => {
    const there = is.find((each) => each['id'] === id) ?? is.find(({ name }) => name === attribute['name'])
    return { ...attribute, ...(there && { id: there['id'] }) }
  })
  const added = is.filter(
    (each) => !back.some((one) => one['name'] === each['name'] || ('id' in one && one['id'] === each['id'])),
  )
  return [...withEarlierNames(is, back), ...added]
}
