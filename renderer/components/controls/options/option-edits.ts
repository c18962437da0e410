import { formerlyOf, namesOf, withFormerly } from '../../../../electron/shared/fields/formerly'
import type { Entry, List } from '../../../../electron/shared/fields/kind'
import { keyOf } from '../../../../electron/shared/fields/list-kind'

type About = {
  /** What the store has, or will have: whatever is called so there is known by its name to variations. */
  saved: readonly Entry[]
  /** The one that the texts are in. */
  language: string | undefined
}

/** An option or a choice under another name. It stays what it was, and the map of its translations says the same. */
export function renamed(list: List, entry: Entry, to: string, { saved, language }: About): Entry {
  const [field = ''] = list.key
  const map = `${field}Translated`
  const now = { ...entry, [field]: to, ...translated(entry, map, { from: entry[field], to, language }) }
  const key = keyOf(list, entry)
  const isKnown = saved.some((one) => keyOf(list, one) === key)
  return withFormerly(list, now, isKnown ? namesOf(list, entry) : formerlyOf(list, entry))
}

type Texts = { from: unknown; to: string; language: string | undefined }

function translated(entry: Entry, map: string, { from, to, language }: Texts): Entry {
  const texts = entry[map]
  if (typeof texts !== 'object' || texts === null) return {}
  // While the store's language is not known, it is the one that says the same.
  const isMeant = (at: string, text: unknown) => (language === undefined ? text === from : at === language)
  const all = Object.entries(texts).map(([at, text]) => [at, isMeant(at, text) ? to : text])
  return { [map]: Object.fromEntries(all) }
}

/** What stood under one of the names of an entry. */
export const savedOf = (list: List, saved: readonly Entry[], entry: Entry): Entry | undefined => {
  const names = namesOf(list, entry)
  return saved.find((one) => keyOf(list, one) === names[0]) ?? saved.find((one) => names.includes(keyOf(list, one)))
}
