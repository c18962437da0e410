import type { ReactNode } from 'react'
import type { Description } from '../../components/description-slot'
import { useShallow } from 'zustand/react/shallow'
import { missingCategoryTexts } from '../../../electron/shared/fields/missing-category-texts'
import { twinOf } from '../../../electron/shared/fields/translated-fields'
import type { Texts } from '../../../electron/shared/fields/translations'
import { languageName, languageTag } from '../../../electron/shared/language-name'
import { useShownLanguage } from '../../components/controls/languages/shown-language'
import { setShelfValue, shelfValue, useShelfStore } from '../../stores/shelf-store'
import { ShelfField, ShelfNotes } from './ShelfField'
import classes from './shelves.module.css'

/** `missing`: names of what says nothing in the language that is shown; `missingIn`: the same of any. */
export type LanguagesSlot = { missing: readonly string[]; missingIn: (language: string) => readonly string[] }

/** Which of the store's languages stands beside its first one, and what is missing in it. */
export function CategoryLanguages({ languages }: { languages: (props: LanguagesSlot) => ReactNode }) {
  const shown = useShownLanguage()
  const missing = useShelfStore(
    useShallow((state) => (shown === null || !state.open?.detail ? [] : missingCategoryTexts(textsIn(state), shown))),
  )
  const missingIn = (language: string) => missingCategoryTexts(textsIn(useShelfStore.getState()), language)
  return languages({ missing, missingIn })
}

type Shelf = ReturnType<typeof useShelfStore.getState>
const textsIn = (state: Shelf) => ({
  read: (field: string) => shelfValue(state, field),
  picture: state.open?.detail?.picture ?? null,
})

/** Under a text, the same in the language that is shown beside. What the store has to say about it is always shown. */
export function ShelfTranslation({ of, readOnly }: { of: string; readOnly: boolean }) {
  const twin = twinOf(of)
  const isShown = useIsShown(twin)
  return isShown ? (
    <div className={classes.translation}>
      <ShelfField field={twin} readOnly={readOnly} />
    </div>
  ) : null
}

function useIsShown(twin: string): boolean {
  const language = useShownLanguage()
  const isAsked = useShelfStore(({ open }) => open?.detail?.problems.some(({ field }) => field === twin) ?? false)
  return language !== null || isAsked
}

type DescriptionProps = {
  connectionId: string
  readOnly: boolean
  description: Description
}

/** Made anew for each language: the editor would undo what was typed in one into another. */
export function DescriptionIn({ connectionId, readOnly, description }: DescriptionProps) {
  const twin = twinOf('description')
  const language = useShownLanguage()
  const isShown = useIsShown(twin)
  // The field holds texts by their languages.
  const texts = useShelfStore((state) => (shelfValue(state, twin) ?? {}) as Texts)
  if (!isShown) return null
  return (
    <div className={classes.translation} key={language} data-field={twin}>
      {language !== null &&
        description({
          connectionId,
          of: 'category',
          label: `Description in ${languageName(language)}`,
          lang: languageTag(language),
          value: texts[language] ?? '',
          readOnly,
          onChange: (html) => setShelfValue(twin, { ...texts, [language]: html }),
        })}
      <ShelfNotes field={twin} />
    </div>
  )
}
