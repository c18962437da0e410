import { categoryFields } from './category-fields'
import { isMissing } from './missing-texts'
import { twinOf } from './translated-fields'
import type { Texts } from './translations'

const translated = Object.entries(categoryFields).filter(([, { isTranslated }]) => isTranslated)

/** Which texts of a category say something, and nothing in this language: what they are called. */
export const missingCategoryTexts = (read: (field: string) => unknown, language: string): string[] =>
  translated
    // The field of a text's translations holds them by their languages.
    .filter(([name]) => isMissing(String(read(name) ?? ''), (read(twinOf(name)) ?? {}) as Texts, language))
    .map(([, { label }]) => label)
