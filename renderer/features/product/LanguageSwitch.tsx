import { missingTexts } from '../../../electron/shared/fields/missing-texts'
import { newProductFields } from '../../../electron/shared/fields/product-fields'
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useLanguageBeside } from '../../stores/language-beside'
import { valuesOf } from '../../stores/product-edits'
import { useProductStore } from '../../stores/product-store'
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
  const all = useMemo(
    () => new Map(productTypes.flatMap(({ attributes }) => attributes.map((each) => [String(each.id), each] as const))),
    [productTypes],
  )
  return useProductStore(
    useShallow(({ open }) => {
      const { pictures = [], readOnly } = open?.detail ?? {}
      const variations = readOnly?.variations.filter(({ thumbnail }) => thumbnail !== null) ?? []
      const values = open ? valuesOf(open.edits) : newProductFields
      return language === null
        ? []
        : missingTexts({ read: (name) => values[name], attributeOf: (id) => all.get(id), pictures, variations }, language)
    }),
  )
}

function MissingIn({ language }: { language: string }) {
  return <MissingCount count={useMissing(language).length} />
}
