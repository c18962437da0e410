import { useMemo } from 'react'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import { withWhatComes } from '../../../electron/shared/proposal'
import { useProposal } from '../../stores/bulk-store'
import { useStoreWords } from '../../stores/store-words'

/** What names the ids of the store, and of what the proposal would make. */
export function useReviewWords(): StoreWords {
  const words = useStoreWords()
  const { newCategories, newTypes } = useProposal() ?? {}
  return useMemo(
    () =>
      newCategories?.length || newTypes?.length
        ? withWhatComes(words, { newCategories: newCategories ?? [], newTypes: newTypes ?? [] })
        : words,
    [words, newCategories, newTypes],
  )
}
