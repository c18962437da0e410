import { z } from 'zod'
import { ownFieldNames } from './fields/own-fields'
import type { ProductField } from './fields/product-fields'

/**
 * What a change is about, and what it does there: set `price` of a product, set `alt` of `pictures[key]`, set `image` of
 * `variations[id]`, order `pictures`. `key`: a picture's name, a variation's id. Which thing it is in is said by
 * its local id, `productId`, which no two things share, of whichever kind.
 */
export type Act = {
  thing: Thing
  list: List | null
  key: string | null
  field: string | null
  verb: Verb
}
export type Thing = keyof typeof things
/** One of the things that changes are about, by its local id. */
export type ThingRef = { thing: Thing; id: number }
export type List = keyof typeof things.product.lists
export type Verb = (typeof verbs)[number]

export const verbs = ['create', 'set', 'add', 'remove', 'order', 'delete'] as const

/** All that exists. Fields of a thing itself are those of its form. */
const things = {
  product: {
    verbs: ['create', 'set', 'delete'],
    lists: {
      pictures: { verbs: ['add', 'remove', 'order', 'set'], fields: ['alt', 'altTranslated'] },
      files: { verbs: ['add', 'remove', 'set'], fields: ['description'] },
      videos: { verbs: ['add', 'remove'], fields: [] },
      variations: { verbs: ['add', 'remove', 'set'], fields: ['image', ...ownFieldNames] },
    },
  },
  category: { verbs: ['create', 'set', 'delete'], lists: {} },
  productType: { verbs: ['create', 'set', 'delete'], lists: {} },
} as const satisfies Record<string, { verbs: readonly Verb[]; lists: Record<string, Entries> }>
type Entries = { verbs: readonly Verb[]; fields: readonly string[] }

const names = <Name extends string>(of: Record<Name, unknown>) => Object.keys(of) as Name[]

export const actSchema = z.object({
  thing: z.enum(names(things)),
  list: z.enum(names(things.product.lists)).nullable(),
  key: z.string().nullable(),
  field: z.string().nullable(),
  verb: z.enum(verbs),
})

const listsOf = (thing: Thing): Partial<Record<List, Entries>> => things[thing].lists

/** A key where one entry of a list is meant, a field where one is set, and neither elsewhere. */
export function exists({ thing, list, key, field, verb }: Act): boolean {
  const known: { verbs: readonly Verb[]; fields?: readonly string[] } | undefined =
    list === null ? things[thing] : listsOf(thing)[list]
  if (known === undefined) return false
  const needsKey = list !== null && (verb === 'set' || verb === 'remove')
  const isKnownField = verb === 'set' ? field !== null && (known.fields?.includes(field) ?? true) : field === null
  return known.verbs.includes(verb) && (key !== null) === needsKey && isKnownField
}

const product = { thing: 'product', list: null, key: null, field: null } as const
const ofPictures = { ...product, list: 'pictures' } as const
const ofFiles = { ...product, list: 'files' } as const
const ofVideos = { ...product, list: 'videos' } as const
const ofVariations = { ...product, list: 'variations' } as const
const ofVariation = { ...ofVariations, verb: 'set' } as const

