import { isBlank } from '../fold-text'
import { plainField } from './plain-field'
import { text } from './text-kinds'

/** The fields of a product type that a person can edit, under Ecwid's names. */
export const productTypeFields = {
  name: plainField({
    label: 'Name',
    kind: text,
    empty: '',
    problem: (value) => (isBlank(value) ? 'Give the product type a name.' : null),
    isTranslated: false,
  }),
}
