import type { JsonObject } from '../json-object'

export const vatId = 900000001

/** The profile of the demo shop, Harbour Goods in Hamburg. */
export function seedProfile(storeId: number): JsonObject {
  return {
    generalInfo: {
      storeId,
      storeUrl: `https://store${storeId}.company.site/products`,
      websitePlatform: 'instantsite',
      profileId: `p${1000000 + (storeId % 1000000)}`,
      storefrontUrlFormat: 'CLEAN',
      storefrontUrlSlugFormat: 'WITHOUT_IDS',
      starterSite: {
        ecwidSubdomain: `store${storeId}`,
        generatedUrl: `https://store${storeId}.company.site`,
        ecwidSubdomainSuffix: 'company.site',
        slugsWithoutIdsEnabled: true,
      },
    },
    account: {
      accountName: 'Dana Example',
      accountNickName: 'Dana',
      accountEmail: 'owner@example.test',
      whiteLabel: false,
      brandName: 'Ecwid',
      supportEmail: 'support@example.test',
      suspended: false,
      paid: true,
      registrationDate: '2024-03-01 10:00:00 +0000',
      availableFeatures: ['COMBINATIONS', 'COMPARE_TO_PRICE', 'BULK_PRICES', 'EGOODS', 'CSV_EXPORT'],
    },
    settings: {
      closed: false,
      storeName: 'Harbour Goods',
      storeDescription: '<p>Goods for slow mornings</p>',
      storeDescriptionTranslated: { en: '<p>Goods for slow mornings</p>', de: '<p>Dinge für langsame Morgen</p>' },
      hideOutOfStockProductsInStorefront: false,
      allowPreordersForOutOfStockProducts: false,
      defaultProductSortOrder: 'DEFINED_BY_STORE_OWNER',
      salePrice: {
        displayOnProductList: true,
        oldPriceLabel: '',
        displayDiscount: 'PERCENT',
        displayLowestPrice: true,
      },
      productCondition: 'NEW',
      showPricePerUnit: false,
    },
    mailNotifications: {
      adminNotificationEmails: ['owner@example.test'],
      customerNotificationFromEmail: 'shop@example.test',
    },
    company: {
      companyName: 'Harbour Goods',
      email: 'owner@example.test',
      street: '1 Quay Street',
      city: 'Hamburg',
      countryCode: 'DE',
      postalCode: '20457',
      stateOrProvinceCode: 'HH',
      phone: '+49 40 000000',
    },
    formatsAndUnits: unitsSeed,
    languages: { enabledLanguages: ['en', 'de'], defaultLanguage: 'en', facebookPreferredLocale: 'en_US' },
    taxSettings: taxSeed,
    zones: [
      {
        id: 'zone-de',
        name: 'Germany',
        countryCodes: ['DE'],
        stateOrProvinceCodes: [],
        postCodes: [],
        geoPolygons: {},
      },
    ],
    shipping: { handlingFee: { value: 0 }, shippingOptions: shippingSeed },
    payment: { paymentOptions: [] },
    featureToggles: [{ name: 'ALLOW_EMPTY_AND_NON_UNIQUE_SKU', visible: false, enabled: false }],
    productFiltersSettings: { enabledInStorefront: false, filterSections: [] },
  }
}

const unitsSeed = {
  currency: 'EUR',
  currencyPrefix: '€',
  currencySuffix: '',
  currencyPrecision: 2,
  currencyGroupSeparator: '.',
  currencyDecimalSeparator: ',',
  currencyTruncateZeroFractional: false,
  currencyRate: 1.1,
  weightUnit: 'KILOGRAM',
  weightPrecision: 3,
  weightGroupSeparator: ' ',
  weightDecimalSeparator: ',',
  weightTruncateZeroFractional: false,
  dateFormat: 'dd.MM.yyyy',
  timeFormat: 'HH:mm',
  timezone: 'Europe/Berlin',
  dimensionsUnit: 'CM',
  volumeUnit: 'ML',
  orderNumberPrefix: '',
  orderNumberSuffix: '',
  orderNumberMinDigitsAmount: 0,
  orderNumberNextNumber: 1,
}

const taxSeed = {
  automaticTaxEnabled: false,
  pricesIncludeTax: true,
  taxes: [
    {
      id: vatId,
      name: 'VAT',
      enabled: true,
      includeInPrice: true,
      useShippingAddress: true,
      taxShipping: true,
      appliedByDefault: true,
      defaultTax: 19,
      rules: [{ zoneId: 'zone-de', tax: 19 }],
    },
  ],
}

const shippingSeed = [
  { id: 'parcel', title: 'Parcel', enabled: true, orderBy: 10, fulfilmentType: 'shipping' },
  { id: 'pickup', title: 'Pickup at the quay', enabled: true, orderBy: 20, fulfilmentType: 'pickup' },
]
