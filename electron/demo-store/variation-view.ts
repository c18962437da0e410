import type { JsonObject } from './json-object'
import { givenTexts } from './given-texts'
import { altView, mainPictureFields } from './media-view'
import { pairView } from './option-view'
import { inLanguage } from './product-haystack'
import { displayedPrice, inheritedPrice } from './price-view'
import { isCombinationInStock } from './product-state'
import type { StoredCombination, StoredProduct } from './stored-catalogue'
import type { ViewContext } from './view-context'

const noDimensions = { length: 0, width: 0, height: 0 }

export function variationView(variation: StoredCombination, product: StoredProduct, context: ViewContext): JsonObject {
  const { sku, quantity, unlimited, ...values } = variation.values
  const own = sku ? { quantity, unlimited } : product.values
  const price = variation.values.price ?? inheritedPrice(product, variation.options)
  return {
    id: variation.id,
    combinationNumber: variation.combinationNumber,
    options: variation.options.map((each) => pairView(each, product.values.options, context)),
    sku: sku || undefined,
    ...(variation.imageBase === undefined ? {} : mainPictureFields(variation.imageBase, context)),
    quantity: own.unlimited ? undefined : own.quantity,
    inStock: isCombinationInStock(variation, product),
    unlimited: own.unlimited,
    ...displayedPrice('defaultDisplayedPrice', price, product, context),
    lowestPrice: price,
    ...displayedPrice('defaultDisplayedLowestPrice', price, product, context),
    lowestPriceSettings: { lowestPriceEnabled: true },
    dimensions: noDimensions,
    volume: 0,
    outOfStockVisibilityBehaviour: 'SHOW',
    ...values,
    costPrice: context.isPublic ? undefined : values.costPrice,
    attributes: variation.attributes.map(({ id, value, valueTranslated, show, later }) => {
      const { name, type, show: usual } = context.store.attribute(id) ?? {}
      const texts = { valueTranslated: givenTexts(valueTranslated, context) }
      return {
        id,
        name,
        type,
        value: inLanguage(value, valueTranslated, context.lang),
        ...texts,
        show: show ?? usual,
        ...later,
      }
    }),
    alt: altView(variation.alt, context),
  }
}
