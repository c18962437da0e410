import { describe, expect, it } from 'vitest'
import { noWords, type StoreWords } from '../../../../../electron/shared/fields/kind'
import { productFields } from '../../../../../electron/shared/fields/product-fields'
import { isLongText, labelOf, shownField, shownShortly } from '../../../../../electron/shared/fields/shown'
import { euros } from '../../../../support/store-in-euros'

const vat = { id: 3, name: 'VAT', enabled: true, appliedByDefault: true, rate: 19 }
const words: StoreWords = {
  ...noWords,
  profile: { ...euros, taxes: [vat], shippingMethods: [{ id: 's1', name: 'Post' }] },
}

describe('a value in words', () => {
  it('names the taxes and the shipping methods', () => {
    const tax = { taxable: true, enabledManualTaxes: [3, 4], taxClassCode: 'reduced' }
    expect(shownShortly('tax', tax, words)).toBe('Taxable, VAT, Tax 4, class reduced')
    expect(shownShortly('tax', { ...tax, taxable: false }, words)).toBe('Not taxable')
    expect(shownShortly('tax', { ...tax, taxClassCode: 'default' }, words)).toBe('Taxable, VAT, Tax 4')
    expect(shownShortly('tax', { ...tax, taxClassCode: '' }, words)).toBe('Taxable, VAT, Tax 4, no class')
    const shipping = { ...productFields.shipping.empty, type: 'SELECTED_METHODS', enabledMethods: ['s1', 'x'] }
    expect(shownShortly('shipping', { ...shipping, methodMarkup: 2 }, words)).toBe(
      'Selected methods: Post, x, plus 2,00 €',
    )
  })

  it('names attributes, and leaves out those without a value', () => {
    const attributes = [{ id: 5, name: 'Brand', type: 'BRAND', show: 'DESCR' }]
    const named = { ...words, productTypes: [{ id: 0, name: '', attributes }] }
    expect(shownField('attributes', { 5: 'Acme', 6: '', 7: 'x' }, named)).toBe('Brand: Acme, Attribute 7: x')
  })

  it('writes a number that names something in no groups', () => {
    expect(shownField('googleProductCategory', 2169, words)).toBe('2169')
  })

  it('is cut where it stands in a sentence, and says when there is none', () => {
    expect(shownShortly('description', `<p>${'long '.repeat(40)}</p>`, words)).toHaveLength(80)
    expect(shownShortly('compareToPrice', null, words)).toBe('nothing')
    expect(shownShortly('categoryIds', [], words)).toBe('nothing')
    expect(shownShortly('ribbon', { text: 'New', color: '#ff0000' }, words)).toBe('New, #ff0000')
  })

  it('of a field that this version does not know is shown as it came', () => {
    expect([labelOf('madeLater'), shownField('madeLater', { a: 1 }, words)]).toEqual(['madeLater', '{"a":1}'])
    expect([labelOf(null), isLongText('madeLater')]).toEqual(['', false])
  })
})
