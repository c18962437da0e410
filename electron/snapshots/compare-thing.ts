import { z } from 'zod'
import { differencesOf } from '../changes/adapters/all'
import type { Thing } from '../shared/change-address'
import { shelfFieldNames, shelfFieldOf } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import type { RemoteProduct } from '../shared/remote-product'
import type { RemoteShelf } from '../shared/remote-shelf'
import type { ComparedThing, Difference } from '../shared/snapshot'
import type { Content } from './thing-content'

type Compared = Pick<ComparedThing, 'thing' | 'name' | 'became' | 'differences'>

/** What differs between two states of a thing; null: nothing that a person sees. */
export function compareThing(then: Content | null, now: Content | null, languages: readonly string[]): Compared | null {
  if (then && now) {
    const differences = differencesBetween(then, now, languages)
    return differences.length === 0 ? null : { ...named(now), became: 'changed', differences }
  }
  if (now) return { ...named(now), became: 'new', differences: [] }
  return then && { ...named(then), became: 'gone', differences: [] }
}

const named = (content: Content): { thing: Thing; name: string } => {
  const { name } = content.is
  return { thing: content.thing, name: typeof name === 'string' ? name : '' }
}

function differencesBetween(then: Content, now: Content, languages: readonly string[]): Difference[] {
  if (then.thing === 'product' && now.thing === 'product') return ofProduct(then.is, now.is)
  if (then.thing === 'product' || now.thing !== then.thing) return []
  return ofShelf(then.thing, then.is, now.is, languages)
}

const ofProduct = (then: RemoteProduct, now: RemoteProduct): Difference[] =>
  differencesOf(then, now).map((deed) => ({ ...deed, entry: deed.entry ?? null }))

function ofShelf(
  thing: Exclude<Thing, 'product'>,
  then: RemoteShelf,
  now: RemoteShelf,
  languages: readonly string[],
): Difference[] {
  const both = <T>(read: (shelf: RemoteShelf) => T): [T, T] => [read(then), read(now)]
  return shelfFieldNames(thing).flatMap((field): Difference[] => {
    const [before, after] = inBoth(...both((shelf) => readShelf(thing, shelf, field, languages)), field)
    if (shelfFieldOf(thing, field)?.kind.isSame(before, after) ?? true) return []
    return [{ thing, list: null, key: null, field, verb: 'set', entry: null, before, after }]
  })
}

const listedSchema = z.array(z.looseObject({ id: z.number() }))

/** Which products are in a category is said with them: of a category only their order is, as far as they are in it then and now. */
function inBoth(before: unknown, after: unknown, field: string): [unknown, unknown] {
  if (field !== 'productIds') return [before, after]
  const [old, now] = [listedSchema.safeParse(before).data ?? [], listedSchema.safeParse(after).data ?? []]
  const among = (others: typeof old) => (one: { id: number }) => others.some(({ id }) => id === one.id)
  return [old.filter(among(now)), now.filter(among(old))]
}
