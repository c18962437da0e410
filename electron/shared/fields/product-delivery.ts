import { flag } from './choice-kinds'
import type { Fault } from './fault'
import { anything, field, plain } from './field'
import { minutesUnlessZero } from './number-kinds'
import { part, record } from './record-kinds'
import { text } from './text-kinds'

const parts = {
  shippingPreparationTimeForInStockItemDays: part('Days until it is shipped', text, '', 'Such as 2 or 2-4.'),
  shippingPreparationTimeForOutOfStockItemDays: part('Days for a pre-order', text, '', 'While there is none in stock.'),
  pickupPreparationTimeForInStockItemInMinutes: part('Until pickup', minutesUnlessZero, 0),
  localDeliveryPreparationTimeForInStockItemInMinutes: part('Until local delivery', minutesUnlessZero, 0),
}

const belowZero = (minutes: number): Fault | null => (minutes < 0 ? 'minutes-below-zero' : null)

/** What it takes to prepare an order of this product. */
export const shippingPreparationTime = field({
  label: 'Preparation time',
  hint: 'How long an order of it takes to prepare. Left empty, the settings of the store count.',
  section: 'delivery',
  kind: record(parts, {
    problems: {
      pickupPreparationTimeForInStockItemInMinutes: (value) =>
        belowZero(value.pickupPreparationTimeForInStockItemInMinutes),
      localDeliveryPreparationTimeForInStockItemInMinutes: (value) =>
        belowZero(value.localDeliveryPreparationTimeForInStockItemInMinutes),
    },
    shown(value, words) {
      const days = value.shippingPreparationTimeForInStockItemDays
      const preOrder = value.shippingPreparationTimeForOutOfStockItemDays
      const pickup = minutesUnlessZero.shown(value.pickupPreparationTimeForInStockItemInMinutes, words)
      const delivery = minutesUnlessZero.shown(value.localDeliveryPreparationTimeForInStockItemInMinutes, words)
      const said = [
        days && `shipped in ${days} days`,
        preOrder && `pre-orders in ${preOrder} days`,
        pickup && `picked up in ${pickup} minutes`,
        delivery && `delivered nearby in ${delivery} minutes`,
      ]
      return said.filter(Boolean).join(', ')
    },
  }),
  empty: {
    shippingPreparationTimeForInStockItemDays: '',
    shippingPreparationTimeForOutOfStockItemDays: '',
    pickupPreparationTimeForInStockItemInMinutes: 0,
    localDeliveryPreparationTimeForInStockItemInMinutes: 0,
  },
  json: plain('shippingPreparationTime'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {
    product_shipping_preparation_time_for_shipping_in_days: 'shippingPreparationTimeForInStockItemDays',
    product_shipping_preparation_time_for_preorders_in_days: 'shippingPreparationTimeForOutOfStockItemDays',
    product_shipping_preparation_time_for_pickup_in_minutes: 'pickupPreparationTimeForInStockItemInMinutes',
    product_shipping_preparation_time_for_local_delivery_in_minutes:
      'localDeliveryPreparationTimeForInStockItemInMinutes',
  },
  isTranslated: false,
  isInherited: false,
})

export const showDeliveryTimeInStorefront = field({
  label: 'Show the delivery time',
  hint: 'Shoppers see on its page when it can be with them.',
  section: 'delivery',
  kind: flag,
  empty: false,
  json: plain('showDeliveryTimeInStorefront'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_shipping_show_delivery_date_on_the_product_page: '' },
  isTranslated: false,
  isInherited: false,
})

export const customsHsTariffCode = field({
  label: 'Customs tariff code',
  hint: 'The HS code of such goods. It goes with parcels to other countries.',
  section: 'shipping',
  kind: text,
  empty: '',
  json: plain('customsHsTariffCode'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: true,
})
