import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { noWords, type StoreWords } from '../../electron/shared/fields/kind'
import { useProductNames } from './product-names'
import { useStoreStore } from './store-store'

/** What names the ids and formats the numbers of the store on screen. */
export function useStoreWords(): StoreWords {
  const words = useStoreStore(
    useShallow(({ snapshot }) =>
      snapshot
        ? { profile: snapshot.profile, categories: snapshot.categories, productTypes: snapshot.productTypes }
        : noWords,
    ),
  )
  const connectionId = useStoreStore(({ snapshot }) => snapshot?.connectionId)
  const products = useProductNames((known) => (known.connectionId === connectionId ? known.names : noWords.products))
  return useMemo(() => ({ ...words, products }), [words, products])
}
