import { describe, expect, it } from 'vitest'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { formErrors, refusedPictures, storeErrors, tabOf } from '../../../../../renderer/features/product/form-errors'
import { editsOf, withField, withUnparsed } from '../../../../../renderer/stores/product-edits'
import { euros } from '../../../../support/store-in-euros'

const mug = editsOf({ ...newProductFields, name: 'Mug' })

describe('errors of the form', () => {
  it('are none in what the store let in and nobody touched', () => {
    const odd = editsOf({ ...newProductFields, name: 'Mug', ribbon: { text: 'New', color: 'red' }, price: -1 })
    expect(formErrors(odd, true, null)).toEqual([])
  })

  it('do not ask for a name before anybody tried to save', () => {
    const blank = editsOf(newProductFields)
    expect(formErrors(blank, false, null)).toEqual([])
    expect(formErrors(blank, true, null)).toEqual([
      { path: 'name', tab: 'general', message: 'Give the product a name.' },
    ])
  })

  it('stand at their fields, in the order of the screen', () => {
    let edits = withField(mug, 'customSlug', 'two words')
    edits = withUnparsed(edits, 'dimensions.width', '3,')
    edits = withUnparsed(edits, 'price', '')
    edits = withField(edits, 'name', '')
    expect(formErrors(edits, false, null)).toEqual([
      { path: 'name', tab: 'general', message: 'Give the product a name.' },
      { path: 'price', tab: 'general', message: 'Enter the price as a number; 0 is free.' },
      { path: 'dimensions.width', tab: 'shipping', message: 'Enter a number.' },
      { path: 'customSlug', tab: 'seo', message: expect.stringContaining('no spaces') as string },
    ])
  })

  it('ask about a number that reads two ways, and say what does not fit the currency', () => {
    const edits = withUnparsed(withUnparsed(mug, 'price', '1.500'), 'costPrice', '12,345')
    const sentences = formErrors(withUnparsed(edits, 'quantity', '2.500'), false, euros).map(({ message }) => message)
    expect(sentences).toEqual([
      '1500 or 1,50? Choose what you mean.',
      'EUR has 2 decimals. Write the amount with no more.',
      '2500? Choose what you mean.',
    ])
  })

  it('ask about text that was set aside before the format of the store was known', () => {
    const edits = withUnparsed(mug, 'price', '1,500')
    expect(formErrors(edits, false, null)[0]?.message).toBe('1500 or 1.50? Choose what you mean.')
    const dollars = { ...euros, currencyGroupSeparator: ',', currencyDecimalSeparator: '.' }
    expect(formErrors(edits, false, dollars)[0]?.message).toBe('1500? Choose what you mean.')
  })

  it('of the store stay until the field is edited again', () => {
    const problems = [{ field: 'sku', message: 'Taken.', changeId: 4 }]
    expect(storeErrors(problems, [], mug)).toEqual([{ path: 'sku', tab: 'general', message: 'Taken.' }])
    expect(storeErrors(problems, [], withField(mug, 'sku', 'M-2'))).toEqual([])
  })

  it('of the store about no field stand above the tabs, those about a picture at the picture', () => {
    const upload = { changeId: 6, state: 'refused' as const, progress: 0, problem: 'Too large.' }
    const picture = {
      key: 'a',
      madeAs: 'a',
      thumbnail: 'a',
      full: 'a',
      alt: '',
      altTexts: {},
      isMain: true,
      fileName: 'a.png',
      upload,
    }
    const problems = [
      { field: '', message: 'Too large.', changeId: 6 },
      { field: 'sku', message: 'Taken.', changeId: 4 },
      { field: '', message: 'The plan is full.', changeId: 5 },
    ]
    expect(storeErrors(problems, refusedPictures({ pictures: [picture], problems }), mug)).toEqual([
      { path: 'change-5', tab: null, message: 'The plan is full.' },
      { path: 'sku', tab: 'general', message: 'Taken.' },
      { path: 'change-6', tab: 'media', message: 'Too large.' },
    ])
  })

  it('know the tab of every part', () => {
    expect(tabOf('attributes.7')).toBe('attributes')
    expect(tabOf('something else')).toBe('general')
  })
})
