import type { NameNow } from '../catalogue/names-in-change'
import { differencesOf } from '../changes/adapters/all'
import type { Thing } from '../shared/change-address'
import { shelfFieldOf, type ShelfThing } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import type { RemoteProduct } from '../shared/remote-product'
import type { RemoteShelf } from '../shared/remote-shelf'
import type { ComparedThing, Difference } from '../shared/snapshot'
import { goesBack } from './goes-back'
import { shelfDifferences, shelfValueBack } from './shelf-then'
import type { Content } from './thing-content'

type Compared = Pick<ComparedThing, 'thing' | 'name' | 'became' | 'differences' | 'goesBack'>
type Found = Pick<Compared, 'differences' | 'goesBack'>
type Words = { languages: readonly string[]; nameNow: NameNow }

/** What differs between two states of a thing; null: nothing that a person sees. `then`: a product in the names of now. */
export function compareThing(then: Content | null, now: Content | null, words: Words): Compared | null {
  if (then && now) {
    const found = foundBetween(then, now, words)
    return found.differences.length === 0 ? null : { ...named(now), became: 'changed', ...found }
  }
  if (now) return { ...named(now), became: 'new', differences: [], goesBack: false }
  return then && { ...named(then), became: 'gone', differences: [], goesBack: true }
}

const named = (content: Content): { thing: Thing; name: string } => {
  const { name } = content.is
  return { thing: content.thing, name: typeof name === 'string' ? name : '' }
}

function foundBetween(then: Content, now: Content, words: Words): Found {
  if (then.thing === 'product' && now.thing === 'product') return ofProduct(then.is, now.is)
  if (then.thing === 'product' || now.thing !== then.thing) return { differences: [], goesBack: false }
  return ofShelf(then.thing, { was: then.is, is: now.is }, words)
}

function ofProduct(then: RemoteProduct, now: RemoteProduct): Found {
  const differences = differencesOf(then, now).map((deed) => ({ ...deed, entry: deed.entry ?? null }))
  return { differences, goesBack: differences.some((each) => goesBack(each, then)) }
}

function ofShelf(
  thing: ShelfThing,
  sides: { was: RemoteShelf; is: RemoteShelf },
  { languages, nameNow }: Words,
): Found {
  const found = shelfDifferences(thing, sides, languages, nameNow)
  const differences = found.map((each): Difference => ({
    thing,
    list: null,
    key: null,
    verb: 'set',
    entry: null,
    ...each,
  }))
  const isBack = found.some((each) => {
    const is = readShelf(thing, sides.is, each.field, languages)
    return !shelfFieldOf(thing, each.field)?.kind.isSame(shelfValueBack(each, is), is)
  })
  return { differences, goesBack: isBack }
}
