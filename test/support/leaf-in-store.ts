import type { Leaf } from './editable-leaves'
import type { StoredProduct, StoredState } from './stored-product'

type Json = Record<string, unknown>

/** Where a leaf stands in what the store keeps, where that is not under its own name. */
const elsewhere: Readonly<Record<string, string>> = {
  relatedProducts: 'relatedProducts.productIds',
  'options.3.choices.0.picture': 'options.3.choices.0.imageId',
}

/** The names on the way to it; an attribute is found by its number. */
function wayTo({ path }: Leaf, thing: Json): string[] {
  const [field, id = '', language] = path.split('.')
  if (field?.startsWith('attributes')) {
    const at = (thing['attributes'] as { id: number }[]).findIndex((each) => String(each.id) === id)
    if (field === 'attributesShown') return ['attributes', String(at), 'show']
    return ['attributes', String(at), ...(language ? ['valueTranslated', language] : ['value'])]
  }
  const names = (elsewhere[path] ?? path).split('.')
  return field === 'relatedCategory' ? ['relatedProducts', ...names] : names
}

const inside = (value: unknown, name: string): unknown => (value as Json | undefined)?.[name]

export function storedValue(leaf: Leaf, thing: Json): unknown {
  if (leaf.path === 'showOnFrontpage') return true
  return wayTo(leaf, thing).reduce(inside, thing)
}

/** The thing with another value of a leaf. The store repeats a text among its translations. */
function put(leaf: Leaf, value: unknown, thing: Json): void {
  const way = wayTo(leaf, thing)
  const name = way.pop() ?? ''
  // What is on the way is there: nothing of a full product is empty.
  const holder = way.reduce(inside, thing) as Json
  holder[name] = value
  const texts = leaf.path === 'ribbon.text' ? thing['ribbonTranslated'] : holder[`${name}Translated`]
  if (texts && typeof value === 'string') Object.assign(texts, { en: value })
}

type State = StoredState & { frontPage: number[] }
type After = (product: StoredProduct, state: State, thing: Json) => void

const choice = (thing: Json): Json => ['options', '3', 'choices', '0'].reduce(inside, thing) as Json

/** What the store makes of it beside, or instead. */
const alsoIn: Readonly<Record<string, After>> = {
  categoryIds: ({ id }, { categories }) => categories.find(({ name }) => name === 'Lamps')?.productIds.push(id),
  showOnFrontpage(product, state) {
    delete product['showOnFrontpage']
    state.frontPage = state.frontPage.filter((id) => id !== product.id)
  },
  // Those of the General type.
  productClassId(product) {
    product['attributes'] = (product['attributes'] as { id: number }[]).filter(({ id }) => id <= 300000002)
  },
  'options.3.choices.0.priceModifierType': (_, __, thing) => (choice(thing)['priceModifier'] = 27),
  'customPriceTiers.0.isDefault'(product) {
    delete (product['customPriceTiers'] as Json[])[0]?.['isDefault']
    product['priceDefaultTier'] = 0
  },
}

/** All of the store after one leaf of a product, or of a variation of it, was changed and nothing else. */
export function stateWith(
  state: State,
  { id, variationId }: { id: number; variationId?: number | undefined },
  leaf: Leaf,
  value: unknown,
): State {
  const after = structuredClone(state)
  const product = after.products.find((each) => each.id === id)
  const thing = variationId === undefined ? product : product?.combinations.find((each) => each.id === variationId)
  if (!product || !thing) throw new Error('What was edited is not in the store.')
  put(leaf, value, thing)
  if (thing === product) alsoIn[leaf.path]?.(product, after, thing)
  return after
}

const sentAs: Readonly<Record<string, string[]>> = {
  customPriceTiers: ['customPriceTiers', 'priceDefaultTier'],
  relatedCategory: ['relatedProducts'],
  attributesTranslated: ['attributes'],
  attributesShown: ['attributes'],
  // With the values of the new type.
  productClassId: ['productClassId', 'attributes'],
}

/** The names in the body of the request. */
export const namesSent = ({ field }: Leaf): string[] => sentAs[field] ?? [field]
