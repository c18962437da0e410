import { z } from 'zod'
import { languageName } from '../language-name'
import { isSameRecord } from './equal'
import type { Kind } from './kind'

/** Language -> text, of all languages of a store but its first. An empty text is none. */
export type Texts = Readonly<Record<string, string>>

/** `main`: what of it stands in the store's first language. `languages`: the store's, the first one first; none while they are not known. */
export type Main = { text: string; languages: readonly string[] | undefined }

/** Until its languages are known, the first one is whichever says the same. */
const isMain = (language: string, text: unknown, { text: main, languages }: Main): boolean =>
  languages?.[0] === undefined ? text === main : language === languages[0]

const textsIn = (map: unknown): Texts =>
  typeof map === 'object' && map !== null && !Array.isArray(map)
    ? Object.fromEntries(Object.entries(map).filter(([, text]) => typeof text === 'string'))
    : {}

/** Of Ecwid's map, which holds the first language too. */
export const otherTexts = (map: unknown, main: Main): Texts =>
  Object.fromEntries(Object.entries(textsIn(map)).filter(([language, text]) => text && !isMain(language, text, main)))

/**
 * Ecwid's map with these texts in it. `now`: what stands in the first language from now on; nobody promises which of the two wins. A
 * text that is none any more is sent as an empty one, because what is left out of a map may stay.
 */
export function wholeMap(texts: Texts, map: unknown, main: Main, now: string = main.text): Texts {
  const there = Object.entries(textsIn(map)).map(([at, text]) => [at, isMain(at, text, main) ? now : ''] as const)
  const first = main.languages?.[0]
  return { ...Object.fromEntries(there), ...(first !== undefined && { [first]: now }), ...texts }
}

/** What a text of the kind `each` says in the other languages. */
export function translationsOf(label: string, each: Kind<string>): Kind<Texts> {
  const given = (value: unknown) => Object.entries(textsIn(value)).filter(([, text]) => text !== '')
  return {
    name: 'translations',
    box: 'texts',
    each,
    column: { width: 200, align: 'left' },
    schema: z.record(z.string(), z.string()),
    read: (raw) => (typeof raw === 'object' && raw !== null ? textsIn(raw) : undefined),
    merge: 'record',
    isSame: isSameRecord,
    shown: (value, words) =>
      given(value)
        .map(([language, text]) => `${languageName(language)}: ${each.shown(text, words)}`)
        .join(', '),
    apart: (value, words) =>
      given(value).map(([language, text]) => {
        return { key: language, label: `${label} in ${languageName(language)}`, text: each.shown(text, words) }
      }),
    inOrder: null,
    typed: null,
    choices: {},
    parts: {},
    list: null,
  }
}
