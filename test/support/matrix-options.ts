import { expect } from 'vitest'
import { entriesOf } from '../../electron/shared/fields/list-kind'
import { isPlain, putProduct } from './matrix-plain'
import type { MatrixWrite } from './matrix-writes'
import { makeVariation } from './stored-variations'

const request = { fits: isPlain, method: 'PUT', path: putProduct }

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
