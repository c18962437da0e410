import { expect } from 'vitest'
import { entriesOf } from '../../electron/shared/fields/list-kind'
import type { ProductRow } from '../../electron/shared/product-query'
import type { MatrixWrite } from './matrix-writes'
import { makeVariation } from './stored-variations'

const fits = (row: ProductRow) => row.quantity !== null && row.variationCount === 0 && row.pictureCount >= 2
const request = { fits, method: 'PUT', path: (id: number) => `/products/${id}(\\?|$)` }

type StoredOption = { name: string; choices: { text: string; priceModifier: number }[] }
const textsOf = ([size]: StoredOption[]) => size?.choices.map(({ text }) => text) ?? []

/** The options of a product with one variation, one choice of it dearer and another one more. */
export const optionsEdited: MatrixWrite = {
  name: 'options and their choices',
  ...request,
  async prepare({ control, store }, ecwidId) {
    const choices = ['Small', 'Large'].map((text) => ({ text, priceModifier: 0, priceModifierType: 'ABSOLUTE' }))
    const size = { type: 'SELECT', name: 'Size', choices, defaultChoice: 0, required: false }
    await control('POST', `/products/${ecwidId}`, { options: [size] })
    await makeVariation(store, ecwidId, { options: [{ name: 'Size', value: 'Small' }] })
  },
  plan: async ({ productId, detail, number }) => {
    const size = detail.fields.options[0] ?? {}
    const [small, ...others] = entriesOf(size['choices'])
    const dearer = { ...small, priceModifier: number }
    const choices = [dearer, ...others, { ...small, text: `Size ${number}` }]
    return {
      operations: [{ kind: 'update', productId, fields: { options: [{ ...size, choices }] } }],
      touched: ['options'],
      verify: ({ options, combinations }, before) => {
        const [now, then] = [options, before['options']] as StoredOption[][]
        expect(textsOf(now!)).toEqual([...textsOf(then!), `Size ${number}`])
        expect(now).toMatchObject([{ name: then?.[0]?.name, choices: [{ priceModifier: number }, {}, {}] }])
        expect(combinations).toEqual(before.combinations)
      },
    }
  },
}
