import type { JsonObject } from './json-object'
import { inLanguage } from './product-haystack'
import type { ProductOption } from './stored-catalogue'

/** Options as answers show them: names and choices in the language that was asked for. */
export function optionsView(options: readonly ProductOption[], lang: string | undefined): readonly JsonObject[] {
  return lang === undefined ? options : options.map((option) => optionIn(lang, option))
}

function optionIn(lang: string, option: ProductOption): JsonObject {
  return {
    ...option,
    name: inLanguage(option.name, option.nameTranslated, lang),
    choices: option.choices?.map((choice) => ({
      ...choice,
      text: inLanguage(choice.text, choice.textTranslated, lang),
    })),
  }
}

/** The choice of an option that a variation stands for, in the same words as the product's options. */
export function pairView(
  { name, value }: { name: string; value: string },
  options: readonly ProductOption[],
  lang: string | undefined,
): JsonObject {
  const option = options.find((each) => each.name === name)
  const choice = option?.choices?.find(({ text }) => text === value)
  return {
    name: inLanguage(name, option?.nameTranslated, lang),
    nameTranslated: option?.nameTranslated ?? {},
    value: inLanguage(value, choice?.textTranslated, lang),
    valueTranslated: choice?.textTranslated ?? {},
  }
}
