import type { StoreProfile } from '../../electron/shared/store'
import { languagesOf } from '../../electron/shared/store-languages'
import { useViewStore } from './view-store'

/** The language that is shown beside the first one; null for a store that has it no more, or has no other. */
export function useLanguageBeside(profile: StoreProfile | null): string | null {
  const wanted = useViewStore((view) => view.language)
  const [, ...others] = languagesOf(profile)
  return wanted !== null && others.includes(wanted) ? wanted : null
}
