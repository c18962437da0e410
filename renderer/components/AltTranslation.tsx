import type { Texts } from '../../electron/shared/fields/translations'
import { languageName, languageTag } from '../../electron/shared/language-name'
import { AltText } from './AltText'

/** `language`: the one that is shown beside the store's `first`; null: none is. */
type ShownLanguages = { language: string | null; first: string | undefined }

type Props = ShownLanguages & {
  pictureKey: string
  /** Of the alt text that it stands under. */
  label: string
  told: { alt: string; altTexts: Texts }
  readOnly: boolean
  onSave: (pictureKey: string, text: { language: string; alt: string }) => void
}

/** Under an alt text, the same in the language that is shown beside; what says nothing has nothing to translate. */
export function AltTranslation({ language, first, pictureKey, label, told, readOnly, onSave }: Props) {
  if (language === null || first === undefined) return null
  const text = told.altTexts[language] ?? ''
  if (told.alt === '' && text === '') return null
  return (
    <AltText
      key={language}
      pictureKey={pictureKey}
      label={`${label} in ${languageName(language)}`}
      lang={languageTag(language)}
      placeholder={`As in ${languageName(first)}`}
      value={text}
      readOnly={readOnly}
      onSave={(key, alt) => onSave(key, { language, alt })}
    />
  )
}
