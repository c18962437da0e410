import { describe, expect, it } from 'vitest'
import { priceWithChoices } from '../../../../../electron/shared/variations/price-with-choices'

const product = {
  price: 20,
  options: [
    {
      name: 'Size',
      type: 'SELECT',
      choices: [
        { text: 'S', priceModifier: -1.1, priceModifierType: 'ABSOLUTE' },
        { text: 'L', priceModifier: 10, priceModifierType: 'PERCENT' },
      ],
    },
    {
      name: 'Colour',
      type: 'SWATCHES',
      choices: [{ text: 'Gold', priceModifier: 5, priceModifierType: 'PERCENT' }, { text: 'Red' }],
    },
  ],
}
const of = (size: string, colour: string, price = 20) =>
  priceWithChoices(
    { ...product, price },
    [
      { name: 'Size', value: size },
      { name: 'Colour', value: colour },
    ],
    2,
  )

describe('the price of a variation that has none of its own', () => {
  it('is its product’s with what each choice adds or takes off', () => {
    expect(of('S', 'Red')).toBe(18.9)
    expect(of('L', 'Red')).toBe(22)
  })

  it('has percentages of the product’s price, and not on top of each other', () => {
    expect(of('L', 'Gold')).toBe(23)
    expect(of('S', 'Gold')).toBe(19.9)
  })

  it('is rounded once, to the decimals of the currency', () => {
    expect(of('L', 'Gold', 0.1)).toBe(0.12)
    expect(priceWithChoices({ ...product, price: 105 }, [{ name: 'Size', value: 'L' }], 0)).toBe(116)
  })

  it('is its product’s where a choice is not known', () => {
    expect(of('XL', 'Blue')).toBe(20)
  })
})
