import type { ProductQuery } from '../../shared/product-query'
import { both, type IdSet } from './id-set'
import type { KeywordSearch } from './keyword-search'
import type { ProductFilters } from './product-filters'
import type { TextSearch } from './text-search'

type Parts = { filters: ProductFilters; texts: TextSearch; keywords: KeywordSearch }

/** The products a query finds: its filters joined by AND. Ids override everything else, a SKU everything but ids. */
export function createProductMatches({ filters, texts, keywords }: Parts) {
  function setsOf(query: ProductQuery): IdSet[] {
    const { productIds = [], sku, text, keyword, categoryIds = [], attributes = [], options = [], fields = [] } = query
    if (productIds.length > 0) return [filters.withEcwidIds(productIds)]
    if (sku) return [filters.withSku(sku)]
    return [
      isFilled(text) && texts.matches(text),
      isFilled(keyword) && keywords.matches(keyword),
      categoryIds.length > 0 && filters.inCategoriesOf(query),
      ...attributes.map((each) => filters.withValues('attribute', each)),
      ...options.map((each) => filters.withValues('option', each)),
      ...fields.map((each) => filters.withField(each)),
      query.enabled !== undefined && filters.flag('enabled', query.enabled),
      query.inStock !== undefined && filters.flag('in_stock', query.inStock),
      query.onSale !== undefined && filters.flag('on_sale', query.onSale),
      query.pictures === 'none' && filters.withoutPictures(),
      query.pictures === 'withoutAlt' && filters.withoutAlt(),
      query.untranslated !== undefined && filters.untranslated(query.untranslated),
      query.changed !== undefined && filters.changed(query.changed),
      isAsked(query.priceFrom, query.priceTo) && filters.between('price', query.priceFrom, query.priceTo),
      isAsked(query.createdFrom, query.createdTo) && filters.between('created_at', query.createdFrom, query.createdTo),
      isAsked(query.updatedFrom, query.updatedTo) && filters.between('updated_at', query.updatedFrom, query.updatedTo),
    ].filter((set) => set !== false)
  }
  return (query: ProductQuery): IdSet => setsOf(query).reduce(both, filters.visible())
}

const isAsked = (from: number | undefined, to: number | undefined): boolean => from !== undefined || to !== undefined

export function isFilled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== ''
}
