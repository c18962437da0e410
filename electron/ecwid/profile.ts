import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import type { StoreProfile } from '../shared/store'

const text = (fallback: string) => z.string().catch(fallback)
const number = (fallback: number) => z.number().catch(fallback)
/** A missing or odd part reads as an empty one, and its fields take their defaults. */
const part = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((value) => (typeof value === 'object' && value !== null ? value : {}), z.looseObject(shape))
const list = <Item extends z.ZodType>(item: Item) => z.array(item).catch([])

const remoteProfileSchema = z.looseObject({
  generalInfo: part({ storeId: number(0), storeUrl: text('') }),
  settings: part({ storeName: text('') }),
  account: part({
    limitsAndRestrictions: part({ maxProductLimit: z.number().nullable().catch(null) }),
  }),
  formatsAndUnits: part({
    currency: text('USD'),
    currencyPrefix: text(''),
    currencySuffix: text(''),
    currencyPrecision: number(2),
    currencyGroupSeparator: text(''),
    currencyDecimalSeparator: text('.'),
    weightUnit: text('KILOGRAM'),
    weightPrecision: number(3),
    weightGroupSeparator: text(''),
    weightDecimalSeparator: text('.'),
    dimensionsUnit: text('CM'),
    volumeUnit: text('ML'),
  }),
  languages: part({ defaultLanguage: text('en'), enabledLanguages: list(z.string()) }),
  featureToggles: list(z.looseObject({ name: text(''), enabled: z.boolean().catch(false) })),
  taxSettings: part({
    automaticTaxEnabled: z.boolean().catch(false),
    taxes: list(
      z.looseObject({
        id: z.number(),
        name: text(''),
        enabled: z.boolean().catch(true),
        appliedByDefault: z.boolean().catch(false),
        defaultTax: number(0),
      }),
    ),
  }),
  shipping: part({ shippingOptions: list(z.looseObject({ id: z.coerce.string(), title: text('') })) }),
})

export function createProfile(client: EcwidClient) {
  return {
    /** GET /profile. `storeId` is the one the store itself tells; a public key sees few of the other parts. */
    getProfile: async ({ priority = 'pull', signal }: CallOptions = {}): Promise<StoreProfile> => {
      const schema = remoteProfileSchema
      const { value } = await client.request({ method: 'GET', path: '/profile', priority, signal, schema })
      const { generalInfo, settings, account, languages, taxSettings, shipping, featureToggles } = value
      return {
        storeId: generalInfo.storeId || client.storeId,
        storeName: settings.storeName,
        storeUrl: generalInfo.storeUrl,
        ...formatsOf(value.formatsAndUnits),
        defaultLanguage: languages.defaultLanguage,
        languages: languages.enabledLanguages.length > 0 ? languages.enabledLanguages : [languages.defaultLanguage],
        maxProducts: account.limitsAndRestrictions.maxProductLimit,
        allowsDuplicateSku: featureToggles.some(
          (toggle) => toggle.name === 'ALLOW_EMPTY_AND_NON_UNIQUE_SKU' && toggle.enabled,
        ),
        automaticTax: taxSettings.automaticTaxEnabled,
        taxes: taxSettings.taxes.map(({ id, name, enabled, appliedByDefault, defaultTax }) => {
          return { id, name, enabled, appliedByDefault, rate: defaultTax }
        }),
        shippingMethods: shipping.shippingOptions.map(({ id, title }) => ({ id, name: title || id })),
      }
    },
  }
}

type Formats = z.output<typeof remoteProfileSchema>['formatsAndUnits']

/** Only what the app reads: the rest of the store's formats stays out of the snapshot. */
function formatsOf(formats: Formats) {
  return {
    currency: formats.currency,
    currencyPrefix: formats.currencyPrefix,
    currencySuffix: formats.currencySuffix,
    currencyPrecision: formats.currencyPrecision,
    currencyGroupSeparator: formats.currencyGroupSeparator,
    currencyDecimalSeparator: formats.currencyDecimalSeparator,
    weightUnit: formats.weightUnit,
    weightPrecision: formats.weightPrecision,
    weightGroupSeparator: formats.weightGroupSeparator,
    weightDecimalSeparator: formats.weightDecimalSeparator,
    dimensionsUnit: formats.dimensionsUnit,
    volumeUnit: formats.volumeUnit,
  }
}
