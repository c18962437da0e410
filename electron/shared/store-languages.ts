import type { StoreProfile } from './store'

/** The languages of a store, its first one first. */
export const languagesOf = (profile: Pick<StoreProfile, 'defaultLanguage' | 'languages'> | null): string[] =>
  profile ? [...new Set([profile.defaultLanguage, ...profile.languages])] : []
