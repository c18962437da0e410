import { formerlyOf, namesOf, withFormerly } from '../../../../electron/shared/fields/formerly'
import type { Entry, List } from '../../../../electron/shared/fields/kind'
import { keyOf } from '../../../../electron/shared/fields/list-kind'

/** An option or a choice under another name. It stays what it was. `saved`: what the store has, or will have: whatever is called so there is known by its name to variations. */
export function renamed(list: List, entry: Entry, to: string, saved: readonly Entry[]): Entry {
  const [field = ''] = list.key
  const now = { ...entry, [field]: to }
  const key = keyOf(list, entry)
  const isKnown = saved.some((one) => keyOf(list, one) === key)
  return withFormerly(list, now, isKnown ? namesOf(list, entry) : formerlyOf(list, entry))
}

/** What stood under one of the names of an entry. */
export const savedOf = (list: List, saved: readonly Entry[], entry: Entry): Entry | undefined => {
  const names = namesOf(list, entry)
  return saved.find((one) => keyOf(list, one) === names[0]) ?? saved.find((one) => names.includes(keyOf(list, one)))
}
