import { jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { mergeJson, type JsonObject } from './json-object'
import { projected } from './page-answer'
import { inLanguage } from './product-haystack'
import { formatDate } from './query-params'
import type { Route } from './router'
import { withLogos } from './store-logos'
import type { StoreParts } from './store-parts'
import type { Translated } from './stored-catalogue'
import { profileGroup } from './view-context'

const publicUnits = [
  'currency',
  'currencyPrefix',
  'currencySuffix',
  'currencyPrecision',
  'currencyGroupSeparator',
  'currencyDecimalSeparator',
  'weightUnit',
  'dimensionsUnit',
  'volumeUnit',
]

/** The store's profile and the times of its last changes. */
export function profileRoutes({ store, plan, view }: StoreParts): Route[] {
  const get = (request: ApiRequest): ApiAnswer => {
    const { profile } = store.data
    if (request.token.kind === 'public') return projected(request, publicProfile(profile))
    const canReadLimits = request.token.scopes.has('read_store_limits')
    const limits = canReadLimits ? { maxProductLimit: plan.maxProducts } : {}
    const account = { ...profileGroup(profile, 'account'), limitsAndRestrictions: limits }
    const shown = { ...profile, account, settings: settingsIn(profile, request.query.text('lang')) }
    return projected(request, withLogos(shown, view(request)))
  }

  const update = (request: ApiRequest): ApiAnswer => {
    const { generalInfo: _, account: __, ...sent } = jsonObjectBody(request, 'StoreProfile')
    store.saveProfile(mergeJson(store.data.profile, sent))
    return ok({ updateCount: 1, success: true })
  }

  const stats = (request: ApiRequest): ApiAnswer => {
    const { updated, products, categories } = store.data
    const changes = {
      productsUpdated: formatDate(Math.max(updated.products, updated.categories)),
      profileUpdated: formatDate(updated.profile),
    }
    if (request.token.kind === 'public') return projected(request, changes)
    const wantsProducts = request.query.flag('productCountRequired')
    const wantsCategories = request.query.flag('categoryCountRequired')
    const countOf = (values: Iterable<{ values: JsonObject }>, sample: string) =>
      [...values].filter((each) => each.values[sample] !== true).length
    const productCount = wantsProducts ? countOf(products.values(), 'isSampleProduct') : undefined
    const categoryCount = wantsCategories ? countOf(categories.values(), 'isSampleCategory') : undefined
    const never = formatDate(updated.profile)
    return projected(request, {
      ...changes,
      categoriesUpdated: formatDate(updated.categories),
      ordersUpdated: never,
      discountCouponsUpdated: never,
      abandonedSalesUpdated: never,
      customersUpdated: never,
      productCount,
      categoryCount,
      // The documentation and the official client name the counts differently; both are answered.
      productCountRequired: productCount,
      categoryCountRequired: categoryCount,
    })
  }

  return [
    { method: 'GET', path: '/profile', scopes: ['read_store_profile'], public: true, handle: get },
    { method: 'PUT', path: '/profile', scopes: ['update_store_profile'], handle: update },
    { method: 'GET', path: '/latest-stats', scopes: ['read_store_profile'], public: true, handle: stats },
  ]
}

function settingsIn(profile: JsonObject, lang: string | undefined): JsonObject {
  const settings = profileGroup(profile, 'settings')
  const texts = settings['storeDescriptionTranslated'] as Translated | undefined
  return { ...settings, storeDescription: inLanguage(String(settings['storeDescription'] ?? ''), texts, lang) }
}

function publicProfile(profile: JsonObject): JsonObject {
  const { storeId, storeUrl } = profileGroup(profile, 'generalInfo')
  const { closed, storeName } = profileGroup(profile, 'settings')
  const { companyName, countryCode } = profileGroup(profile, 'company')
  const { enabledLanguages, defaultLanguage } = profileGroup(profile, 'languages')
  const units = Object.entries(profileGroup(profile, 'formatsAndUnits')).filter(([name]) => publicUnits.includes(name))
  return {
    generalInfo: { storeId, storeUrl },
    settings: { closed, storeName },
    company: { companyName, countryCode },
    formatsAndUnits: Object.fromEntries(units),
    languages: { enabledLanguages, defaultLanguage },
  }
}
