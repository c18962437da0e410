import type { JsonObject } from './json-object'
import { inLanguage } from './product-haystack'
import type { ProductOption, StoredCombination } from './stored-catalogue'
import type { ViewContext } from './view-context'
import { givenTexts } from './given-texts'

/** Options as answers show them: names and choices in the language that was asked for. */
export function optionsView(options: readonly ProductOption[], context: ViewContext): readonly JsonObject[] {
  return options.map((option) => ({
    ...option,
    name: inLanguage(option.name, option.nameTranslated, context.lang),
    nameTranslated: givenTexts(option.nameTranslated, context),
    choices: option.choices?.map((choice) => ({
      ...choice,
      text: inLanguage(choice.text, choice.textTranslated, context.lang),
      textTranslated: givenTexts(choice.textTranslated, context),
    })),
  }))
}

/** The choice of an option that a variation stands for, in the same words as the product's options. */
export function pairView(
  { name, value, later }: StoredCombination['options'][number],
  options: readonly ProductOption[],
  context: ViewContext,
): JsonObject {
  const option = options.find((each) => each.name === name)
  const choice = option?.choices?.find(({ text }) => text === value)
  return {
    name: inLanguage(name, option?.nameTranslated, context.lang),
    nameTranslated: givenTexts(option?.nameTranslated, context),
    value: inLanguage(value, choice?.textTranslated, context.lang),
    valueTranslated: givenTexts(choice?.textTranslated, context),
    ...later,
  }
}
