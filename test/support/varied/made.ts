import type { DemoStore } from '../../../electron/demo-store/demo-store'
import { controlOf } from '../store-control'
import { makeVariation } from '../stored-variations'

const choice = (text: string) => ({ text, priceModifier: 0, priceModifierType: 'ABSOLUTE' })
const select = (name: string, texts: string[]) => ({
  type: 'SELECT',
  name,
  required: true,
  defaultChoice: 0,
  choices: texts.map(choice),
})
const made = [
  ['Small', 'Red', { sku: 'S-R', price: 11, quantity: 100 }],
  ['Small', 'Blue', { sku: 'S-B', quantity: 100, weight: 2 }],
  ['Large', 'Red', {}],
] as const

/** Gives a product of the store two options and three variations, one of them without an SKU. */
export async function makeVaried(store: DemoStore, ecwidId: number): Promise<void> {
  const options = [select('Size', ['Small', 'Large']), select('Color', ['Red', 'Blue'])]
  await controlOf(store)('POST', `/products/${ecwidId}`, { options })
  for (const [size, color, more] of made) {
    const pairs = [
      { name: 'Size', value: size },
      { name: 'Color', value: color },
    ]
    await makeVariation(store, ecwidId, { options: pairs, ...more })
  }
}
