import type { Operation } from '../../../electron/shared/change'
import type { Entry } from '../../../electron/shared/fields/kind'
import { entriesOf } from '../../../electron/shared/fields/list-kind'
import type { Actor, Claims } from './claims'

type Variation = { id: number; label: string }
export type SeenVaried = { fields: { options: readonly Entry[] }; readOnly: { variations: readonly Variation[] } }

const textOf = (entry: Entry, key: 'name' | 'text') => String(entry[key])
const formerOf = (entry: Entry): readonly unknown[] => (entry['formerly'] ?? []) as unknown[]

/** What options, choices and variations are called by whoever had them first; a name is given once. */
export function createVariedClaims(claims: Claims) {
  const first = new Map<string, string>()
  const ofVariation = new Map<number, string>()
  const known = (name: string): string => first.get(name) ?? name
  const keyOf = (texts: readonly string[]): string => texts.map(known).join(', ')
  const keyOfLabel = (label: string) => keyOf(label.split(', '))

  /** Which option each choice is one of. */
  const homes = new Map<string, string>()
  function learnOptions(all: readonly Entry[]): void {
    for (const option of all)
      for (const each of entriesOf(option['choices']))
        homes.set(known(textOf(each, 'text')), `option ${known(textOf(option, 'name'))}`)
  }

  function learn(variations: readonly Variation[]): void {
    for (const { id, label } of variations) ofVariation.set(id, keyOfLabel(label))
  }

  /** Entries that are called so now, with what each was called before. */
  function renames(
    actor: Actor,
    thing: 'option' | 'choice',
    key: 'name' | 'text',
    entries: readonly Entry[],
  ): string[] {
    return entries.flatMap((entry) => {
      const before = formerOf(entry).map(String)[0]
      const name = textOf(entry, key)
      if (before === undefined || first.has(name)) return []
      first.set(name, known(before))
      claims.shape(actor, `${thing} ${known(name)}`)
      return [claims.claim(actor, `name of ${thing} ${known(name)}`, name)]
    })
  }

  function options(actor: Actor, before: readonly Entry[], after: readonly Entry[]): string[] {
    const names = renames(actor, 'option', 'name', after)
    learnOptions(before)
    const beforeOf = new Map(before.map((option) => [known(textOf(option, 'name')), option]))
    for (const option of after) {
      const name = known(textOf(option, 'name'))
      const earlier = beforeOf.get(name)
      const thing = `option ${name}`
      if (!earlier) names.push(claims.claim(actor, thing, true, [thing]))
      else names.push(...choices(actor, thing, entriesOf(earlier['choices']), entriesOf(option['choices'])))
    }
    learnOptions(after)
    return names
  }

  function choices(actor: Actor, option: string, before: readonly Entry[], after: readonly Entry[]): string[] {
    const names = renames(actor, 'choice', 'text', after)
    if (names.length > 0) claims.touch(actor, option)
    const beforeOf = new Map(before.map((each) => [known(textOf(each, 'text')), each]))
    for (const each of after) {
      const choice = `choice ${known(textOf(each, 'text'))}`
      const earlier = beforeOf.get(known(textOf(each, 'text')))
      const modifier = Number(each['priceModifier'] ?? 0)
      if (!earlier) names.push(claims.claim(actor, choice, true, [choice, option]))
      if (earlier && Number(earlier['priceModifier'] ?? 0) !== modifier)
        names.push(claims.claim(actor, `modifier of ${choice}`, modifier, [choice, option]))
    }
    const left = new Set(after.map((each) => known(textOf(each, 'text'))))
    for (const name of beforeOf.keys()) {
      if (left.has(name)) continue
      claims.shape(actor, `choice ${name}`)
      names.push(claims.claim(actor, `choice ${name}`, false, [option]))
    }
    const order = (entries: readonly Entry[]) => entries.map((each) => known(textOf(each, 'text')))
    const kept = order(before).filter((name) => left.has(name))
    if (
      kept.join() !==
      order(after)
        .filter((name) => beforeOf.has(name))
        .join()
    )
      names.push(claims.claim(actor, `order of ${option}`, order(after), [option]))
    return names
  }

  /** What is made of choices uses them, so that who takes one of them away meets it. */
  function made(actor: Actor, pairs: readonly { name: string; value: string }[]): string[] {
    for (const { name, value } of pairs) {
      claims.touch(actor, `choice ${known(value)}`)
      claims.touch(actor, `option ${known(name)}`)
    }
    const key = keyOf(pairs.map(({ value }) => value))
    claims.doubt((name) => name.endsWith(` of variation ${key}`))
    return [claims.claim(actor, `variation ${key}`, true)]
  }

  function gone(actor: Actor, key: string): string[] {
    claims.doubt((name) => name.endsWith(` of variation ${key}`))
    claims.shape(actor, `variation ${key}`)
    return [claims.claim(actor, `variation ${key}`, false)]
  }

  /** The names of what was claimed. */
  function asked(actor: Actor, operations: readonly Operation[], seen: SeenVaried): string[] {
    learn(seen.readOnly.variations)
    return operations.flatMap((operation) => {
      if (operation.kind === 'update' && operation.fields.options)
        return options(actor, seen.fields.options, operation.fields.options)
      if (operation.kind === 'variation.add') return made(actor, operation.options)
      if (operation.kind === 'variation.remove') return gone(actor, ofVariation.get(operation.variationId) ?? '')
      if (operation.kind !== 'variation.set') return []
      const key = ofVariation.get(operation.variationId) ?? ''
      return Object.entries(operation.fields).map(([field, value]) =>
        claims.claim(actor, `${field} of variation ${key}`, value, [`variation ${key}`]),
      )
    })
  }

  /** Something that such a variation is made of is not sure: whether it is there is not either. */
  const isDisputedVariation = (key: string): boolean =>
    claims.isDisputed(`variation ${key}`) || key.split(', ').some((name) => isDisputedChoice(name))
  const isDisputedChoice = (name: string): boolean =>
    claims.isDisputed(`choice ${name}`) || claims.isDisputed(homes.get(name) ?? '')

  return {
    asked,
    learn,
    learnOptions,
    options,
    made,
    gone,
    known,
    keyOfLabel,
    isDisputedVariation,
    isDisputedChoice,
    ofVariation,
  }
}
export type VariedClaims = ReturnType<typeof createVariedClaims>
