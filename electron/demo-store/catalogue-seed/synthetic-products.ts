import { drawingNames } from '../drawings/draw-picture'
import { productDefaults } from '../product-fields'
import type { PictureSource, ProductValues, StoredProduct } from '../stored-catalogue'
import { firstProductId, type SeedTools } from './build-product'
import { categoryIdOf, categoryKeys } from './category-seed'
import { brandId, upcId } from './class-seed'
import { optionSeeds } from './option-seed'
import { vatId } from './profile-seed'
import { upcOf } from './upc'

const materials = [
  'Oak',
  'Linen',
  'Stoneware',
  'Brass',
  'Cotton',
  'Glass',
  'Enamel',
  'Wool',
  'Paper',
  'Copper',
  'Walnut',
  'Cork',
]
const materialsDe = [
  'Eichen',
  'Leinen',
  'Steinzeug',
  'Messing',
  'Baumwoll',
  'Glas',
  'Emaille',
  'Woll',
  'Papier',
  'Kupfer',
  'Walnuss',
  'Kork',
]
const things = [
  'mug',
  'bowl',
  'plate',
  'lamp',
  'candle holder',
  'towel',
  'notebook',
  'vase',
  'tray',
  'basket',
  'clock',
  'frame',
  'jar',
  'spoon',
  'bag',
  'coaster',
]
const thingsDe = [
  'Becher',
  'Schale',
  'Teller',
  'Lampe',
  'Kerzenhalter',
  'Handtuch',
  'Notizbuch',
  'Vase',
  'Tablett',
  'Korb',
  'Uhr',
  'Rahmen',
  'Glas',
  'Löffel',
  'Tasche',
  'Untersetzer',
]
const series = [
  'Ebbe',
  'Flut',
  'Kai',
  'Lotse',
  'Möwe',
  'Brise',
  'Anker',
  'Düne',
  'Priel',
  'Watt',
  'Boje',
  'Segel',
  'Mole',
  'Tide',
  'Deich',
  'Hafen',
  'Koje',
  'Luv',
  'Lee',
  'Riff',
]
const brands = [
  'Harbour Clay',
  'Nordlicht',
  'Atelier Brume',
  'Weberei Nord',
  'Papierwerk',
  'Solveig',
  'Glashütte Elbe',
  'Tischlerei Hafen',
]
const moods = ['calm', 'sturdy', 'light', 'warm', 'plain', 'generous', 'patient', 'bright', 'quiet']

const pick = <T>(list: readonly T[], number: number): T => {
  const found = list[Math.abs(number) % list.length]
  if (found === undefined) throw new Error('An empty list')
  return found
}

/** Spreads consecutive numbers, the same way for the same seed. */
function scatter(position: number, seed: number): number {
  let x = Math.imul(position + 1, 0x9e3779b1) ^ Math.imul(seed + 7, 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d)
  return (x ^ (x >>> 13)) >>> 0
}

const tax = { taxable: true, defaultLocationIncludedTaxRate: 19, enabledManualTaxes: [vatId], taxClassCode: 'default' }
const optionLists = [
  [],
  [],
  [],
  [optionSeeds.color],
  [optionSeeds.size],
  [optionSeeds.color, optionSeeds.size],
] as const
const categoryLists = categoryKeys
  .filter((key) => key !== 'archive')
  .flatMap((key) => [[categoryIdOf(key)], [categoryIdOf(key), categoryIdOf('home')]].map((ids) => [...new Set(ids)]))

/**
 * Products without end for large catalogues. What many of them have in common is one shared object, so that 100,000 fit into
 * a few hundred megabytes and are made in a second or two.
 */
export function syntheticProducts(from: number, to: number, tools: SeedTools): StoredProduct[] {
  const sources = drawingNames.flatMap((drawing) =>
    Array.from({ length: 12 }, (_, palette): PictureSource => ({
      kind: 'drawn',
      drawing,
      palette,
      view: 0,
      format: 'jpg',
    })),
  )
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => synthetic(from + index, tools, sources))
}

function synthetic(position: number, tools: SeedTools, sources: readonly PictureSource[]): StoredProduct {
  const random = scatter(position, tools.seed)
  const createdAt = tools.newest - 30_000_000 + (random % 20_000_000)
  const base = random % 10 === 0 ? undefined : tools.nextPicture(pick(sources, random >>> 3))
  return {
    id: firstProductId + position,
    createdAt,
    updatedAt: Math.min(tools.newest, createdAt + (scatter(position, tools.seed + 1) % 9_000_000)),
    values: valuesOf(position, random),
    images: base === undefined ? [] : [{ id: '0', base, alt: { translated: {} } }],
    videos: [],
    combinations: [],
    files: [],
  }
}

function valuesOf(position: number, random: number): ProductValues {
  const material = random % materials.length
  const thing = (random >>> 4) % things.length
  const number = String(position).padStart(6, '0')
  const name = `${pick(materials, material)} ${pick(things, thing)} “${pick(series, random >>> 9)}” ${position}`
  const nameDe = `${pick(materialsDe, material)}-${pick(thingsDe, thing)} „${pick(series, random >>> 9)}“ ${position}`
  const description = `<p>A ${pick(moods, random >>> 5)} ${pick(things, thing)} of ${pick(materials, material).toLowerCase()}, made in small numbers.</p>`
  const price = 300 + (random % 12_000)
  const isTracked = random % 7 !== 0
  return {
    ...productDefaults,
    tax,
    sku: `${pick(things, thing).slice(0, 3).toUpperCase()}-${number}`,
    name,
    nameTranslated: { en: name, de: nameDe },
    description,
    descriptionTranslated: { en: description, de: '' },
    price: price / 100,
    costPrice: Math.round(price * 0.45) / 100,
    ...(random % 6 === 0 ? { compareToPrice: Math.round(price * 1.2) / 100 } : {}),
    enabled: random % 12 !== 0,
    unlimited: !isTracked,
    quantity: isTracked ? (random >>> 6) % 90 : 0,
    weight: ((random >>> 8) % 300) / 100,
    categoryIds: pick(categoryLists, random >>> 7),
    defaultCategoryId: pick(categoryLists, random >>> 7)[0] ?? 0,
    options: pick(optionLists, random >>> 10),
    attributes: [
      { id: upcId, value: upcOf(1_000_000 + position), valueTranslated: {} },
      { id: brandId, value: pick(brands, random >>> 11), valueTranslated: {} },
    ],
  }
}
