import { missingTexts } from '../../../electron/shared/fields/missing-texts'
import { newProductFields, type ProductField } from '../../../electron/shared/fields/product-fields'
import type { Texts } from '../../../electron/shared/fields/translations'
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useLanguageBeside } from '../../stores/language-beside'
import { valuesOf } from '../../stores/product-edits'
import { useProductStore, type OpenProduct } from '../../stores/product-store'
import { ownNow, type Variation } from '../../stores/variation-edits'
import { useFormState } from './form-state'
import { LanguageMenu, MissingCount } from './LanguageMenu'

/** Of the open product. */
export function LanguageSwitch() {
  const { profile } = useFormState()
  const missing = useMissing(useLanguageBeside(profile))
  return (
    <LanguageMenu profile={profile} missing={missing} missingIn={(language) => <MissingIn language={language} />} />
  )
}

/** Which texts say nothing in a language. */
const useMissing = (language: string | null): readonly string[] => {
  const { productTypes } = useFormState()
  const attributeOf = useMemo(() => {
    const all = productTypes.flatMap(({ attributes }) => attributes.map((each) => [String(each.id), each] as const))
    const known = new Map(all)
    return (id: string) => known.get(id)
  }, [productTypes])
  return useProductStore(
    useShallow(({ open }) => {
      if (language === null) return []
      const { pictures = [], readOnly } = open?.detail ?? {}
      const values = open ? valuesOf(open.edits) : newProductFields
      const variations = (readOnly?.variations ?? []).map((variation) => textsIn(variation, open))
      const all = { read: (name: ProductField) => values[name], attributeOf, pictures, variations }
      return missingTexts(all, language)
    }),
  )
}

/** What a variation says, with what was typed into it. A text about a picture that it has not is none. */
function textsIn({ id, label, own, thumbnail, ...told }: Variation, open: OpenProduct | null) {
  const edits = open?.edits.variations[id]
  const typed = (field: 'attributes' | 'attributesTranslated') => (ownNow(edits, own, field) ?? {}) as Texts
  const values = { attributes: typed('attributes'), attributesTranslated: typed('attributesTranslated') }
  return { label, ...told, ...(thumbnail === null && { alt: '' }), own: values }
}

function MissingIn({ language }: { language: string }) {
  return <MissingCount count={useMissing(language).length} />
}
