import type { JsonObject } from './json-object'

/** Language code to text. */
export type Translated = Readonly<Record<string, string>>
export type Alt = Readonly<{ main?: string; translated: Translated }>

/**
 * Where the bytes of a picture come from. A picture owns five file ids from `base` on: base = original, +1 = 160 px,
 * +2 = 400 px, +3 = 800 px, +4 = 1500 px; the last one is the id an upload answers.
 */
export type PictureSource =
  | Readonly<{ kind: 'drawn'; drawing: string; palette: number; view: number; format: 'png' | 'jpg' }>
  | Readonly<{
      kind: 'uploaded'
      sha256: string
      format: 'png' | 'jpg' | 'gif'
      width: number
      height: number
      size: number
    }>
  | Readonly<{ kind: 'linked'; url: string; width: number; height: number }>

/** What a later version of the API may have, beside what this one knows. */
type WithLater = { later?: JsonObject }

export type StoredImage = Readonly<
  { id: string; base: number; alt: Alt; fileName?: string; externalId?: string } & WithLater
>
/** `cover` is a picture. */
export type StoredVideo = Readonly<{ id: string; url: string; title: string; cover: number } & WithLater>
export type StoredFile = Readonly<
  { id: number; name: string; description: string; size: number; sha256: string } & WithLater
>
/** `show` where the product has one of its own. */
export type AttributeValue = Readonly<
  { id: number; value: string; valueTranslated: Translated; show?: string } & WithLater
>

export type OptionChoice = Readonly<{
  text: string
  textTranslated: Translated
  priceModifier: number
  priceModifierType: 'ABSOLUTE' | 'PERCENT'
  hexCodes?: readonly string[]
  imageId?: string
}>
export type ProductOption = Readonly<{
  type: string
  name: string
  nameTranslated: Translated
  required: boolean
  choices?: readonly OptionChoice[]
  defaultChoice?: number | null
  useImageAsSwatchSelector?: boolean
}>

export type StoredCombination = Readonly<{
  id: number
  combinationNumber: number
  options: readonly Readonly<{ name: string; value: string } & WithLater>[]
  /** The writable fields under Ecwid's names; a missing one is inherited from the product. */
  values: CombinationValues
  attributes: readonly AttributeValue[]
  alt: Alt
  imageBase?: number
}>

export type CombinationValues = Readonly<
  {
    sku?: string
    price?: number
    costPrice?: number
    compareToPrice?: number
    quantity?: number
    unlimited: boolean
    warningLimit?: number
    weight?: number
    isShippingRequired?: boolean
    outOfStockVisibilityBehaviour?: string
    externalReferenceId?: string
  } & JsonObject
>

export type ProductValues = Readonly<
  {
    sku: string
    name: string
    nameTranslated: Translated
    description: string
    descriptionTranslated: Translated
    price: number
    costPrice: number
    compareToPrice?: number
    enabled: boolean
    unlimited: boolean
    quantity: number
    warningLimit: number
    weight?: number
    isShippingRequired: boolean
    productClassId: number
    categoryIds: readonly number[]
    defaultCategoryId: number
    options: readonly ProductOption[]
    attributes: readonly AttributeValue[]
    customSlug: string
    externalReferenceId?: string
    isGiftCard: boolean
    discountsAllowed: boolean
    nameYourPriceEnabled: boolean
    tax: JsonObject
    compositeComponents?: readonly CompositeComponent[]
  } & JsonObject
>

/** Records are never changed in place: a write replaces the whole record, so an old one stays what it was. */
export type StoredProduct = Readonly<{
  id: number
  /** UNIX seconds, as the two below and above. */
  createdAt: number
  updatedAt: number
  values: ProductValues
  images: readonly StoredImage[]
  /** In place of a main picture. */
  mainVideo?: StoredVideo
  videos: readonly StoredVideo[]
  combinations: readonly StoredCombination[]
  files: readonly StoredFile[]
}>

export type StoredCategory = Readonly<{
  id: number
  parentId: number
  orderBy: number
  values: Readonly<
    {
      name: string
      nameTranslated: Translated
      description: string
      descriptionTranslated: Translated
      enabled: boolean
      customSlug: string
      isSampleCategory: boolean
    } & JsonObject
  >
  alt: Alt
  imageBase?: number
  /** The products in the owner's order; membership itself is the products' categoryIds. */
  productIds: readonly number[]
}>

export type ClassAttribute = Readonly<{
  id: number
  name: string
  nameTranslated: Translated
  type: string
  show: string
}>
export type StoredClass = Readonly<{
  id: number
  name?: string
  googleTaxonomy?: string
  attributes: readonly ClassAttribute[]
}>
export type CompositeComponent = Readonly<{ productId: number; combinationId?: number; quantity: number }>

export type StoredReview = Readonly<{
  id: number
  status: 'published' | 'moderated'
  customerId: number
  productId: number
  orderId: string
  rating: number
  review: string
  reviewerInfo: JsonObject
  createdAt: number
  updatedAt: number
}>
type DeletedProduct = Readonly<{ id: number; at: number }>

/** Everything a store holds; what the state file keeps and what a seed makes. */
export type StoredCatalogue = {
  profile: JsonObject
  products: Map<number, StoredProduct>
  categories: Map<number, StoredCategory>
  classes: Map<number, StoredClass>
  pictures: Map<number, PictureSource>
  frontPage: readonly number[]
  deleted: DeletedProduct[]
  reviews: readonly StoredReview[]
  /** The pictures of the store's own logos. */
  logos?: Readonly<Record<string, number>>
  nextIds: Record<IdKind, number>
  updated: { products: number; categories: number; profile: number }
}

export type IdKind =
  'product' | 'category' | 'class' | 'attribute' | 'combination' | 'picture' | 'file' | 'video' | 'sku'
