import type { Translated } from './stored-catalogue'
import type { ViewContext } from './view-context'

type Languages = Pick<ViewContext, 'languages' | 'defaultLanguage'>

/** A map of translations as answers hold it: without languages that the store has not, whatever was sent once. */
export function givenTexts(map: Translated | undefined, { languages }: Pick<Languages, 'languages'>): Translated {
  const all = map ?? {}
  const known = Object.entries(all).filter(([lang]) => languages.includes(lang))
  return known.length === Object.keys(all).length ? all : Object.fromEntries(known)
}

/** The map of a text that every record has: its default language is always there, if only as an empty text. */
export function filledTexts(text: unknown, map: unknown, context: Languages): Translated {
  const given = givenTexts(map as Translated | undefined, context)
  const { defaultLanguage } = context
  return defaultLanguage in given ? given : { [defaultLanguage]: String(text ?? ''), ...given }
}

/** The texts of a record with their maps, in the language that was asked for where there is a translation. */
export function textFieldsIn(
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
  context: Languages & { lang: string | undefined },
): Record<string, unknown> {
  const texts: Record<string, unknown> = {}
  for (const name of names) {
    const main = String(values[name] ?? '')
    const map = filledTexts(main, values[`${name}Translated`], context)
    texts[name] = (context.lang === undefined ? undefined : map[context.lang]) || main
    texts[`${name}Translated`] = map
  }
  return texts
}
