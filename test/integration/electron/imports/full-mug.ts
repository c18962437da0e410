import type { StoreWords } from '../../../../electron/shared/fields/kind'

export const wordsOfMugs: StoreWords = {
  profile: null,
  categories: [
    { id: 7, parentId: 0, name: 'Kitchen', enabled: true, orderBy: 10 },
    { id: 8, parentId: 7, name: 'Cups', enabled: true, orderBy: 10 },
  ],
  productTypes: [
    {
      id: 0,
      name: '',
      attributes: [
        { id: 1, name: 'Material', type: 'CUSTOM', show: 'DESCR' },
        { id: 2, name: 'UPC', type: 'UPC', show: 'NOTSHOW' },
      ],
    },
  ],
}

/** A mug with something in every kind of column. */
export const fullMug = {
  name: 'Mug "Blau"; groß',
  price: 9.5,
  compareToPrice: 12,
  enabled: true,
  quantity: 4,
  categoryIds: [8],
  description: '<p>Holds\ntea</p>',
  attributes: [
    { id: 1, name: 'Material', value: 'Clay' },
    { id: 2, name: 'UPC', value: '012345678905' },
  ],
  dimensions: { length: 10, width: 8, height: 9.5 },
  media: { images: [{ id: '0', imageOriginalUrl: 'https://pictures.example/1.jpg', alt: { main: 'A mug' } }] },
  options: [
    {
      type: 'RADIO',
      name: 'Size',
      required: true,
      defaultChoice: 0,
      choices: [
        { text: 'S', priceModifier: 0, priceModifierType: 'ABSOLUTE' },
        { text: 'L', priceModifier: 10, priceModifierType: 'PERCENT' },
      ],
    },
    { type: 'TEXTFIELD', name: 'Your name', required: false },
  ],
  combinations: [
    { id: 31, sku: 'M-1-S', price: 8, quantity: 2, unlimited: false, options: [{ name: 'Size', value: 'S' }] },
    { id: 32, options: [{ name: 'Size', value: 'L' }] },
  ],
}
