import { initialSyncStatus, type StoreSnapshot } from '../../electron/shared/store'

/** A store with nothing in it, but for what is given. */
export const aSnapshot = (given: Partial<StoreSnapshot> = {}): StoreSnapshot => ({
  connectionId: 'a',
  profile: null,
  categories: [],
  productTypes: [],
  productCount: 1,
  sync: initialSyncStatus,
  newDefaults: {},
  notice: null,
  ...given,
})
