import type { Store } from './store'
import type { ProductOption, StoredProduct } from './stored-catalogue'
import { storeLanguages } from './view-context'

export type Pair = { name: string; value: string }

export const sameOptions = (a: readonly Pair[], b: readonly Pair[]): boolean =>
  a.length === b.length && a.every(({ name, value }) => b.some((each) => each.name === name && each.value === value))

/** The product with all options and choices that a variation names; new ones have their names in the default language. */
export function withOptionValues(product: StoredProduct, pairs: readonly Pair[], store: Store): StoredProduct {
  const { defaultLanguage } = storeLanguages(store.data.profile)
  const texts = (text: string) => ({ [defaultLanguage]: text })
  let options: readonly ProductOption[] = product.values.options
  for (const { name, value } of pairs) {
    const choice = {
      text: value,
      textTranslated: texts(value),
      priceModifier: 0,
      priceModifierType: 'ABSOLUTE' as const,
    }
    const option = options.find((each) => each.name === name)
    if (!option) {
      const added = { type: 'SELECT', name, nameTranslated: texts(name), required: false, choices: [choice] }
      options = [...options, { ...added, defaultChoice: 0 }]
    } else if (!option.choices?.some(({ text }) => text === value)) {
      const grown = { ...option, choices: [...(option.choices ?? []), choice] }
      options = options.map((each) => (each === option ? grown : each))
    }
  }
  return options === product.values.options ? product : { ...product, values: { ...product.values, options } }
}
