import { sections, type FoldedName } from '../../../electron/shared/fields/field'
import { fieldOf, newProductFields, productFieldNames } from '../../../electron/shared/fields/product-fields'
import { valuesOf } from '../../stores/product-edits'
import { useProductStore } from '../../stores/product-store'
import { useFormState } from './form-state'

/** What is set in a section, on one line. */
export function useSummary(section: FoldedName): string {
  const words = useFormState()
  return useProductStore(({ open }) => {
    const values = open ? valuesOf(open.edits) : newProductFields
    const set = productFieldNames.filter((name) => {
      const { section: own, kind, empty } = fieldOf(name)
      return own === section && !kind.isSame(values[name], empty)
    })
    const texts = set.map((name) => {
      const { label, kind } = fieldOf(name)
      const text = kind.shown(values[name], words)
      // Of a switch its label says more than that it is on.
      return kind.name !== 'flag' ? text : values[name] === true ? label : `${label}: ${text}`
    })
    return texts.join(', ') || sections[section].unset
  })
}
