import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { Ecwid } from '../ecwid/ecwid'
import { storeProfileSchema, type StoreProfile } from '../shared/store'

export const readProfile = (catalogue: Catalogue): StoreProfile | null =>
  catalogue.meta.get('profile', storeProfileSchema) ?? null

/** Profile, categories and product types have no deltas: they are read whole and compared. True when any of them changed. */
export async function pullStore(catalogue: Catalogue, ecwid: Ecwid, signal: AbortSignal): Promise<boolean> {
  const options = { signal }
  const [profile, categories, productTypes] = await Promise.all([
    ecwid.getProfile(options),
    ecwid.getCategories(options),
    ecwid.getProductTypes(options),
  ])
  return catalogue.transaction(() => {
    const before = catalogue.meta.get('profile', z.unknown())
    const profileChanged = JSON.stringify(before) !== JSON.stringify(profile)
    if (profileChanged) catalogue.meta.set('profile', profile)
    const categoriesChanged = catalogue.categories.replaceAll(categories)
    const typesChanged = catalogue.productTypes.replaceAll(productTypes)
    return profileChanged || categoriesChanged || typesChanged
  })
}
