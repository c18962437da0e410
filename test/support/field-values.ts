import fc from 'fast-check'
import type { Entry, Kind } from '../../electron/shared/fields/kind'
import { entriesOf, keyOf } from '../../electron/shared/fields/list-kind'
import { hasChoices, optionsKind, readChoice, readOption } from '../../electron/shared/fields/option-kind'
import { fieldOf, type ProductField } from '../../electron/shared/fields/product-fields'

/** Values that the field may have, made from what its kind says. */
export const valuesOfField = (field: ProductField): fc.Arbitrary<unknown> =>
  field === 'options' ? optionsOfStores : valuesOfKind(fieldOf(field).kind)

/** What shoppers fill in has no choices, and the one that is chosen first is among them. */
const optionsOfStores = valuesOfKind(optionsKind).map((options) =>
  entriesOf(options).map((option) => {
    const { type, choices: all } = readOption(option)
    // One that is no picture of the product is none.
    const choices = all.map(({ picture: _, ...choice }): Entry => choice)
    const [first] = choices
    const defaultChoice = first && option['required'] === true ? readChoice(first).text : ''
    return { ...option, ...(hasChoices(type) ? { choices, defaultChoice } : { choices: [], defaultChoice: '' }) }
  }),
)

export function valuesOfKind(kind: Kind): fc.Arbitrary<unknown> {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: 6 })
  switch (kind.name) {
    case 'text':
    case 'longText':
    case 'html':
      return fc.string({ unit: 'grapheme' })
    case 'colour':
      return fc.integer({ min: 0, max: 0xffffff }).map((code) => `#${code.toString(16).padStart(6, '0')}`)
    case 'colours':
      return fc.array(fc.constantFrom('#cc3300', '#00aa55'), { maxLength: 2 })
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(kind.choices))
    case 'number':
      return numbers(kind)
    case 'categories':
    case 'taxes':
      return ids
    case 'shippingMethods':
      return ids.map((all) => all.map(String))
    case 'category':
    case 'productType':
      return fc.integer({ min: 0, max: 99_999 })
    case 'product':
      return fc.integer({ min: 1, max: 99_999 })
    case 'translations':
      return fc.dictionary(fc.constantFrom('de', 'fr', 'pt_BR'), fc.string({ minLength: 1 }), { maxKeys: 3 })
    case 'attributeTexts':
      // Only what has a value says it in other languages, too: of the product in the tests it is this one.
      return fc.dictionary(fc.constantFrom('1.de', '1.fr', '1.pt_BR'), fc.string({ minLength: 1 }), { maxKeys: 3 })
    case 'attributeShows':
      return fc.dictionary(fc.constant('1'), fc.constantFrom('DESCR', 'NOTSHOW', 'PRICE'))
    case 'attributes':
      return fc.dictionary(fc.integer({ min: 1, max: 99_999 }).map(String), fc.string({ minLength: 1 }), { maxKeys: 5 })
    case 'list':
    case 'options':
    case 'products':
      return entries(kind)
    case 'record':
      return fc.record(
        Object.fromEntries(Object.entries(kind.parts).map(([name, part]) => [name, valuesOfKind(part.kind)])),
      )
  }
}

/** Cents, where the kind has decimals; 0 stands for none where there may be none. */
function numbers({ schema }: Kind): fc.Arbitrary<number | null> {
  const mayBeNone = schema.safeParse(null).success
  const counts = fc.integer({ min: mayBeNone ? 1 : 0, max: 1_000_000 })
  const some = schema.safeParse(0.5).success ? counts.map((cents) => cents / 100) : counts
  return mayBeNone ? fc.option(some) : some
}

/** Entries that are told apart, with something that this version does not know. */
function entries({ list }: Kind): fc.Arbitrary<unknown> {
  if (!list) return fc.constant([])
  const fields = Object.entries(list.fields).map(([name, field]) => [name, valuesOfKind(field.kind)])
  const entry = fc.record({ ...Object.fromEntries(fields), somethingNew: fc.integer() })
  return fc.uniqueArray(entry, { maxLength: 5, selector: (one) => keyOf(list, one) })
}
