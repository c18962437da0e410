import type { StoreWords } from '../shared/fields/kind'
import { foldText } from '../shared/fold-text'

const generalType = 0

type Known = { words: StoreWords; typeId: unknown; values: readonly unknown[] }

/** The attribute of that name: of the product’s type, of all products, or another one that the product has a value of all the same. */
export function attributeOf(name: string, { words, typeId, values }: Known) {
  const isCalledSo = (one: { name: string; type: string }) => foldText(one.name || one.type) === foldText(name)
  const ofType = (type: unknown) => words.productTypes.find(({ id }) => id === type)?.attributes.find(isCalledSo)
  const own = ofType(typeId) ?? ofType(generalType)
  if (own) return own
  const others = words.productTypes.flatMap(({ attributes }) => attributes).filter(isCalledSo)
  return others.find(({ id }) => values.some((each) => Object.hasOwn(Object(each ?? {}), id)))
}
