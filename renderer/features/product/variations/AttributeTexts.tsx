import { TextInput } from '@mantine/core'
import { isTranslatedAttribute, textsOf, textsUnder } from '../../../../electron/shared/fields/attribute-texts'
import type { Texts } from '../../../../electron/shared/fields/translations'
import { languageName, languageTag } from '../../../../electron/shared/language-name'
import { setVariations, useProductStore } from '../../../stores/product-store'
import { useShownLanguages } from '../../../stores/shown-languages'
import { ownNow, withCell, type Variation } from '../../../stores/variation-edits'
import { useFormState } from '../form-state'
import classes from './variations.module.css'

const field = 'attributesTranslated'

/** What attributes that a variation has of its own say in the language that is shown beside; what is as the product is translated there. */
export function AttributeTexts({ variation }: { variation: Variation }) {
  const { productTypes, readOnly } = useFormState()
  const { language, first } = useShownLanguages()
  const edits = useProductStore(({ open }) => open?.edits.variations[variation.id])
  // Own values of attributes are texts by their ids.
  const values = (ownNow(edits, variation.own, 'attributes') ?? {}) as Texts
  const texts = (ownNow(edits, variation.own, field) ?? {}) as Texts
  const translated = productTypes
    .flatMap(({ attributes }) => attributes)
    .filter((attribute) => isTranslatedAttribute(attribute) && values[attribute.id])
  if (language === null || first === undefined || translated.length === 0) return null
  const set = (attribute: string, text: string) => {
    const all = { ...texts, ...textsUnder(attribute, { [language]: text }) }
    const given = Object.fromEntries(Object.entries(all).filter(([, each]) => each !== ''))
    const next = Object.keys(given).length > 0 ? given : null
    setVariations(`${variation.id}.${field}`, (now) =>
      withCell(now, { variation, path: field }, { values: { [field]: next } }),
    )
  }
  return (
    <section className={classes.own} data-field={`variations.${variation.id}.${field}`}>
      <h4 className={classes.ownTitle}>Attributes in {languageName(language)}</h4>
      {translated.map(({ id, name, type }) => (
        <TextInput
          key={id}
          label={name || type}
          aria-label={`${name || type} of ${variation.label} in ${languageName(language)}`}
          lang={languageTag(language)}
          placeholder={`As in ${languageName(first)}: ${values[id] ?? ''}`}
          value={textsOf(texts, String(id))[language] ?? ''}
          readOnly={readOnly}
          autoComplete="off"
          onChange={({ target }) => set(String(id), target.value)}
        />
      ))}
    </section>
  )
}