export const toCreate: Act = { ...product, verb: 'create' }
export const toDelete: Act = { ...product, verb: 'delete' }
export const toDeleteCategory: Act = { ...toDelete, thing: 'category' }
export const toSet = (field: ProductField): Act => ({ ...product, field, verb: 'set' })
export const toAddPicture: Act = { ...ofPictures, verb: 'add' }
export const toOrderPictures: Act = { ...ofPictures, verb: 'order' }
export const toRemovePicture = (key: string): Act => ({ ...ofPictures, key, verb: 'remove' })
export const toSetAlt = (key: string): Act => ({ ...ofPictures, key, field: 'alt', verb: 'set' })
/** In the other languages of the store. */
export const toTranslateAlt = (key: string): Act => ({ ...ofPictures, key, field: 'altTranslated', verb: 'set' })
export const toSetVariationPicture = (id: number): Act => ({ ...ofVariation, key: String(id), field: 'image' })
export const toSetCategoryPicture: Act = { ...product, thing: 'category', field: 'image', verb: 'set' }
export const toAddVariation: Act = { ...ofVariations, verb: 'add' }
export const toRemoveVariation = (id: number): Act => ({ ...ofVariations, key: String(id), verb: 'remove' })
/** What a variation has of its own. */
export const toSetOwn = (id: number, field: ProductField): Act => ({ ...ofVariation, key: String(id), field })
export const toAddFile: Act = { ...ofFiles, verb: 'add' }
export const toRemoveFile = (id: number): Act => ({ ...ofFiles, key: String(id), verb: 'remove' })
export const toDescribeFile = (id: number): Act => ({
  ...ofFiles,
  key: String(id),
  field: 'description',
  verb: 'set',
})
export const toAddVideo: Act = { ...ofVideos, verb: 'add' }
export const toRemoveVideo = (key: string): Act => ({ ...ofVideos, key, verb: 'remove' })

/** Of a change, only what it is about and does. */
export const actOf = ({ thing, list, key, field, verb }: Act): Act => ({ thing, list, key, field, verb })

type Place = Pick<Act, 'list' | 'verb' | 'field'>

export const isCreate = ({ verb }: Pick<Act, 'verb'>): boolean => verb === 'create'
export const isDelete = ({ verb }: Pick<Act, 'verb'>): boolean => verb === 'delete'
/** Sets a field of the product itself. */
export const setsField = ({ list, verb }: Place): boolean => list === null && verb === 'set'
export const setsThis = (act: Place, field: ProductField): boolean => setsField(act) && act.field === field
export const isOfPictures = ({ list }: Pick<Act, 'list'>): boolean => list === 'pictures'
export const setsVariationPicture = ({ list, field }: Place): boolean => list === 'variations' && field === 'image'
/** Of a variation or of a category, which have one each. No product has a field of this name. */
export const setsOwnPicture = ({ field }: Place): boolean => field === 'image'
/** Of the product or of one of its variations. */
export const isAboutPictures = (act: Place): boolean => isOfPictures(act) || setsVariationPicture(act)
export const addsPicture = (act: Place): boolean => isOfPictures(act) && act.verb === 'add'
export const removesPicture = (act: Place): boolean => isOfPictures(act) && act.verb === 'remove'
export const ordersPictures = (act: Place): boolean => isOfPictures(act) && act.verb === 'order'
export const setsAlt = (act: Place): boolean => isOfPictures(act) && act.field === 'alt'
export const translatesAlt = (act: Place): boolean => isOfPictures(act) && act.field === 'altTranslated'
/** In whichever language. */
export const describesPicture = (act: Place): boolean => setsAlt(act) || translatesAlt(act)

/** Sets what a variation has of its own, but for its picture. */
export const setsOwn = (act: Place): boolean => isOfVariations(act) && act.verb === 'set' && !setsVariationPicture(act)
export const isOfVariations = ({ list }: Pick<Act, 'list'>): boolean => list === 'variations'
export const addsVariation = (act: Place): boolean => isOfVariations(act) && act.verb === 'add'
export const removesVariation = (act: Place): boolean => isOfVariations(act) && act.verb === 'remove'

export const isOfFiles = ({ list }: Pick<Act, 'list'>): boolean => list === 'files'
export const addsFile = (act: Place): boolean => isOfFiles(act) && act.verb === 'add'
export const addsVideo = (act: Place): boolean => isOfVideos(act) && act.verb === 'add'
export const isOfVideos = ({ list }: Pick<Act, 'list'>): boolean => list === 'videos'

/** The same to the same thing; of one product's changes. */
export const isSameAct = (one: Act, other: Act): boolean => isSameKind(one, other) && one.key === other.key

/** The same, whichever entry of a list it is about. */
export const isSameKind = (one: Act, other: Act): boolean =>
  one.thing === other.thing && one.list === other.list && one.field === other.field && one.verb === other.verb
