import { categoryDefaults } from '../category-write'
import type { PictureSource, StoredCategory } from '../stored-catalogue'

export const firstCategoryId = 200000010

type CategorySeed = {
  key: string
  parent?: string
  en: string
  de: string
  drawing: string
  palette: number
  about?: string
  enabled?: false
}

const seeds: readonly CategorySeed[] = [
  {
    key: 'kitchen',
    en: 'Kitchen & table',
    de: 'Küche & Tisch',
    drawing: 'teapot',
    palette: 3,
    about: 'Everything between the stove and the second cup.',
  },
  { key: 'mugs', parent: 'kitchen', en: 'Mugs & cups', de: 'Tassen & Becher', drawing: 'mug', palette: 8 },
  { key: 'bowls', parent: 'kitchen', en: 'Bowls & plates', de: 'Schalen & Teller', drawing: 'bowl', palette: 2 },
  { key: 'knives', parent: 'kitchen', en: 'Knives & boards', de: 'Messer & Bretter', drawing: 'board', palette: 0 },
  {
    key: 'home',
    en: 'Home & living',
    de: 'Wohnen',
    drawing: 'cushion',
    palette: 5,
    about: 'Light, linen and things that grow.',
  },
  { key: 'lamps', parent: 'home', en: 'Lamps', de: 'Lampen', drawing: 'lamp', palette: 7 },
  { key: 'candles', parent: 'home', en: 'Candles', de: 'Kerzen', drawing: 'candle', palette: 6 },
  {
    key: 'textiles',
    parent: 'home',
    en: 'Towels & textiles',
    de: 'Handtücher & Textilien',
    drawing: 'towel',
    palette: 11,
  },
  { key: 'pots', parent: 'home', en: 'Plants & pots', de: 'Pflanzen & Töpfe', drawing: 'pot', palette: 2 },
  {
    key: 'paper',
    en: 'Paper & desk',
    de: 'Papier & Schreibtisch',
    drawing: 'pencils',
    palette: 1,
    about: 'For lists, letters and better ideas.',
  },
  { key: 'notebooks', parent: 'paper', en: 'Notebooks', de: 'Notizbücher', drawing: 'notebook', palette: 4 },
  { key: 'prints', parent: 'paper', en: 'Prints & cards', de: 'Drucke & Karten', drawing: 'poster', palette: 10 },
  { key: 'bags', en: 'Bags & aprons', de: 'Taschen & Schürzen', drawing: 'tote', palette: 8 },
  { key: 'archive', en: 'Archive', de: 'Archiv', drawing: 'jar', palette: 9, enabled: false },
]

export const categoryKeys = seeds.map(({ key }) => key)

export function categoryIdOf(key: string): number {
  return firstCategoryId + categoryKeys.indexOf(key) * 10
}

/** @param nextPicture registers a drawing and answers the first of its file ids */
export function seedCategories(nextPicture: (source: PictureSource) => number): StoredCategory[] {
  return seeds.map((seed) => {
    const siblings = seeds.filter(({ parent }) => parent === seed.parent)
    const description = seed.about === undefined ? '' : `<p>${seed.about}</p>`
    return {
      id: categoryIdOf(seed.key),
      parentId: seed.parent === undefined ? 0 : categoryIdOf(seed.parent),
      orderBy: (siblings.indexOf(seed) + 1) * 10,
      values: {
        ...categoryDefaults,
        name: seed.en,
        nameTranslated: { en: seed.en, de: seed.de },
        description,
        descriptionTranslated: { en: description, de: '' },
        seoTitleTranslated: { en: '', de: '' },
        seoDescriptionTranslated: { en: '', de: '' },
        enabled: seed.enabled !== false,
      },
      alt: { translated: {} },
      ...(seed.enabled === false
        ? {}
        : {
            imageBase: nextPicture({
              kind: 'drawn',
              drawing: seed.drawing,
              palette: seed.palette,
              view: 1,
              format: 'jpg',
            }),
          }),
      productIds: [],
    }
  })
}
