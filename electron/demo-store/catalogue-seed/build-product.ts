import { productDefaults } from '../product-fields'
import type { JsonObject } from '../json-object'
import type {
  AttributeValue,
  PictureSource,
  ProductOption,
  StoredCombination,
  StoredImage,
  StoredProduct,
} from '../stored-catalogue'
import { categoryIdOf } from './category-seed'
import { attributeIds, brandId, classIds, upcId } from './class-seed'
import { optionSeeds } from './option-seed'
import type { ProductSeed } from './product-seed'
import { vatId } from './profile-seed'
import { upcOf } from './upc'

export const firstProductId = 700000101
const day = 86_400

export type SeedTools = {
  nextPicture: (source: PictureSource) => number
  nextVariation: () => number
  /** UNIX seconds of the newest product; the others are older. */
  newest: number
  /** Turns the dates and stock of the same list into those of another shop. */
  seed: number
}

const galleryAlts = ['Turned to the side', 'Two colours side by side', 'A closer look']

/** The full record of a seed at a place in the list. */
export function buildProduct(seed: ProductSeed, position: number, tools: SeedTools): StoredProduct {
  const createdAt = tools.newest - ((position * 37 + tools.seed * 11) % 700) * day - position * 613
  const options = (seed.options ?? []).map((name) => optionSeeds[name])
  const isTracked = seed.stock !== 'unlimited'
  return {
    id: firstProductId + position,
    createdAt,
    updatedAt: Math.min(tools.newest, createdAt + ((position * 53 + tools.seed * 7) % 60) * day + 4711),
    values: {
      ...productDefaults,
      ...textsOf(seed),
      ...offerOf(seed),
      sku: seed.sku,
      unlimited: !isTracked,
      quantity: isTracked ? Number(seed.stock) : 0,
      warningLimit: isTracked ? 3 : 0,
      weight: seed.weight,
      isShippingRequired: seed.weight > 0,
      isGiftCard: seed.sku.startsWith('GFT'),
      enabled: seed.enabled !== false,
      categoryIds: seed.categories.map(categoryIdOf),
      defaultCategoryId: categoryIdOf(seed.categories[0] ?? ''),
      productClassId: classIds[seed.kind ?? 'general'],
      attributes: attributesOf(seed, position),
      options,
      relatedProducts: relatedTo(seed, position),
      externalReferenceId: position % 4 === 0 ? `PIM-${String(position + 101).padStart(6, '0')}` : undefined,
      outOfStockVisibilityBehaviour: seed.preorder ? 'ALLOW_PREORDER' : 'SHOW',
      dimensions: { length: 10 + (position % 5) * 4, width: 10 + (position % 3) * 3, height: 6 + (position % 7) * 2 },
      tax: {
        taxable: true,
        defaultLocationIncludedTaxRate: 19,
        enabledManualTaxes: [vatId],
        taxClassCode: 'default',
      },
    },
    images: imagesOf(seed, position, tools),
    videos: [],
    combinations: seed.variations ? variationsOf(seed, options, position, tools) : [],
    files: [],
  }
}

function relatedTo(seed: ProductSeed, position: number): JsonObject {
  return {
    productIds: seed.frontPage ? [firstProductId + position + 1, firstProductId + position + 2] : [],
    relatedCategory: { enabled: false, categoryId: 0, productCount: 5 },
  }
}

function textsOf(seed: ProductSeed): JsonObject {
  const description = `<p>${seed.text}</p><ul><li>By ${seed.brand}</li><li>Ships from Hamburg</li></ul>`
  const descriptionDe = seed.textDe === undefined ? '' : `<p>${seed.textDe}</p>`
  const summary = seed.text.replace(/&amp;/g, '&').replace(/&nbsp;/g, ' ')
  return {
    name: seed.en,
    nameTranslated: { en: seed.en, de: seed.de },
    description,
    descriptionTranslated: { en: description, de: descriptionDe },
    subtitle: seed.subtitle ?? '',
    subtitleTranslated: { en: seed.subtitle ?? '', de: '' },
    seoTitle: seed.en,
    seoTitleTranslated: { en: seed.en, de: seed.de },
    seoDescription: seed.frontPage ? summary : '',
    seoDescriptionTranslated: { en: seed.frontPage ? summary : '', de: '' },
  }
}

function offerOf(seed: ProductSeed): JsonObject & { price: number; costPrice: number } {
  const [en, de, color] = seed.ribbon ?? []
  return {
    price: seed.price,
    costPrice: seed.cost ?? 0,
    ...(seed.compareTo === undefined ? {} : { compareToPrice: seed.compareTo }),
    ...(en === undefined ? {} : { ribbon: { text: en, color }, ribbonTranslated: { en, de } }),
    wholesalePrices: seed.wholesale
      ? [
          { quantity: 5, price: Math.round(seed.price * 90) / 100 },
          { quantity: 20, price: Math.round(seed.price * 82) / 100 },
        ]
      : [],
  }
}

function attributesOf(seed: ProductSeed, position: number): AttributeValue[] {
  const own = Object.entries(seed.attributes ?? {}).map(([name, value]) => ({
    id: attributeIds[name] ?? 0,
    value,
    valueTranslated: { en: value },
  }))
  const upc = upcOf(1000 + position * 10)
  return [
    { id: upcId, value: upc, valueTranslated: {} },
    { id: brandId, value: seed.brand, valueTranslated: { en: seed.brand, de: seed.brand } },
    ...own,
  ]
}

function imagesOf(seed: ProductSeed, position: number, tools: SeedTools): StoredImage[] {
  return Array.from({ length: seed.pictures }, (_, view): StoredImage => {
    const format = position % 3 === 2 ? 'jpg' : 'png'
    const base = tools.nextPicture({ kind: 'drawn', drawing: seed.drawing, palette: seed.palette, view, format })
    const alt = galleryAlts[view - 1]
    if (view === 0) return { id: '0', base, alt: { main: seed.en, translated: { en: seed.en, de: seed.de } } }
    const text = `${seed.en}: ${(alt ?? '').toLowerCase()}`
    return { id: String(base + 4), base, alt: { main: text, translated: { en: text } } }
  })
}

/** Every combination of the choices of the options that have a defined set of them. */
function variationsOf(
  seed: ProductSeed,
  options: readonly ProductOption[],
  position: number,
  tools: SeedTools,
): StoredCombination[] {
  const choosable = options.filter(({ choices, type }) => choices && type !== 'CHECKBOX')
  const combinations = choosable.reduce<{ name: string; value: string }[][]>(
    (made, { name, choices = [] }) =>
      made.flatMap((pairs) => choices.map(({ text }) => [...pairs, { name, value: text }])),
    [[]],
  )
  return combinations.map((pairs, index) => {
    const codes = pairs.map(({ value }) =>
      value
        .replace(/[^A-Za-z0-9]/g, '')
        .slice(0, 4)
        .toUpperCase(),
    )
    const isTracked = seed.stock !== 'unlimited'
    return {
      id: tools.nextVariation(),
      combinationNumber: index + 1,
      options: pairs,
      values: {
        sku: [seed.sku, ...codes].join('-'),
        unlimited: !isTracked,
        ...(isTracked ? { quantity: (Number(seed.stock) * (index + 2) + index * 3) % 17, warningLimit: 2 } : {}),
        ...(index === 1 ? { price: seed.price + 3 } : {}),
      },
      attributes: [{ id: upcId, value: upcOf(500_000 + position * 100 + index), valueTranslated: {} }],
      alt: { translated: {} },
    }
  })
}
