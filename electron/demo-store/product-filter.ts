import { withDescendants } from './category-order'
import { keywordMatcher, inLanguage, type ProductTexts } from './product-haystack'
import type { QueryParams } from './query-params'
import type { Store } from './store'
import type { StoredProduct } from './stored-catalogue'
import { isInStock, isOnSale } from './product-state'

export type ProductTest = (product: StoredProduct) => boolean

/**
 * One test of everything a search asks for: different filters are joined by AND, several values of one filter by OR.
 * `sku` overrides all others. Bounds are inclusive, but for the ends of times. `productId` is not handled here, as it bypasses the index.
 * Option and attribute names and values are compared whole, without regard to case.
 */
export function productFilter(query: QueryParams, store: Store, texts: ProductTexts): ProductTest {
  const sku = query.text('sku')
  if (sku !== undefined && sku !== '') {
    return ({ values, combinations }) => values.sku === sku || combinations.some((each) => each.values.sku === sku)
  }
  const tests = [
    ...textTests(query, texts),
    ...rangeTests(query),
    ...stateTests(query, store),
    ...categoryTests(query, store),
    ...choiceTests(query, store),
    ...taxTests(query),
  ]
  return (product) => tests.every((test) => test(product))
}

function textTests(query: QueryParams, texts: ProductTexts): ProductTest[] {
  const keyword = query.text('keyword')
  const reference = query.text('externalReferenceId')
  query.oneOf('searchMethod', ['STOREFRONT', 'CP'])
  const tests: ProductTest[] = []
  if (keyword !== undefined && keyword.trim() !== '') tests.push(keywordMatcher(keyword, texts, query.text('lang')))
  if (reference) {
    tests.push(
      ({ values, combinations }) =>
        values.externalReferenceId === reference ||
        combinations.some((each) => each.values.externalReferenceId === reference),
    )
  }
  return tests
}

function rangeTests(query: QueryParams): ProductTest[] {
  const within = (
    read: (product: StoredProduct) => number,
    from: number | undefined,
    to: number | undefined,
  ): ProductTest[] =>
    from === undefined && to === undefined
      ? []
      : [(product) => read(product) >= (from ?? -Infinity) && read(product) <= (to ?? Infinity)]
  return [
    ...within(({ values }) => values.price, query.number('priceFrom'), query.number('priceTo')),
    ...within(({ createdAt }) => createdAt, query.date('createdFrom'), lastBefore(query.date('createdTo'))),
    ...within(({ updatedAt }) => updatedAt, query.date('updatedFrom'), lastBefore(query.date('updatedTo'))),
  ]
}

/** A second as the end of a time is its beginning: what happened within it is later. */
const lastBefore = (end: number | undefined): number | undefined => (end === undefined ? undefined : end - 1)

function stateTests(query: QueryParams, store: Store): ProductTest[] {
  const equals = (wanted: boolean | undefined, read: ProductTest): ProductTest[] =>
    wanted === undefined ? [] : [(product) => read(product) === wanted]
  const inventory = query.oneOf('inventory', ['instock', 'outofstock'])
  const sale = query.oneOf('onsale', ['onsale', 'notonsale'])
  return [
    ...equals(query.flag('enabled'), ({ values }) => values.enabled),
    ...equals(query.flag('inStock'), isInStock),
    ...equals(inventory && inventory === 'instock', isInStock),
    ...equals(sale && sale === 'onsale', isOnSale),
    ...equals(query.flag('isGiftCard'), ({ values }) => values.isGiftCard),
    ...equals(query.flag('discountsAllowed'), ({ values }) => values.discountsAllowed),
    ...equals(query.flag('isCustomerSetPrice'), ({ values }) => values.nameYourPriceEnabled),
    ...equals(query.flag('visibleInStorefront'), (product) => isVisibleInStorefront(product, store)),
  ]
}

function isVisibleInStorefront(product: StoredProduct, store: Store): boolean {
  const shown =
    store.data.frontPage.includes(product.id) ||
    product.values.categoryIds.some((id) => store.category(id)?.values.enabled === true)
  const hidden = product.values['outOfStockVisibilityBehaviour'] === 'HIDE' && !isInStock(product)
  return product.values.enabled && shown && !hidden
}

function categoryTests(query: QueryParams, store: Store): ProductTest[] {
  const deep = query.flag('includeProductsFromSubcategories', 'withSubcategories') ?? false
  return [query.ids('category'), query.ids('categories')].flatMap((ids) => {
    if (ids === undefined) return []
    const listed = ids.filter((id) => id !== 0)
    const wanted = deep ? withDescendants(store.data.categories, listed) : new Set(listed)
    const frontPage = ids.includes(0) ? new Set(store.data.frontPage) : undefined
    return [
      ({ id, values }: StoredProduct) =>
        values.categoryIds.some((category) => wanted.has(category)) || (frontPage?.has(id) ?? false),
    ]
  })
}

function choiceTests(query: QueryParams, store: Store): ProductTest[] {
  const lang = query.text('lang')
  const same = (text: string) => text.trim().toLowerCase()
  const wantedOf = (values: string[]) => new Set(values.flatMap((value) => [value, ...value.split(',')]).map(same))
  const options = query.startingWith('option_').map(({ name, values }): ProductTest => {
    const wanted = wantedOf(values)
    return (product) =>
      product.values.options.some(
        (option) =>
          [option.name, inLanguage(option.name, option.nameTranslated, lang)].map(same).includes(same(name)) &&
          (option.choices ?? []).some(
            (choice) =>
              wanted.has(same(choice.text)) || wanted.has(same(inLanguage(choice.text, choice.textTranslated, lang))),
          ),
      )
  })
  const attributes = query.startingWith('attribute_').map(({ name, values }): ProductTest => {
    const wanted = wantedOf(values)
    return (product) =>
      product.values.attributes.some(({ id, value, valueTranslated }) => {
        const attribute = store.attribute(id)
        const isNamed = [attribute?.name ?? '', attribute?.type ?? ''].map(same).includes(same(name))
        return isNamed && (wanted.has(same(value)) || wanted.has(same(inLanguage(value, valueTranslated, lang))))
      })
  })
  return [...options, ...attributes]
}

function taxTests(query: QueryParams): ProductTest[] {
  const tests: ProductTest[] = []
  const manual = query.text('enabledManualTaxes')
  const ids = manual === undefined || manual === 'none' ? undefined : query.ids('enabledManualTaxes')
  const taxesOf = (product: StoredProduct): unknown[] => {
    const taxes = product.values.tax['enabledManualTaxes']
    return Array.isArray(taxes) ? taxes : []
  }
  if (manual === 'none') tests.push((product) => taxesOf(product).length === 0)
  else if (ids) tests.push((product) => taxesOf(product).some((tax) => ids.some((id) => id === tax)))
  const codes = query.text('taxClassCodes')
  if (codes) {
    const wanted = codes.split(',').map((code) => code.trim())
    tests.push((product) => wanted.some((code) => code === product.values.tax['taxClassCode']))
  }
  return tests
}
