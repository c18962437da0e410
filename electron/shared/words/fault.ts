import type { Fault, Faults } from '../fields/fault'

export const faultText = (fault: Fault): string => sentences[fault]

/** Each at its box. */
export const faultTexts = (faults: Faults): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).map(([path, fault]) => [path, faultText(fault)]))

const sentences: Record<Fault, string> = {
  'name-missing': 'Give the product a name.',
  'slug-signs': 'A slug has no spaces and none of / ? #. Use hyphens instead.',
  'price-below-zero': 'The price cannot be below zero.',
  'compare-to-price-below-zero': 'The compare-to price cannot be below zero.',
  'cost-price-below-zero': 'The cost price cannot be below zero.',
  'lowest-price-below-zero': 'The lowest price cannot be below zero.',
  'google-category-below-one': 'The number of a Google category is 1 or more.',
  'quantity-too-large': 'The quantity is larger than a store can count.',
  'warning-level-below-zero': 'The low stock warning level cannot be below zero.',
  'warning-level-too-large': 'The low stock warning level is larger than a store can count.',
  'minimum-above-maximum': 'The minimum is above the maximum purchase quantity.',
  'maximum-below-minimum': 'The maximum is below the minimum purchase quantity.',
  'choice-without-name': 'Name the choice, or remove it.',
  'option-without-name': 'Name the option, such as Size.',
  'option-without-choices': 'Add a choice, or ask for a text or a date instead.',
  'weight-below-zero': 'The weight cannot be below zero.',
  'length-below-zero': 'The length cannot be below zero.',
  'volume-below-zero': 'The volume cannot be below zero.',
  'width-below-zero': 'The width cannot be below zero.',
  'height-below-zero': 'The height cannot be below zero.',
  'no-shipping-method': 'Choose at least one shipping method, or another shipping rule.',
  'flat-rate-below-zero': 'The flat rate cannot be below zero.',
  'interval-below-one': 'Enter 1 or more.',
  'first-payment-below-zero': 'The first payment cannot be below zero.',
  'no-payments': 'Add how often it is paid.',
  'price-once-below-zero': 'The price when bought once cannot be below zero.',
  'too-many-related': 'A product can have at most 100 related products. Remove some.',
  'none-related': 'Show one product at least.',
  'too-many-categories': 'A product can be in at most 100 categories.',
  'minutes-below-zero': 'The minutes cannot be below zero.',
  'tier-without-quantity': 'Enter from how many on the price counts.',
  'tier-below-two': 'A wholesale price starts from 2 or more.',
  'tier-without-price': 'Enter the price of each.',
  'tier-price-not-above-zero': 'A wholesale price is above zero.',
  'tier-price-above-price': 'A wholesale price must not be above the price of the product.',
  'no-amount': 'Enter an amount.',
  'amount-not-above-zero': 'An amount is above zero.',
  'not-a-colour': 'Write the colour as a code like #cc3300, or as a word like green.',
  'category-without-name': 'Give the category a name.',
  'category-name-too-long': 'A category’s name has at most 255 characters. Shorten it.',
  'name-too-long': 'A name has at most 255 characters. Shorten it.',
  'line-twice': 'Another line has the same. Change or remove one of them.',
  'variation-hidden': 'A variation cannot be hidden while it is out of stock, only its product.',
  'shares-stock-by-sku': 'A variation with the SKU of its product shares its stock. Give it an SKU of its own first.',
  'shares-stock-without-sku':
    'A variation without an SKU of its own shares the stock of its product. Give it an SKU first.',
  'sku-of-product-other-stock':
    'This is the SKU of the product. A variation that carries it has to have the same stock.',
  'shares-dimensions-by-sku':
    'A variation with the SKU of its product has its dimensions. Give it an SKU of its own first.',
  'sku-of-product-other-dimensions':
    'This is the SKU of the product. A variation that carries it has to have the same dimensions.',
  'minimum-below-one': 'The minimum purchase quantity is 1 or more; leave it empty for none.',
  'maximum-below-one': 'The maximum purchase quantity is 1 or more; leave it empty for none.',
  'minimum-too-large': 'The minimum purchase quantity is larger than a store can count.',
  'maximum-too-large': 'The maximum purchase quantity is larger than a store can count.',
  'attribute-without-name': 'Give the attribute a name.',
  'type-without-name': 'Give the product type a name.',
  'own-value-kept':
    'Ecwid does not take back what a variation has of its own here. Enter the value of the product instead.',
  'always-on-front-page': 'A product in no category is always on the front page. Choose a category first.',
}
