import { expect, it } from 'vitest'
import { noWords } from '../../../../electron/shared/fields/kind'
import { guessTargets, targetsOf } from '../../../../electron/shared/product-table/column-names'
import { rivalsOf } from '../../../../electron/shared/product-table/rival-columns'
import { decimalsOf } from '../../../../electron/shared/product-table/target-kind'
import type { ColumnNotes } from '../../../../electron/shared/table'
import { euros } from '../../../support/store-in-euros'

const words = {
  ...noWords,
  profile: { ...euros, defaultLanguage: 'en', languages: ['en', 'de'] },
  productTypes: [{ id: 0, name: '', attributes: [{ id: 1, name: 'Riding Style', type: 'CUSTOM', show: 'DESCR' }] }],
}
const targets = targetsOf(words)
const guessed = (...columns: string[]) => guessTargets(columns, targets)

it.each([
  [
    'our own',
    ['Ecwid ID', 'SKU', 'Price', 'Dimensions: Length', 'Name (German)'],
    ['id', 'sku', 'price', 'dimensions.length', 'nameTranslated.de'],
  ],
  [
    'Ecwid’s',
    ['product_internal_id', 'product_price', 'product_is_inventory_tracked', 'product_attribute_{Riding Style}'],
    ['id', 'price', '!unlimited', 'attributes.Riding Style'],
  ],
  ['German ones', ['Artikelnummer', 'Bezeichnung', 'PREIS ', 'Bestand'], ['sku', 'name', 'price', 'quantity']],
  [
    'a German supplier’s',
    ['Artikel-Nr.', 'Artikelbezeichnung', 'VK-Preis', 'EK-Preis', 'UVP', 'Lagerbestand', 'Warengruppe', 'Gewicht (kg)'],
    ['sku', 'name', 'price', 'costPrice', 'compareToPrice', 'quantity', 'categoryIds', 'weight'],
  ],
  [
    'a French supplier’s',
    ['Réf.', 'Désignation', 'Prix de vente', "Prix d'achat", 'Prix conseillé', 'Qté en stock', 'Poids (kg)'],
    ['sku', 'name', 'price', 'costPrice', 'compareToPrice', 'quantity', 'weight'],
  ],
  [
    'a Spanish supplier’s',
    ['Referencia', 'Denominación', 'Precio de venta', 'Precio de compra', 'Existencias', 'Categoría'],
    ['sku', 'name', 'price', 'costPrice', 'quantity', 'categoryIds'],
  ],
  [
    'an Italian supplier’s',
    ['Cod. articolo', 'Nome prodotto', 'Prezzo di vendita', "Prezzo d'acquisto", 'Giacenza', 'Descrizione'],
    ['sku', 'name', 'price', 'costPrice', 'quantity', 'description'],
  ],
  [
    'a Dutch supplier’s',
    ['Artikelnr.', 'Productnaam', 'Verkoopprijs', 'Inkoopprijs', 'Adviesprijs', 'Voorraad', 'Productgroep'],
    ['sku', 'name', 'price', 'costPrice', 'compareToPrice', 'quantity', 'categoryIds'],
  ],
  [
    'a Russian supplier’s',
    ['Артикул', 'Наименование товара', 'Розничная цена', 'Закупочная цена', 'РРЦ', 'Остаток на складе', 'Вес, кг'],
    ['sku', 'name', 'price', 'costPrice', 'compareToPrice', 'quantity', 'weight'],
  ],
  [
    'an English supplier’s',
    ['Item No.', 'Item name', 'Selling price', 'Purchase price', 'RRP', 'Stock level', 'Weight (kg)'],
    ['sku', 'name', 'price', 'costPrice', 'compareToPrice', 'quantity', 'weight'],
  ],
  ['French ones', ['Référence', 'Sous-titre', 'Catégories', 'Actif'], ['sku', 'subtitle', 'categoryIds', 'enabled']],
  [
    'Shopify’s',
    ['Variant SKU', 'Title', 'Variant Price', 'Body (HTML)', 'Variant Grams'],
    ['sku', 'name', 'price', 'description', '!grams'],
  ],
])('columns called by %s names hold what they say', (_, columns, paths) => expect(guessed(...columns)).toEqual(paths))

it('columns of pictures hold them at their places, as many as there are', () => {
  const gallery = [1, 12].flatMap((at) => ['url', 'alt'].map((what) => `product_media_gallery_image_${what}_${at}`))
  const columns = ['product_media_main_image_url', 'product_media_main_image_alt', ...gallery]
  expect(guessTargets(columns, targetsOf(words, columns))).toEqual([
    'picture.1',
    'pictureAlt.1',
    'picture.2',
    'pictureAlt.2',
    'picture.13',
    'pictureAlt.13',
  ])
  expect(guessed('Picture 1', 'Picture 2', 'Image Src')).toEqual(['picture.1', 'picture.2', null])
  expect(guessed('Bilder')).toEqual(['picture.1'])
})

it('A column that nobody knows is left out, and so is a second one of the same', () =>
  expect(guessed('Lagerort', 'Price', 'Preis')).toEqual([null, 'price', null]))

it('what may mean two things is left to the person', () => {
  const unclear = [
    'Listenpreis',
    'Old price',
    'VK brutto',
    'PVP',
    'Wholesale price',
    'Artikel',
    'Code',
    'Auf Lager',
    'Наличие',
  ]
  expect(guessed(...unclear)).toEqual(unclear.map(() => null))
})

it('a weight with its unit above it is known where that is the unit of the store', () => {
  const profile = { ...euros, weightUnit: 'POUND' }
  const inPounds = targetsOf({ ...words, profile })
  expect(guessTargets(['Gewicht (kg)', 'Weight (lbs)'], inPounds)).toEqual([null, 'weight'])
})

it('a weight in grams is known where the unit of the store is, and says the same as its weight', () => {
  expect(guessTargets(['Variant Grams'], targetsOf(noWords))).toEqual([null])
  expect(rivalsOf(['!grams', 'weight', 'price'])).toEqual([[1], [0], []])
})

const notes = (decimal: ColumnNotes['numbers']['decimal']): ColumnNotes => ({
  filled: 2,
  numbers: { count: 2, decimal, against: 0, examples: [] },
  dates: { count: 0, order: 'any', examples: [] },
  yesNo: 0,
  damage: [],
})

it('Numbers that read in two ways follow the other columns of their file, or are asked about; texts never are', () => {
  expect(decimalsOf([notes(','), notes('ask')], ['price', 'costPrice'], [])).toEqual([',', ','])
  expect(decimalsOf([notes('ask'), notes('ask')], ['price', 'sku'], [])).toEqual(['ask', '.'])
  expect(decimalsOf([notes('ask')], ['price'], ['.'])).toEqual(['.'])
  expect(decimalsOf([notes(','), notes('.'), notes('ask')], ['price', 'costPrice', 'weight'], [])).toEqual([
    ',',
    '.',
    'ask',
  ])
})
