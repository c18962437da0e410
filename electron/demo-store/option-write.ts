import { ApiError } from './api-error'
import { checkField, readItems, readText, readTexts } from './body-fields'
import { besideKnown, type JsonObject } from './json-object'
import type { OptionChoice, ProductOption, StoredProduct } from './stored-catalogue'

const withChoices = ['SELECT', 'RADIO', 'SIZE', 'SWATCHES', 'CHECKBOX'] as const
/** One choice of these is always chosen first, so a missing default is the first one. */
const single: readonly unknown[] = ['SELECT', 'RADIO', 'SIZE', 'SWATCHES']
const optionTypes = [...withChoices, 'TEXTFIELD', 'TEXTAREA', 'DATE', 'FILES'] as const

const optionParts = [
  ...['type', 'name', 'nameTranslated', 'choices', 'defaultChoice', 'required'],
  'useImageAsSwatchSelector',
]
const choiceParts = ['text', 'textTranslated', 'priceModifier', 'priceModifierType', 'hexCodes', 'imageId']

export function readOptions(value: unknown, defaultLanguage: string): ProductOption[] {
  return readItems(value, 'Product.options').map((item, position) => {
    const path = `Product.options[${position}]`
    const type = item['type'] ?? 'SELECT'
    checkField(type, optionTypes as unknown as readonly [string, ...string[]], `${path}.type`)
    const name = readText(item, 'name', path)
    const hasChoices = (withChoices as readonly unknown[]).includes(type)
    return {
      ...besideKnown(item, optionParts),
      type: String(type),
      name,
      nameTranslated: { ...readTexts(item['nameTranslated'], `${path}.nameTranslated`), [defaultLanguage]: name },
      ...(hasChoices ? choicesOf({ ...item, type }, path, defaultLanguage) : {}),
      required: item['required'] === true,
      ...(item['useImageAsSwatchSelector'] === true ? { useImageAsSwatchSelector: true } : {}),
    }
  })
}

function choicesOf(item: JsonObject, path: string, defaultLanguage: string): Partial<ProductOption> {
  const { defaultChoice = single.includes(item['type']) ? 0 : undefined } = item
  if (defaultChoice !== undefined && defaultChoice !== null)
    checkField(defaultChoice, 'number', `${path}.defaultChoice`)
  const choices = readItems(item['choices'] ?? [], `${path}.choices`).map((choice, position) =>
    readChoice(choice, `${path}.choices[${position}]`, defaultLanguage),
  )
  if (typeof defaultChoice === 'number') return { choices, defaultChoice }
  return single.includes(item['type']) ? { choices, defaultChoice: null } : { choices }
}

function readChoice(choice: JsonObject, path: string, defaultLanguage: string): OptionChoice {
  const text = readText(choice, 'text', path)
  const { priceModifier = 0, priceModifierType = 'ABSOLUTE', hexCodes, imageId } = choice
  checkField(priceModifier, 'number', `${path}.priceModifier`)
  checkField(priceModifierType, ['ABSOLUTE', 'PERCENT'], `${path}.priceModifierType`)
  return {
    ...besideKnown(choice, choiceParts),
    text,
    textTranslated: { ...readTexts(choice['textTranslated'], `${path}.textTranslated`), [defaultLanguage]: text },
    priceModifier: Number(priceModifier),
    priceModifierType: priceModifierType === 'PERCENT' ? 'PERCENT' : 'ABSOLUTE',
    ...(Array.isArray(hexCodes) ? { hexCodes: hexCodes.map(String) } : {}),
    ...(imageId === undefined || imageId === null ? {} : { imageId: String(imageId) }),
  }
}

/** `keepOptionDisplaySettings`: an option that was there stays required or not and keeps its default choice. */
export function withKeptDisplay(options: readonly ProductOption[], before: readonly ProductOption[]): ProductOption[] {
  return options.map((option) => {
    const known = before.find(({ name }) => name === option.name)
    if (!known) return option
    const { defaultChoice: _, ...rest } = option
    const text = known.choices?.[known.defaultChoice ?? -1]?.text
    const place = option.choices?.findIndex((choice) => choice.text === text) ?? -1
    return { ...rest, required: known.required, ...(place >= 0 ? { defaultChoice: place } : {}) }
  })
}

/** Refuses options that a variation still needs, or drops those variations when a rebuild was asked for. */
export function requireKeptOptions(product: StoredProduct, rebuild: boolean): StoredProduct {
  const problem = (name: string, value: string): 'OPTION' | 'OPTION_VALUE' | undefined => {
    const option = product.values.options.find((each) => each.name === name)
    if (!option) return 'OPTION'
    return option.choices?.some(({ text }) => text === value) ? undefined : 'OPTION_VALUE'
  }
  const broken = product.combinations.flatMap((variation) => {
    const found = variation.options.map(({ name, value }) => problem(name, value)).find(Boolean)
    return found ? [{ variation, found }] : []
  })
  const [first] = broken
  if (!first) return product
  if (!rebuild) {
    throw new ApiError(
      409,
      `Combination #${first.variation.id} contains a removed option or option value`,
      `COMBINATION_CONTAINS_REMOVED_${first.found}`,
    )
  }
  const gone = new Set(broken.map(({ variation }) => variation))
  return { ...product, combinations: product.combinations.filter((each) => !gone.has(each)) }
}
