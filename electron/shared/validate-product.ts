import { isBlank } from './fold-text'
import type { ProductField, ProductFields } from './product'

export type FieldErrors = Partial<Record<ProductField, string>>

/** Ecwid refuses a product in more categories than this through its API. */
export const maxCategories = 100
const maxWhole = 2_147_483_647

/**
 * What the store would refuse, as sentences at their fields. Values the person did not touch may be odd too (the store
 * let them in), so callers look only at the fields that are about to be sent.
 */
export function validateProduct(fields: ProductFields): FieldErrors {
  const errors: FieldErrors = {}
  const say = (field: ProductField, isWrong: boolean, sentence: string) => {
    if (isWrong && !errors[field]) errors[field] = sentence
  }

  say('name', isBlank(fields.name), 'Give the product a name.')
  say('price', fields.price < 0, 'The price cannot be below zero.')
  say('compareToPrice', (fields.compareToPrice ?? 0) < 0, 'The compare-to price cannot be below zero.')
  say('costPrice', fields.costPrice < 0, 'The cost price cannot be below zero.')
  say('weight', (fields.weight ?? 0) < 0, 'The weight cannot be below zero.')
  say('quantity', Math.abs(fields.quantity) > maxWhole, 'The quantity is larger than a store can count.')
  say('warningLimit', fields.warningLimit < 0, 'The low stock warning level cannot be below zero.')
  say('warningLimit', fields.warningLimit > maxWhole, 'The low stock warning level is larger than a store can count.')
  say(
    'categoryIds',
    fields.categoryIds.length > maxCategories,
    `A product can be in at most ${maxCategories} categories.`,
  )
  say('ribbon', !/^(#[0-9a-f]{6})?$/i.test(fields.ribbon.color), 'Write the ribbon colour like #cc3300.')
  say('customSlug', /[\s/?#]/.test(fields.customSlug), 'A slug has no spaces and none of / ? #. Use hyphens instead.')

  const { length, width, height } = fields.dimensions
  say('dimensions', Math.min(length, width, height) < 0, 'Dimensions cannot be below zero.')
  say('shipping', fields.shipping.flatRate < 0, 'The flat rate cannot be below zero.')
  say(
    'shipping',
    fields.shipping.type === 'SELECTED_METHODS' && hasNoMethod(fields.shipping),
    'Choose at least one shipping method, or another shipping rule.',
  )
  return errors
}

function hasNoMethod({ enabledMethods, disabledMethods }: ProductFields['shipping']): boolean {
  return enabledMethods.length === 0 && disabledMethods.length === 0
}
