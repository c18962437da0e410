import {
  productFieldsSchema,
  type ProductField,
  type ProductFields,
} from '../../../electron/shared/fields/product-fields'
import { textOfHtml } from '../../../electron/shared/text-of-html'
import type { StoreSnapshot } from '../../../electron/shared/store'
import { countStyle } from '../../format/field-numbers'
import { formatExactMoney } from '../../../electron/shared/numbers/money'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { formatDimensions, formatWeight } from '../../../electron/shared/numbers/weight'

/** What turns ids into names and numbers into amounts. */
export type StoreWords = Pick<StoreSnapshot, 'profile' | 'categories' | 'productTypes'>

export const noWords: StoreWords = { profile: null, categories: [], productTypes: [] }

type Writers = { [Field in ProductField]?: (value: ProductFields[Field], words: StoreWords) => string }

const money = (value: number, { profile }: StoreWords) => formatExactMoney(value, profile)

const writers: Writers = {
  price: money,
  costPrice: money,
  compareToPrice: (value, words) => (value === null ? '' : money(value, words)),
  weight: (value, { profile }) => (value === null ? '' : formatWeight(value, profile)),
  description: (html) => flat(textOfHtml(html)),
  categoryIds: (ids, { categories }) =>
    ids.map((id) => categories.find((category) => category.id === id)?.name ?? `Category ${id}`).join(', '),
  ribbon: ({ text, color }) => [text, color].filter(Boolean).join(', '),
  productClassId: (id, { productTypes }) =>
    productTypes.find((type) => type.id === id)?.name || (id === 0 ? 'General' : `Type ${id}`),
  dimensions: ({ length, width, height }, { profile }) =>
    length || width || height ? formatDimensions([length, width, height], profile) : '',
  shipping: shippingText,
  tax: ({ taxable, enabledManualTaxes, taxClassCode }, { profile }) => {
    if (!taxable) return 'Not taxable'
    const names = enabledManualTaxes.map((id) => profile?.taxes.find((tax) => tax.id === id)?.name ?? `Tax ${id}`)
    const taxClass = taxClassCode && taxClassCode !== 'default' ? [`class ${taxClassCode}`] : []
    return ['Taxable', ...names, ...taxClass].join(', ')
  },
}

/** A field's value the way its owner reads it; '' for no value. A value of unknown shape is shown as it came. */
export function fieldText(field: ProductField, value: unknown, words: StoreWords): string {
  const parsed = productFieldsSchema.shape[field].safeParse(value)
  if (!parsed.success) return value === null || value === undefined ? '' : JSON.stringify(value)
  const write = writers[field] as ((value: unknown, words: StoreWords) => string) | undefined
  if (write) return write(parsed.data, words)
  if (typeof parsed.data === 'boolean') return parsed.data ? 'Yes' : 'No'
  if (typeof parsed.data === 'number') return formatNumber(parsed.data, countStyle(words.profile))
  return typeof parsed.data === 'string' ? parsed.data : JSON.stringify(parsed.data)
}

function shippingText({ type, methodMarkup, flatRate, enabledMethods }: ProductFields['shipping'], words: StoreWords) {
  const markup = methodMarkup ? `, plus ${money(methodMarkup, words)}` : ''
  if (type === 'FREE_SHIPPING') return 'Free shipping'
  if (type === 'FLAT_RATE') return `Flat rate ${money(flatRate, words)}`
  if (type === 'GLOBAL_METHODS') return `All methods${markup}`
  const names = enabledMethods.map(
    (id) => words.profile?.shippingMethods.find((method) => method.id === id)?.name ?? id,
  )
  return `Selected methods: ${names.join(', ') || 'none'}${markup}`
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
