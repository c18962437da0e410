import { createCategories } from './categories'
import type { EcwidClient } from './client'
import { createFiles } from './files'
import { createPictures } from './pictures'
import { createProductTypes } from './product-types'
import { createProducts } from './products'
import { createProfile } from './profile'
import { createStats } from './stats'
import { createVariations } from './variations'
import { createVideos } from './videos'

/** Every call of one store's REST API that this program makes. `languages`: of the store, as far as they are known. */
export function createEcwid(client: EcwidClient, languages: () => readonly string[] = () => []) {
  return {
    storeId: client.storeId,
    limiter: client.limiter,
    storeTime: client.storeTime,
    ...createProfile(client),
    ...createStats(client),
    ...createProducts(client, languages),
    ...createVariations(client),
    ...createCategories(client),
    ...createProductTypes(client),
    ...createPictures(client),
    ...createVideos(client),
    ...createFiles(client),
  }
}
export type Ecwid = ReturnType<typeof createEcwid>
