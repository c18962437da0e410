import { expect } from 'vitest'
import type { Entry } from '../../electron/shared/fields/kind'
import { entriesOf } from '../../electron/shared/fields/list-kind'
import { isPlain, putProduct } from './matrix-plain'
import type { MatrixWrite } from './matrix-writes'
import { makeVariation } from './stored-variations'

const moveVariation = (id: number): string => `/products/${id}/combinations/\\d+$`

/** The requests of a rename that a fault may meet: both names, then each variation, then the old name goes. */
const steps = [
  { step: 'first step', path: putProduct },
  { step: 'a variation', path: moveVariation },
  { step: 'last step', path: putProduct, after: 1 },
]

/** A rename of something that two variations are made of; `rename`: the option under its new name. */
const renames = (what: string, rename: (option: Entry, number: number) => Entry): MatrixWrite[] =>
  steps.map(({ step, ...request }) => ({
    name: `${what} renamed: ${step}`,
    fits: isPlain,
    method: 'PUT',
    ...request,
    async prepare({ control, store }, ecwidId) {
      const choices = ['Small', 'Large'].map((text) => ({ text, priceModifier: 2, priceModifierType: 'ABSOLUTE' }))
      const size = { type: 'RADIO', name: 'Size', choices, defaultChoice: 1, required: true }
      await control('POST', `/products/${ecwidId}`, { options: [size] })
      for (const [value, quantity] of [
        ['Small', 3],
        ['Large', 4],
      ]) {
        const sku = `${value}-${ecwidId}`
        await makeVariation(store, ecwidId, { options: [{ name: 'Size', value }], sku, quantity, price: 9 })
      }
    },
    plan: async ({ productId, detail, number }) => ({
      operations: [
        { kind: 'update', productId, fields: { options: [rename(detail.fields.options[0] ?? {}, number)] } },
      ],
      touched: ['options', 'combinations'],
      verify({ options, combinations }, before) {
        const [was] = entriesOf(before['options'])
        const { formerly: _, ...option } = rename(was ?? {}, number)
        const texts = (entry: Entry) => entriesOf(entry['choices']).map(({ text }) => text)
        const [now, ...more] = entriesOf(options)
        expect(more).toEqual([])
        expect(now).toMatchObject({ name: option['name'], type: 'RADIO', defaultChoice: 1, required: true })
        expect(texts(now ?? {})).toEqual(texts(option))
        // Each is the one it was, with all it had of its own.
        expect(combinations).toEqual(
          before.combinations.map((each, at) => ({
            ...each,
            options: [{ name: option['name'], value: texts(option)[at] }],
          })),
        )
      },
    }),
  }))

export const optionRenamed = renames('an option', (option, number) => ({
  ...option,
  name: `Size ${number}`,
  formerly: ['Size'],
}))

export const choiceRenamed = renames('a choice', (option, number) => {
  const [small, ...others] = entriesOf(option['choices'])
  return { ...option, choices: [{ ...small, text: `Small ${number}`, formerly: ['Small'] }, ...others] }
})
