import type { ProductField, ProductFields } from '../../../electron/shared/fields/product-fields'
import { countStyle } from '../../format/field-numbers'
import { formatExactMoney } from '../../../electron/shared/numbers/money'
import { everyDecimal, formatDecimal } from '../../../electron/shared/numbers/numbers'
import { formatDimensions, formatWeight } from '../../../electron/shared/numbers/weight'
import { textOfHtml } from '../../../electron/shared/text-of-html'
import type { FormState } from './form-state'

const moneyFields: string[] = ['price', 'compareToPrice', 'costPrice'] satisfies ProductField[]

/** A value in a few words, for "the store has … now". */
export function describeValue(
  field: string,
  value: unknown,
  { profile, categories, productTypes }: Pick<FormState, 'profile' | 'categories' | 'productTypes'>,
): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (typeof value === 'number') {
    if (moneyFields.includes(field)) return formatExactMoney(value, profile)
    if (field === 'weight') return formatWeight(value, profile)
    if (field === 'productClassId') return productTypes.find(({ id }) => id === value)?.name || 'General'
    return formatDecimal(value, { fewest: 0, most: everyDecimal }, countStyle(profile))
  }
  if (typeof value === 'string') return field === 'description' ? shortened(textOfHtml(value)) : shortened(value)
  if (field === 'categoryIds' && Array.isArray(value)) {
    const names = value.map((id) => categories.find((category) => category.id === id)?.name ?? `category ${String(id)}`)
    return shortened(names.join(', ')) || 'no category'
  }
  return describeGroup(field, value as Group, profile)
}

type Group = ProductFields['dimensions'] & ProductFields['ribbon']

function describeGroup(field: string, value: Group, profile: FormState['profile']): string {
  if (field === 'dimensions') return formatDimensions([value.length, value.width, value.height], profile)
  if (field === 'ribbon') return value.text ? `“${value.text}” ${value.color ?? ''}`.trim() : 'no ribbon'
  return 'other values'
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat
}
