import fc from 'fast-check'
import type { Kind, StoreWords } from '../../electron/shared/fields/kind'
import type { Entry } from '../../electron/shared/fields/kind'
import { isTranslatedAttribute } from '../../electron/shared/fields/attribute-texts'
import { entriesOf, keyOf } from '../../electron/shared/fields/list-kind'
import { hasChoices, optionsKind, picksOne, readChoice, readOption } from '../../electron/shared/fields/option-kind'
import { canBeGivenBack, ownFieldNames, type OwnPatch } from '../../electron/shared/fields/own-fields'
import {
  fieldOf,
  productFieldNames,
  productPatchSchema,
  type ProductField,
  type ProductPatch,
} from '../../electron/shared/fields/product-fields'
import { valuesOfKind } from './field-values'

/** What there is in a shop that values may name. */
export type Shop = StoreWords & {
  /** Of the product, by their keys. */
  pictures: readonly string[]
  /** Numbers of other products. */
  others: readonly number[]
}

const some = <Value>(all: readonly Value[], fewest = 0): fc.Arbitrary<Value[]> =>
  fc.subarray([...all], { minLength: Math.min(fewest, all.length) })
const oneOf = <Value>(all: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...all)
/** Of an owner, who begins and ends it with no blank. */
const words = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim())
const said = words.filter((text) => text !== '')
/** No two alike in one run. */
const skus = fc.uuid().map((id) => `SKU-${id}`)

/** A whole product as its form could hold it. */
export function productsOf(shop: Shop): fc.Arbitrary<ProductPatch> {
  const typed = oneOf(shop.productTypes.map(({ id }) => id))
  return typed.chain((productClassId) => {
    const attributes = shop.productTypes.flatMap((type) =>
      type.id === 0 || type.id === productClassId ? type.attributes : [],
    )
    const fields = productFieldNames.map((name) => [name, valuesOf(name, shop)] as const)
    return fc
      .record({ ...Object.fromEntries(fields), attributes: attributesOf(attributes) })
      .chain((values) => withAttributeTexts({ ...values, productClassId }, attributes))
      .map((values) => productPatchSchema.parse(values))
  })
}

/** What a variation could have of its own, and nothing in some of the fields that can go back to its product. */
export function ownOf(shop: Shop, productClassId: number): fc.Arbitrary<OwnPatch> {
  const attributes = shop.productTypes.flatMap((type) =>
    type.id === 0 || type.id === productClassId ? type.attributes : [],
  )
  const fields = ownFieldNames.map((name) => {
    const values = valuesOf(name, shop)
    return [name, canBeGivenBack(name) ? fc.option(values) : values] as const
  })
  const { unlimited: _, quantity: __, ...others } = Object.fromEntries(fields)
  // With an SKU of its own it has a stock of its own, which is one box.
  const stock = fc.option(fc.integer({ min: 0, max: 9999 }))
  return fc
    .record({ ...others, sku: skus, attributes: attributesOf(attributes), stock })
    .chain((values) => withAttributeTexts(values, attributes))
    .map(({ stock: counted, attributesShown: _shown, ...values }: Record<string, unknown>): OwnPatch => ({
      ...values,
      ...(counted === null ? { unlimited: true } : { unlimited: false, quantity: Number(counted) }),
    }))
}

type Attributes = StoreWords['productTypes'][number]['attributes']

const attributesOf = (attributes: Attributes): fc.Arbitrary<Record<string, string>> =>
  some(attributes).chain((chosen) =>
    fc.record(Object.fromEntries(chosen.map(({ id, type }) => [String(id), type === 'UPC' ? oneOf(codes) : said]))),
  )
const codes = ['4006381333931', '5901234123457']

/** Only what has a value says it in other languages. */
function withAttributeTexts(values: Record<string, unknown>, attributes: Attributes) {
  const named = Object.keys(Object(values['attributes']))
  const given = named.filter((id) => attributes.some((each) => String(each.id) === id && isTranslatedAttribute(each)))
  return some(given)
    .chain((ids) => fc.record(Object.fromEntries(ids.map((id) => [`${id}.de`, said]))))
    .chain((attributesTranslated) =>
      // Each that has a value is shown somewhere.
      fc
        .record(Object.fromEntries(named.map((id) => [id, oneOf(['DESCR', 'NOTSHOW', 'PRICE'])])))
        .map((attributesShown) => ({ ...values, attributesTranslated, attributesShown })),
    )
}

