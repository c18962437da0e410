import { ok, type ApiAnswer, type ApiRequest } from './api-request'
import type { JsonObject } from './json-object'
import { pageAnswer } from './page-answer'
import type { Route } from './router'
import type { StoreParts } from './store-parts'
import { attributeValues, countValues } from './value-counts'

const brandSorts = ['PRODUCT_COUNT_DESC', 'PRODUCT_COUNT_ASC', 'NAME_ASC', 'NAME_DESC'] as const

/** The brands and the colours that products have. */
export function brandRoutes({ store, view }: StoreParts): Route[] {
  const brands = (request: ApiRequest): ApiAnswer => {
    const context = view(request)
    const includesHidden = request.query.flag('hidden_brands', 'hiddenBrands') ?? false
    const counts = countValues([...store.data.products.values()], (product) =>
      includesHidden || product.values.enabled ? attributeValues(product, 'BRAND', store) : [],
    )
    const sort = request.query.oneOf('sortBy', brandSorts) ?? 'PRODUCT_COUNT_DESC'
    const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
    const sorted = [...counts].sort(([a, countA], [b, countB]) => {
      if (sort === 'NAME_ASC') return byName(a, b)
      if (sort === 'NAME_DESC') return byName(b, a)
      return (sort === 'PRODUCT_COUNT_ASC' ? countA - countB : countB - countA) || byName(a, b)
    })
    return pageAnswer(request, sorted, ([name]) => ({
      name,
      nameTranslated: { [context.defaultLanguage]: name },
      productsFilteredByBrandUrl: `${context.storeUrl}/search?${new URLSearchParams({ attribute_Brand: name })}`,
    }))
  }

  const swatches = (): ApiAnswer => {
    const colors = new Map<string, JsonObject>()
    for (const { values } of store.data.products.values()) {
      for (const { text, textTranslated, hexCodes } of values.options.flatMap(({ choices = [] }) => choices)) {
        const [hexCode] = hexCodes ?? []
        if (hexCode) colors.set(hexCode, { name: text, hexCode, translations: textTranslated })
      }
    }
    return ok({ colors: [...colors.values()] })
  }

  const read = { scopes: ['read_catalog'] }
  return [
    { method: 'GET', path: '/brands', scopes: ['read_brands'], handle: brands },
    { method: 'GET', path: '/swatches', ...read, handle: swatches },
    { method: 'GET', path: '/swatches/recent-colors', ...read, handle: swatches },
  ]
}
