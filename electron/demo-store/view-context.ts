import { isJsonObject, type JsonObject } from './json-object'
import { createMoneyFormat, type MoneyFormat } from './money-format'
import type { QueryParams } from './query-params'
import type { Store } from './store'

/** What the form of an answer depends on beside the record: who asks, in which language, with which links. */
export type ViewContext = {
  store: Store
  isPublic: boolean
  lang: string | undefined
  defaultLanguage: string
  languages: readonly string[]
  money: MoneyFormat
  storeUrl: string
  slugsWithoutIds: boolean
  /** `http://127.0.0.1:PORT/images/1003`, without a trailing slash. */
  pictureUrl: string
  apiUrl: string
}

export function profileGroup(profile: JsonObject, name: string): JsonObject {
  const group = profile[name]
  return isJsonObject(group) ? group : {}
}

export function storeLanguages(profile: JsonObject): { defaultLanguage: string; languages: readonly string[] } {
  const { defaultLanguage, enabledLanguages } = profileGroup(profile, 'languages')
  const languages = Array.isArray(enabledLanguages) ? enabledLanguages.map(String) : ['en']
  return { languages, defaultLanguage: typeof defaultLanguage === 'string' ? defaultLanguage : (languages[0] ?? 'en') }
}

export function createViewContext(
  store: Store,
  origin: { pictureUrl: string; apiUrl: string },
  query: QueryParams,
  isPublic: boolean,
): ViewContext {
  const { profile } = store.data
  const { languages, defaultLanguage } = storeLanguages(profile)
  const general = profileGroup(profile, 'generalInfo')
  const lang = query.text('lang')
  const starter = isJsonObject(general['starterSite']) ? general['starterSite'] : {}
  return {
    store,
    isPublic,
    lang: lang !== undefined && languages.includes(lang) ? lang : undefined,
    defaultLanguage,
    languages,
    money: createMoneyFormat(profile),
    storeUrl: (query.text('baseUrl') || String(general['storeUrl'] ?? '')).replace(/\/+$/, ''),
    slugsWithoutIds: query.flag('slugsWithoutIds') ?? starter['slugsWithoutIdsEnabled'] === true,
    ...origin,
  }
}

export function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'p' : slug
}

/** Storefront link: the owner's slug as it is, else the generated one with the id unless the store drops ids. */
export function storefrontUrl(context: ViewContext, name: string, id: number, customSlug: string): string {
  const slug = customSlug !== '' ? customSlug : context.slugsWithoutIds ? slugOf(name) : `${slugOf(name)}-${id}`
  return `${context.storeUrl}/${slug}`
}
