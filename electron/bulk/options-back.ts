import { namesSince, stepsWithin, type Step } from '../changes/become-since'
import { formerlyOf, namesOf, withFormerly } from '../shared/fields/formerly'
import type { Entry, List } from '../shared/fields/kind'
import { entriesOf, keyOf } from '../shared/fields/list-kind'
import { choices, optionsKind } from '../shared/fields/option-kind'
import type { BulkProduct, BulkVariation } from './planner'

/** What one was called, and what it is. */
type Seen = { was: string; is: string }
type Sides = { was: BulkProduct; now: BulkProduct }

/**
 * Options of a snapshot with the names that they and their choices have had since, so that variations follow them back. `changes`: all that was
 * done to the options. What others renamed is known by the variations, which keep their ids.
 */
export function optionsBack({ was, now }: Sides, changes: readonly Step[]): readonly Entry[] {
  const { list } = optionsKind
  const seen = was.variations.flatMap((variation) => seenOf(variation, now.variations))
  const ofOptions = seen.map(({ option }) => option)
  return namedBack(list, [was.fields.options, now.fields.options], ofOptions, changes).map(({ entry, names, is }) => {
    const own = keyOf(list, entry)
    const ofChoices = seen.flatMap(({ option, choice }) => (option.was === own ? [choice] : []))
    const steps = stepsWithin(list, [own, ...names], 'choices', changes)
    const sides = [entriesOf(entry['choices']), entriesOf(is?.['choices'])] as const
    const all = namedBack(choices.list, sides, ofChoices, steps).map((choice) =>
      withFormerly(choices.list, choice.entry, choice.names),
    )
    return withFormerly(list, { ...entry, ...(Array.isArray(entry['choices']) && { choices: all }) }, names)
  })
}

/** Of each option the pair of then and the pair of now. One that is called the same is the same. */
function seenOf({ id, options }: BulkVariation, variations: readonly BulkVariation[]) {
  const are = variations.find((each) => each.id === id)?.options ?? []
  if (are.length !== options.length) return []
  const isIn = (all: BulkVariation['options'], name: string) => all.some((pair) => pair.name === name)
  const others = are.filter(({ name }) => !isIn(options, name)).values()
  return options.flatMap((pair) => {
    const is = are.find(({ name }) => name === pair.name) ?? others.next().value
    if (!is) return []
    const seen = (was: string, now: string): Seen => ({ was: was.trim(), is: now.trim() })
    return [{ option: seen(pair.name, is.name), choice: seen(pair.value, is.value) }]
  })
}

type NamedBack = { entry: Entry; names: readonly string[]; is: Entry | undefined }

/** Each with what it is by now, if that is known, and the names that it had on the way. */
function namedBack(
  list: List,
  [then, now]: readonly [readonly Entry[], readonly Entry[]],
  seen: readonly Seen[],
  changes: readonly Step[],
): NamedBack[] {
  const called = (entries: readonly Entry[], name: string | undefined) =>
    entries.find((entry) => keyOf(list, entry) === name)
  const nameNow = namesBySight(seen, (name) => called(now, name) !== undefined)
  const found = then.map((entry): NamedBack => {
    const name = keyOf(list, entry)
    const sight = called(now, nameNow(name))
    if (sight) return { entry, names: namesOf(list, sight), is: sight }
    const same = called(now, name)
    if (same) return { entry, names: formerlyOf(list, same), is: same }
    const names = namesSince(list, entry, changes)
    const is = called(then, names[0]) ? undefined : called(now, names[0])
    return { entry, names: is ? [...names, ...namesOf(list, is)] : [], is }
  })
  const isOnlyOne = ({ entry, is }: NamedBack) =>
    nameNow(keyOf(list, entry)) !== undefined || found.filter((each) => each.is === is).length === 1
  return found.map((each) => (each.is && !isOnlyOne(each) ? { ...each, names: [], is: undefined } : each))
}

/**
 * What each is called now by all that is made of it, and of nothing else. A name that is still there is its own, unless another one has come
 * to be called so.
 */
function namesBySight(seen: readonly Seen[], isThere: (name: string) => boolean) {
  const only = (names: readonly string[]) => (new Set(names).size === 1 ? names[0] : undefined)
  const sightOf = (name: string): string | undefined => {
    const is = only(seen.filter(({ was }) => was === name).map((each) => each.is))
    return is !== name && only(seen.filter((each) => each.is === is).map(({ was }) => was)) === name ? is : undefined
  }
  const isAnother = (name: string, asked: readonly string[] = []): boolean => {
    if (!isThere(name)) return true
    const other = only(seen.filter(({ is }) => is === name).map(({ was }) => was))
    const isKnown = other !== undefined && other !== name && !asked.includes(other) && sightOf(other) === name
    return isKnown && isAnother(other, [...asked, name])
  }
  return (name: string): string | undefined => (isAnother(name) ? sightOf(name) : undefined)
}
