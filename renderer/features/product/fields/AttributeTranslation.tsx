import { isTranslatedAttribute, textsOf, textsUnder } from '../../../../electron/shared/fields/attribute-texts'
import { TranslatedBox } from '../../../components/controls/languages/TranslatedBox'
import { useFormState } from '../form-state'
import { FormerAttributeText } from './FormerValue'
import { useProductField, useProductValue } from './use-product-field'

/** Under the value of an attribute, the same in the language that is shown beside; of one without a value the store keeps none. */
export function AttributeTranslation({ id }: { id: string }) {
  const { readOnly, ...words } = useFormState()
  const attribute = words.productTypes.flatMap(({ attributes }) => attributes).find((each) => String(each.id) === id)
  const value = useProductValue('attributes')[id]
  const { value: all, set } = useProductField('attributesTranslated')
  const texts = textsOf(all, id)
  if (!attribute || !isTranslatedAttribute(attribute) || (!value && Object.keys(texts).length === 0)) return null
  return (
    <>
      <TranslatedBox
        path={`attributesTranslated.${id}`}
        label={attribute.name || attribute.type}
        onTexts={(typed) => set({ ...all, ...textsUnder(id, typed) })}
        {...{ texts, words, readOnly }}
      />
      <FormerAttributeText id={id} />
    </>
  )
}
