import { fieldOf, isProductField, type ProductField } from '../../../../electron/shared/fields/product-fields'
import { twinOf } from '../../../../electron/shared/fields/translated-fields'
import type { Texts } from '../../../../electron/shared/fields/translations'
import { languageName, languageTag } from '../../../../electron/shared/language-name'
import { useShownLanguage } from '../../../components/controls/languages/shown-language'
import { setProductValue, useProductStore } from '../../../stores/product-store'
import { DescriptionBox } from '../description/DescriptionBox'
import { useIsWrong } from '../form-problems'
import { useFormState } from '../form-state'
import classes from './fields.module.css'
import { FieldNotes } from './FieldNotes'
import { FieldControl } from './FieldControl'
import { FormerValue } from './FormerValue'
import { useProductField } from './use-product-field'

/** Under a text, the same in the language that is shown beside. What is wrong with one is always shown. */
export function Translation({ of }: { of: ProductField }) {
  const twin = twinOf(of)
  if (!isProductField(twin)) return null
  // Each attribute has its own beside it.
  if (fieldOf(of).kind.name === 'attributes') return <NotesOf twin={twin} />
  return <Shown of={of} twin={twin} />
}

const NotesOf = ({ twin }: { twin: ProductField }) => (
  <div className={classes.translation} data-field={twin}>
    <FieldNotes field={twin} />
  </div>
)

function Shown({ of, twin }: { of: ProductField; twin: ProductField }) {
  const language = useShownLanguage()
  const isWrong = useIsWrong(twin)
  const isAsked = useProductStore(({ open }) => open?.openChanges.some(({ field }) => field === twin) ?? false)
  if (language === null && !isWrong && !isAsked) return null
  const isHtml = fieldOf(of).kind.name === 'html' && language !== null
  return (
    <div className={classes.translation} data-field={twin}>
      {isHtml ? <HtmlIn key={language} {...{ of, twin, language }} /> : <FieldControl field={twin} />}
      <FieldNotes field={twin} />
      {!isHtml && <FormerValue field={twin} isBelow={false} />}
    </div>
  )
}

/** Made anew for each language: the editor would undo what was typed in one into another. */
function HtmlIn({ of, twin, language }: { of: ProductField; twin: ProductField; language: string }) {
  const { connectionId, readOnly } = useFormState()
  // The field of a text's translations holds them by their languages.
  const texts = useProductField(twin).value as Texts
  const label = `${fieldOf(of).label} in ${languageName(language)}`
  return (
    <div data-field={`${twin}.${language}`}>
      <DescriptionBox
        {...{ connectionId, label, readOnly }}
        of="product"
        lang={languageTag(language)}
        value={texts[language] ?? ''}
        onChange={(html) => setProductValue(twin, { ...texts, [language]: html })}
      />
    </div>
  )
}
