import { z } from 'zod'

const plain = [
  'file-empty',
  'file-is-a-device',
  'folder-empty',
  'folder-taken-already',
  'not-converted',
  'stands-still',
  'stands-still-if-smaller',
  'tiff-compression',
  'gif-not-smaller',
  'not-small-enough',
  'memory-too-small',
  'opens-too-long',
  'not-opened',
] as const
export type PlainPictureSentence = (typeof plain)[number]

/** Formats that are no use here. */
const formats = [
  'svg',
  'pdf',
  'psd',
  'drawing',
  'gimp',
  'camera-raw',
  'jxl',
  'jp2',
  'jxr',
  'icon',
  'archive',
  'film',
  'web-page',
  'unknown',
] as const
export type RefusedFormat = (typeof formats)[number]

const types = ['jpeg', 'png', 'gif', 'webp', 'avif', 'bmp', 'heic', 'tiff'] as const
export type PictureType = (typeof types)[number]

/** cut: its end is missing. broken: it contradicts itself. empty: it holds no picture. */
const damages = ['cut', 'broken', 'empty'] as const
export type DamageKind = (typeof damages)[number]

/** Kinds of JPEG that no browser shows. */
const rareJpegs = ['arithmetic', 'lossless', 'layered', 'deep'] as const
export type RareJpeg = (typeof rareJpegs)[number]

const size = { width: z.number(), height: z.number() }

/** Why a file is no picture for the store, and what its owner should know of one that is. */
export const pictureSentences = [
  z.strictObject({ says: z.enum(plain) }),
  z.strictObject({ says: z.literal('format'), format: z.enum(formats) }),
  z.strictObject({ says: z.literal('damaged'), type: z.enum(types), how: z.enum(damages) }),
  z.strictObject({ says: z.literal('rare-jpeg'), kind: z.enum(rareJpegs) }),
  /** `most`: bytes; the store's own limit, or what can be opened here. */
  z.strictObject({ says: z.literal('too-large'), bytes: z.number(), most: z.number() }),
  z.strictObject({ says: z.enum(['gif-too-large', 'made-smaller']), bytes: z.number() }),
  /** `most`: a side, in pixels. */
  z.strictObject({ says: z.enum(['side-too-long', 'side-too-long-to-convert']), ...size, most: z.number() }),
  /** `most`: millions of pixels. */
  z.strictObject({ says: z.literal('too-many-pixels'), ...size, most: z.number() }),
  z.strictObject({ says: z.literal('tiny'), ...size }),
  /** `pages`: null when it has one. */
  z.strictObject({
    says: z.literal('tiff'),
    pages: z.number().nullable(),
    orMore: z.boolean(),
    isForPrint: z.boolean(),
  }),
  z.strictObject({ says: z.literal('too-many-files'), most: z.number() }),
] as const
export const pictureSentenceSchema = z.discriminatedUnion('says', pictureSentences)
export type PictureSentence = z.infer<typeof pictureSentenceSchema>
