import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { Ecwid } from '../ecwid/ecwid'
import type { StoreStats } from '../ecwid/stats'
import { mayBeUnread } from '../ecwid/unread'
import { noteShowChanged, showOfAttributes } from './attribute-show'
import { overlapMs } from './pull-delta'
import { storeProfileSchema, type StoreProfile } from '../shared/store'

export const readProfile = (catalogue: Catalogue): StoreProfile | null =>
  catalogue.meta.get('profile', storeProfileSchema) ?? null

const seenSchema = z.object({
  productsUpdated: z.number().nullable(),
  categoriesUpdated: z.number().nullable(),
  profileUpdated: z.number().nullable(),
})

/**
 * Profile, categories and product types have no deltas: they are read whole and compared. The first two only when the store
 * says that they moved: the categories of a large store name every product. True when anything changed here.
 */
export async function pullStore(
  catalogue: Catalogue,
  ecwid: Ecwid,
  stats: StoreStats,
  signal: AbortSignal,
): Promise<boolean> {
  const options = { signal }
  const seen = catalogue.meta.get('seenStats', seenSchema)
  const moved = (name: keyof z.infer<typeof seenSchema>) => {
    const at = stats[name]
    return at === null || at !== seen?.[name] || isRecent(stats, at)
  }
  const [profile, categories, productTypes] = await Promise.all([
    moved('profileUpdated') ? ecwid.getProfile(options) : null,
    moved('categoriesUpdated') || moved('productsUpdated') ? ecwid.getCategories(options) : null,
    ecwid.getProductTypes(options),
  ])
  const isChanged = catalogue.transaction(() => {
    catalogue.meta.set('seenStats', seenSchema.parse(stats))
    const before = catalogue.meta.get('profile', z.unknown())
    const profileChanged = profile !== null && JSON.stringify(before) !== JSON.stringify(profile)
    if (profileChanged) catalogue.meta.set('profile', profile)
    const categoriesChanged =
      categories !== null && catalogue.categories.replaceAll(categories.categories, mayBeUnread(categories.unread))
    const shown = showOfAttributes(catalogue)
    const typesChanged = catalogue.productTypes.replaceAll(productTypes.types, mayBeUnread(productTypes.unread))
    noteShowChanged(catalogue, shown)
    return profileChanged || categoriesChanged || typesChanged
  })
  return isChanged
}

/** The store's times have whole seconds, and it may change twice in one: what moved just now is read again. */
const isRecent = ({ serverTime }: StoreStats, at: number): boolean => (serverTime ?? Infinity) - at < overlapMs
