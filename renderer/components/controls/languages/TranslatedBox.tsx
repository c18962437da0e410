import { TextInput } from '@mantine/core'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import type { Texts } from '../../../../electron/shared/fields/translations'
import { languageName, languageTag } from '../../../../electron/shared/language-name'
import { languagesOf } from '../../../../electron/shared/store-languages'
import { useShownLanguage } from './shown-language'
import classes from './languages.module.css'

type Props = {
  path: string
  /** What it translates. */
  label: string
  texts: Texts
  words: StoreWords
  readOnly: boolean
  onTexts: (texts: Texts) => void
}

/** Under the box of a short text, the same in the language that is shown beside; nothing while there is none. */
export function TranslatedBox({ path, label, texts, words, readOnly, onTexts }: Props) {
  const shown = useShownLanguage()
  const [first] = languagesOf(words.profile)
  if (shown === null || first === undefined) return null
  return (
    <div data-field={`${path}.${shown}`}>
      <TextInput
        className={classes.box}
        lang={languageTag(shown)}
        aria-label={`${label} in ${languageName(shown)}`}
        placeholder={`As in ${languageName(first)}`}
        value={texts[shown] ?? ''}
        readOnly={readOnly}
        autoComplete="off"
        onChange={({ target }) => onTexts({ ...texts, [shown]: target.value })}
      />
    </div>
  )
}
