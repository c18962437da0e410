import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { StoreStats } from '../ecwid/stats'
import { noteShowChanged, showOfAttributes } from './attribute-show'
import type { PullParts } from './pull-delta'
import { mayHaveChanged, toldAtSchema } from './recent-stats'
import { takeInShelves } from './take-in-shelves'
import { storeProfileSchema, type StoreProfile } from '../shared/store'

export const readProfile = (catalogue: Catalogue): StoreProfile | null =>
  catalogue.meta.get('profile', storeProfileSchema) ?? null

const seenSchema = z.object({ profileUpdated: z.number().nullable(), serverTime: toldAtSchema })

/**
 * Profile and product types have no deltas: they are read whole and compared, the profile only when the store says that it
 * moved. True when anything changed here.
 */
export async function pullStore(
  { catalogue, ecwid, signal, now, writes }: PullParts,
  stats: StoreStats,
): Promise<boolean> {
  const readAt = now()
  const options = { signal }
  const seen = catalogue.meta.get('seenStats', seenSchema)
  const isMoved = mayHaveChanged(stats.profileUpdated, seen?.profileUpdated, seen?.serverTime ?? null)
  const [profile, productTypes] = await Promise.all([
    isMoved ? ecwid.getProfile(options) : null,
    ecwid.getProductTypes(options),
  ])
  return catalogue.transaction(() => {
    catalogue.meta.set('seenStats', seenSchema.parse(stats))
    const before = catalogue.meta.get('profile', z.unknown())
    const profileChanged = profile !== null && JSON.stringify(before) !== JSON.stringify(profile)
    if (profileChanged) catalogue.meta.set('profile', profile)
    const shown = showOfAttributes(catalogue)
    const typesChanged = takeInShelves(
      catalogue,
      'productType',
      { ...productTypes, passOver: writes.since(readAt) },
      now(),
    )
    noteShowChanged(catalogue, shown)
    return profileChanged || typesChanged
  })
}
