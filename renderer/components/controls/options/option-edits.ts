import { isEqual } from '../../../../electron/shared/fields/equal'
import { calledSo, formerlyOf, namesOf, withFormerly } from '../../../../electron/shared/fields/formerly'
import type { Entry, List } from '../../../../electron/shared/fields/kind'
import { entriesOf, keyOf } from '../../../../electron/shared/fields/list-kind'
import { choices } from '../../../../electron/shared/fields/option-kind'

/** An option or a choice under another name. It stays what it was. `saved`: what the store has, or will have: whatever is called so there is known by its name to variations. */
export function renamed(list: List, entry: Entry, to: string, saved: readonly Entry[]): Entry {
  const [field = ''] = list.key
  const now = { ...entry, [field]: to }
  const isKnown = saved.some((one) => isStill(list, one, entry))
  return withFormerly(list, now, isKnown ? namesOf(list, entry) : formerlyOf(list, entry))
}

/** Called as it was: what was renamed to a name of another is not that one. */
const isStill = (list: List, one: Entry, entry: Entry): boolean =>
  keyOf(list, one) === keyOf(list, entry) && isEqual(formerlyOf(list, one), formerlyOf(list, entry))

/** What stood under one of the names of an entry. */
export const savedOf = (list: List, saved: readonly Entry[], entry: Entry): Entry | undefined => {
  const [own, ...formerly] = namesOf(list, entry)
  return (
    saved.find((one) => isStill(list, one, entry)) ??
    saved.find((one) => formerly.includes(keyOf(list, one))) ??
    saved.find((one) => keyOf(list, one) === own)
  )
}

/** The choice that comes first is called so too, where it is the one that was renamed. `saved`: the option as the store has it. */
export function withChoices(option: Entry, after: readonly Entry[], saved: Entry | undefined): Entry {
  const before = entriesOf(option['choices'])
  const at = before.findIndex((choice) => choice === chosenIn(option, saved))
  const now = after[at]
  const isRenamed =
    now &&
    keyOf(choices.list, now) !== '' &&
    before.length === after.length &&
    before.every((each, place) => (each === after[place]) === (place !== at))
  return { ...option, choices: after, ...(isRenamed && { defaultChoice: keyOf(choices.list, now) }) }
}

/** Of two that are or were called so while names are typed, the one that it was. */
function chosenIn({ defaultChoice, choices: all }: Entry, saved: Entry | undefined): Entry | undefined {
  const name = typeof defaultChoice === 'string' ? defaultChoice : ''
  const alike = entriesOf(all).filter((choice) => namesOf(choices.list, choice).includes(name))
  const was = entriesOf(saved?.['choices']).find((choice) => keyOf(choices.list, choice) === saved?.['defaultChoice'])
  const own = was && keyOf(choices.list, was)
  const isWas = (choice: Entry) =>
    isStill(choices.list, was ?? {}, choice) || formerlyOf(choices.list, choice).includes(own ?? '')
  return (alike.length > 1 ? alike.find(isWas) : undefined) ?? calledSo(choices.list, entriesOf(all), name)
}
