import { useStoreStore } from '../../stores/store-store'
import { LanguageMenu, MissingCount } from './LanguageMenu'

type Props = { missing: readonly string[]; missingIn: (language: string) => readonly string[] }

/** The same switch for other texts than a product's. */
export function LanguagesOf({ missing, missingIn }: Props) {
  const profile = useStoreStore(({ snapshot }) => snapshot?.profile ?? null)
  return (
    <LanguageMenu
      profile={profile}
      missing={missing}
      missingIn={(language) => <MissingCount count={missingIn(language).length} />}
    />
  )
}
