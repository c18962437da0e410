import type { Entry } from './kind'
import { entriesOf } from './list-kind'
import { isMissing } from './missing-texts'
import { otherTexts, wholeMap } from './translations'

// What attributes are called in the other languages of the store, by the attributes of their types.

type Languages = readonly string[]

/** Without what a name says in the first language: it says it itself. */
export const withOtherNames = (value: unknown, languages: Languages): readonly Entry[] =>
  entriesOf(value).map((entry) => {
    const { name, nameTranslated } = entry
    if (nameTranslated === undefined) return entry
    return { ...entry, nameTranslated: otherTexts(nameTranslated, { text: String(name), languages }) }
  })

/** With it, of what is called anything in another language. `was`: what the store has of it. */
export function withAllNames({ nameTranslated, ...entry }: Entry, was: Entry | undefined, languages: Languages): Entry {
  const now = String(entry['name'])
  const texts = otherTexts(nameTranslated, { text: now, languages })
  if (Object.keys(texts).length === 0 && was?.['nameTranslated'] === undefined) return entry
  const main = { text: String(was?.['name'] ?? now), languages }
  return { ...entry, nameTranslated: wholeMap(texts, was?.['nameTranslated'], main, now) }
}

/** Names that shoppers read and that say nothing in this language. `value`: without what they say in the first one. */
export const missingAttributeNames = (value: unknown, language: string): string[] =>
  entriesOf(value).flatMap(({ name, nameTranslated, show }) => {
    const texts = otherTexts(nameTranslated, { text: '', languages: undefined })
    return show !== 'NOTSHOW' && isMissing(String(name ?? ''), texts, language) ? [`name of “${String(name)}”`] : []
  })
