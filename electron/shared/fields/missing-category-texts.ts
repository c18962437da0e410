import { categoryFields } from './category-fields'
import { isMissing } from './missing-texts'
import { altText } from './thing-fields'
import { twinOf } from './translated-fields'
import type { Texts } from './translations'

const translated = Object.entries(categoryFields).filter(([, { isTranslated }]) => isTranslated)

/** `picture`: what is said of it, where it has one. */
type Searched = { read: (field: string) => unknown; picture: { alt: string; altTexts: Texts } | null }

/** Which texts of a category say something, and nothing in this language: what they are called. */
export function missingCategoryTexts({ read, picture }: Searched, language: string): string[] {
  const inText = translated
    // The field of a text's translations holds them by their languages.
    .filter(([name]) => isMissing(String(read(name) ?? ''), (read(twinOf(name)) ?? {}) as Texts, language))
    .map(([, { label }]) => label)
  const isUntold = picture !== null && isMissing(picture.alt, picture.altTexts, language)
  return isUntold ? [...inText, altText.label] : inText
}
