import { wrongParameter } from './api-error'
import { ok, type ApiRequest } from './api-request'
import type { JsonObject } from './json-object'
import type { Route } from './router'

type TaxClass = { code: string; rate: string; name: { en: string; de: string }; covers: { en: string; de: string } }

const standard: TaxClass = {
  code: 'default',
  rate: '0',
  name: { en: 'Standard rate', de: 'Regelsteuersatz' },
  covers: { en: 'Most goods and services', de: 'Die meisten Waren und Leistungen' },
}

const ofCountry: Readonly<Record<string, readonly TaxClass[]>> = {
  DE: [
    { ...standard, rate: '19' },
    {
      code: 'deReduced',
      rate: '7',
      name: { en: 'Reduced rate', de: 'Ermäßigter Steuersatz' },
      covers: { en: 'Books, food and plants', de: 'Bücher, Lebensmittel und Pflanzen' },
    },
  ],
}

/** What `tax.taxClassCode` of a product may name, by country: a bare list. */
export function taxClassRoutes(): Route[] {
  const list = (request: ApiRequest) => {
    const country = request.query.text('countryCode')
    if (!country) throw wrongParameter('Absent parameter countryCode')
    const lang = request.query.text('lang') === 'de' ? 'de' : 'en'
    const classes = ofCountry[country.toUpperCase()] ?? [standard]
    return ok(
      classes.map(({ code, rate, name, covers }): JsonObject => ({
        stateCode: '',
        taxClassCode: code,
        taxClassRate: rate,
        localization: { language: lang, taxClassName: name[lang], taxClassDescription: covers[lang] },
      })),
    )
  }
  // It needs no scope; this one every key has.
  return [{ method: 'GET', path: '/taxClasses', scopes: ['read_store_profile'], public: true, handle: list }]
}
