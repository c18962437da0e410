import { useShallow } from 'zustand/react/shallow'
import { noWords, type StoreWords } from '../../electron/shared/fields/kind'
import { useStoreStore } from './store-store'

/** What names the ids and formats the numbers of the store on screen. */
export const useStoreWords = (): StoreWords =>
  useStoreStore(
    useShallow(({ snapshot }) =>
      snapshot
        ? { profile: snapshot.profile, categories: snapshot.categories, productTypes: snapshot.productTypes }
        : noWords,
    ),
  )
