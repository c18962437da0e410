import { productFieldNames, type ProductDetail, type ProductField } from '../../../electron/shared/product'
import { validateProduct } from '../../../electron/shared/validate-product'
import { touchedFields, valuesOf, type ProductEdits } from '../../stores/product-edits'
import type { ProductTab } from '../../stores/view-store'

export type FormError = {
  /** Field, or field and part, such as `dimensions.length`. */
  path: string
  tab: ProductTab
  message: string
}

const tabs: Record<Exclude<ProductTab, 'options' | 'media'>, ProductField[]> = {
  general: [
    'name',
    'subtitle',
    'sku',
    'description',
    'price',
    'compareToPrice',
    'costPrice',
    'weight',
    'enabled',
    'showOnFrontpage',
    'unlimited',
    'quantity',
    'warningLimit',
    'categoryIds',
    'ribbon',
  ],
  attributes: ['productClassId', 'attributes'],
  shipping: ['isShippingRequired', 'dimensions', 'shipping', 'tax'],
  seo: ['seoTitle', 'seoDescription', 'customSlug'],
}

const tabOfField = new Map<string, ProductTab>(
  Object.entries(tabs).flatMap(([tab, fields]) => fields.map((field) => [field, tab as ProductTab] as const)),
)
const order = Object.values(tabs).flat()

/** Where a field, or a part of one, is edited. */
export function tabOf(path: string): ProductTab {
  if (path.startsWith('picture') || path === 'media') return 'media'
  return tabOfField.get(path.split('.')[0] ?? '') ?? 'general'
}

const unparsedSentences: Record<string, string> = {
  price: 'Enter the price as a number; 0 is free.',
  quantity: 'Enter a whole number, or make the stock unlimited.',
  warningLimit: 'Enter a whole number; 0 for no warning.',
}

/**
 * What keeps the form from being saved, in the order of the screen. Of the values only touched ones are judged: the
 * store let the others in. `strict` judges the name as well, once Save was asked for.
 */
export function formErrors(edits: ProductEdits, strict: boolean): FormError[] {
  const found: Record<string, string> = {}
  for (const path of Object.keys(edits.unparsed)) found[path] = unparsedSentences[path] ?? 'Enter a number.'
  const wrong = validateProduct(valuesOf(edits))
  for (const field of touchedFields(edits)) {
    if (wrong[field] && !(field in found)) found[field] = wrong[field]
  }
  if (strict && wrong.name) found.name = wrong.name
  return inOrder(Object.entries(found).map(([path, message]) => ({ path, tab: tabOf(path), message })))
}

/** What the store refused, at the same places; a field being edited again is past its refusal. */
export function storeErrors(
  detail: Pick<ProductDetail, 'problems' | 'pictures'> | null,
  edits: ProductEdits,
): FormError[] {
  const pictures = new Set(detail?.pictures.map(({ upload }) => upload?.changeId))
  const problems = (detail?.problems ?? []).filter(({ field }) => !(field in edits.patch))
  return inOrder(
    problems.map(({ field, message, changeId }) => {
      const tab = pictures.has(changeId) ? 'media' : tabOf(field)
      return { path: field, tab, message }
    }),
  )
}

export function isProductField(path: string): path is ProductField {
  return (productFieldNames as string[]).includes(path)
}

function inOrder(errors: FormError[]): FormError[] {
  const rank = ({ path }: FormError) => order.indexOf((path.split('.')[0] ?? '') as ProductField)
  return errors.sort((a, b) => rank(a) - rank(b))
}
