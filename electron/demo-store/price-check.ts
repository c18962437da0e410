import { ApiError, wrongParameter } from './api-error'
import { readItems } from './body-fields'
import type { JsonObject } from './json-object'
import type { ProductValues } from './stored-catalogue'

/** Wholesale prices are compared with the price only when they are sent: a price may fall below older ones. */
export function checkPrices(values: ProductValues, sent: JsonObject): void {
  if (values.price < 0)
    throw wrongParameter("Wrong numeric parameter 'price' value: not a number or a number out of range")
  if (values.costPrice < 0) {
    throw new ApiError(400, "Cost price can't be negative", 'COST_PRICE_CANT_BE_NEGATIVE')
  }
  for (const { quantity, price } of readItems(sent['wholesalePrices'] ?? [], 'Product.wholesalePrices')) {
    if (typeof price !== 'number' || price === 0) throw wholesale("can't be null", 'CANT_BE_NULL')
    if (price < 0) throw wholesale("can't be negative", 'CANT_BE_NEGATIVE')
    if (price > values.price) throw wholesale('must not exceed the price', 'TOO_BIG')
    if (typeof quantity !== 'number' || quantity < 2) {
      throw wholesale('start from a quantity of 2', 'QUANTITY_TOO_SMALL')
    }
  }
}

function wholesale(text: string, code: string): ApiError {
  return new ApiError(400, `Wholesale prices ${text}`, `WHOLESALE_PRICES_${code}`)
}
