import { languagesOf } from '../../electron/shared/store-languages'
import { useLanguageBeside } from './language-beside'
import { useStoreStore } from './store-store'

/** The store's first language, and the one that is shown beside it; null: none is. */
export function useShownLanguages(): { language: string | null; first: string | undefined } {
  const profile = useStoreStore(({ snapshot }) => snapshot?.profile ?? null)
  const language = useLanguageBeside(profile)
  const [first] = languagesOf(profile)
  return { language, first }
}
