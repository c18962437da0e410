import { useMemo } from 'react'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import { withNewCategories } from '../../../electron/shared/proposal'
import { useProposal } from '../../stores/bulk-store'
import { useStoreWords } from '../../stores/store-words'

/** What names the ids of the store, and of what the proposal would make. */
export function useReviewWords(): StoreWords {
  const words = useStoreWords()
  const made = useProposal()?.newCategories
  return useMemo(() => (made && made.length > 0 ? withNewCategories(words, made) : words), [words, made])
}
