import type { StoreProfile } from '../../electron/shared/store'

/** A store that writes `1 234,50 €`. */
export const euros: StoreProfile = {
  storeId: 1003,
  storeName: 'Mugs',
  storeUrl: '',
  currency: 'EUR',
  currencyPrefix: '',
  currencySuffix: ' €',
  currencyPrecision: 2,
  currencyGroupSeparator: ' ',
  currencyDecimalSeparator: ',',
  weightUnit: 'KILOGRAM',
  weightPrecision: 3,
  weightGroupSeparator: ' ',
  weightDecimalSeparator: ',',
  dimensionsUnit: 'CM',
  volumeUnit: 'ML',
  defaultLanguage: 'en',
  languages: ['en'],
  maxProducts: null,
  allowsDuplicateSku: true,
  automaticTax: false,
  taxes: [],
  shippingMethods: [],
}
