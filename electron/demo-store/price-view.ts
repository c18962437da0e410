import type { JsonObject } from './json-object'
import { roundPrice } from './money-format'
import type { ProductOption, StoredProduct } from './stored-catalogue'
import { profileGroup, type ViewContext } from './view-context'

function modifierOf(option: ProductOption, choiceText: string | undefined, price: number): number {
  const choice = option.choices?.find(({ text }) => text === choiceText)
  if (!choice) return 0
  return choice.priceModifierType === 'PERCENT' ? (price * choice.priceModifier) / 100 : choice.priceModifier
}

/** The base price with the modifiers of the default choices. */
function listPrice({ values: { price, options } }: StoredProduct): number {
  const modifiers = options.map((option) => {
    const isSingle = option.type !== 'CHECKBOX' && typeof option.defaultChoice === 'number'
    return isSingle ? modifierOf(option, option.choices?.[option.defaultChoice ?? 0]?.text, price) : 0
  })
  return roundPrice(modifiers.reduce((sum, each) => sum + each, price))
}

/** The price of a variation that has none of its own. */
export function inheritedPrice(product: StoredProduct, options: readonly { name: string; value: string }[]): number {
  const { price } = product.values
  const modifiers = options.map(({ name, value }) => {
    const option = product.values.options.find((each) => each.name === name)
    return option ? modifierOf(option, value, price) : 0
  })
  return roundPrice(modifiers.reduce((sum, each) => sum + each, price))
}

/** Prices as a shopper sees them: with tax where the store's own prices are net. */
function withTax(amount: number, product: StoredProduct, context: ViewContext): number {
  const isGross = profileGroup(context.store.data.profile, 'taxSettings')['pricesIncludeTax'] !== false
  const rate = product.values.tax['taxable'] === true ? product.values.tax['defaultLocationIncludedTaxRate'] : 0
  return isGross || typeof rate !== 'number' ? amount : roundPrice(amount * (1 + rate / 100))
}

export function displayedPrice(name: string, amount: number, product: StoredProduct, context: ViewContext): JsonObject {
  const shown = withTax(amount, product, context)
  return { [name]: shown, [`${name}Formatted`]: context.money(shown) }
}

function compareToFields(prefix: string, compareTo: number, price: number, context: ViewContext): JsonObject {
  const discount = roundPrice(compareTo - price)
  const percent = Math.round((discount / compareTo) * 100)
  return {
    [`${prefix}Formatted`]: context.money(compareTo),
    [`${prefix}Discount`]: discount,
    [`${prefix}DiscountFormatted`]: context.money(discount),
    [`${prefix}DiscountPercent`]: percent,
    [`${prefix}DiscountPercentFormatted`]: percent < 0 ? '' : `${percent}%`,
  }
}

export function productPriceFields(product: StoredProduct, context: ViewContext): JsonObject {
  const { price, compareToPrice } = product.values
  const listed = listPrice(product)
  return {
    price,
    priceInProductList: listed,
    ...displayedPrice('defaultDisplayedPrice', listed, product, context),
    ...(compareToPrice === undefined
      ? {}
      : {
          compareToPrice,
          ...compareToFields('compareToPrice', compareToPrice, price, context),
          defaultDisplayedCompareToPrice: compareToPrice,
          ...compareToFields('defaultDisplayedCompareToPrice', compareToPrice, price, context),
        }),
    lowestPrice: price,
    ...displayedPrice('defaultDisplayedLowestPrice', price, product, context),
  }
}