function valuesOf(field: ProductField, shop: Shop): fc.Arbitrary<unknown> {
  if (field === 'sku') return skus
  if (field === 'name') return said
  if (field === 'options') return optionsOf(shop)
  return inShop(fieldOf(field).kind, shop)
}

function inShop(kind: Kind, shop: Shop): fc.Arbitrary<unknown> {
  const categories = shop.categories.map(({ id }) => id)
  switch (kind.name) {
    case 'text':
    case 'longText':
    case 'html':
      return words
    case 'translations':
      return fc.option(said).map((text) => (text === null ? {} : { de: text }))
    case 'categories':
      return some(categories, 1)
    case 'category':
      return oneOf([0, ...categories])
    case 'taxes':
      return some(shop.profile?.taxes.map(({ id }) => id) ?? [])
    case 'shippingMethods':
      return some(shop.profile?.shippingMethods.map(({ id }) => id) ?? [])
    case 'products':
      return some(shop.others).map((all) => all.map((productId) => ({ productId })))
    case 'record':
      return fc.record(
        Object.fromEntries(Object.entries(kind.parts).map(([name, part]) => [name, inShop(part.kind, shop)])),
      )
    default:
      return valuesOfKind(kind)
  }
}

/** Of every type, with pictures of the product, and the one that is chosen first among them. */
function optionsOf(shop: Shop): fc.Arbitrary<Entry[]> {
  const { list } = optionsKind
  const choice = fc.record({
    text: said,
    textTranslated: inShop(entryKind('choices', 'textTranslated'), shop),
    priceModifier: fc.integer({ min: -500, max: 500 }).map((cents) => cents / 100),
    priceModifierType: oneOf(['ABSOLUTE', 'PERCENT']),
    picture: oneOf(['', ...shop.pictures]),
    hexCodes: some(['#cc3300', '#00aa55']),
    laterField: fc.integer(),
  })
  const alike = list.fields.choices.kind.list
  const option = fc
    .record({
      name: said,
      nameTranslated: inShop(list.fields.nameTranslated.kind, shop),
      type: oneOf(Object.keys(optionTypes())),
      choices: fc.uniqueArray(choice, {
        minLength: 1,
        maxLength: 4,
        selector: (one) => (alike ? keyOf(alike, one) : one.text),
      }),
      required: fc.boolean(),
      useImageAsSwatchSelector: fc.boolean(),
      chosen: fc.nat({ max: 4 }),
      laterField: fc.integer(),
    })
    .map(({ chosen, ...rest }): Entry => {
      const first = rest.choices[chosen]?.text ?? ''
      if (!hasChoices(rest.type)) return { ...rest, choices: [], defaultChoice: '' }
      return { ...rest, defaultChoice: picksOne(rest.type) || first !== '' ? first : '' }
    })
  return fc.uniqueArray(option, { maxLength: 4, selector: (one) => keyOf(list, one) })
}

const optionTypes = () => ({
  ...{ SELECT: 0, RADIO: 0, SIZE: 0, SWATCHES: 0, CHECKBOX: 0, TEXTFIELD: 0, TEXTAREA: 0, DATE: 0, FILES: 0 },
})

function entryKind(list: 'choices', name: string): Kind {
  const kind = optionsKind.list.fields[list].kind.list?.fields[name]?.kind
  if (!kind) throw new Error(`There is no ${name}.`)
  return kind
}

/** The combinations of choices that variations can be made of, some of them. */
export function pairsOf(options: readonly Entry[]): { name: string; value: string }[][] {
  const choosable = options.filter((option) => picksOne(readOption(option).type))
  return choosable.reduce<{ name: string; value: string }[][]>(
    (all, option) =>
      all.flatMap((pairs) =>
        entriesOf(option['choices']).map((choice) => [
          ...pairs,
          { name: readOption(option).name, value: readChoice(choice).text },
        ]),
      ),
    choosable.length === 0 ? [] : [[]],
  )
}
