import { z } from 'zod'
import { altTextsByLanguage } from './alt-texts-by-language'
import { longestAlt, longestLink } from './limits'
import { nameOfLink } from './name-of-link'

const alt = z.string().max(longestAlt)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The name of the picture that it was before it went. */
const from = z.string().max(longestLink).optional()

/** A picture that a table names by its address on the web. */
export const addressedPictureSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(longestLink),
  alt,
  translated: altTextsByLanguage.optional(),
  from,
})

/** One that lies beside the table: `sourceHash` of the file as it was read, `hash` as it was staged. */
const filedPictureSchema = z.strictObject({
  hash,
  sourceHash: hash,
  fileName: z.string().max(255),
  alt,
  translated: altTextsByLanguage.optional(),
  from,
})

export const wantedPictureSchema = z.union([addressedPictureSchema, filedPictureSchema])
export type WantedPicture = z.infer<typeof wantedPictureSchema>

/** All that the rows of a table name; `replaces`: the pictures that they do not name go. */
export const wantedPicturesSchema = z.strictObject({ pictures: z.array(wantedPictureSchema), replaces: z.boolean() })

/**
 * `after` of an edit of pictures: one that comes, the name of one that goes, or of one that is described (`texts`: in other languages), or the
 * names of all in their order, those that come by what they were.
 */
export const pictureEditSchema = z.union([
  addressedPictureSchema,
  filedPictureSchema,
  z.strictObject({ removes: z.string() }),
  z.strictObject({ describes: z.string(), alt, texts: altTextsByLanguage.optional() }),
  z.strictObject({ order: z.array(z.string()).max(5000) }),
])

/** The picture that an edit is about, if it is one that is there; null: none. */
export function namedPicture(after: unknown): string | null {
  const edit = pictureEditSchema.safeParse(after).data
  if (!edit) return null
  return 'removes' in edit ? edit.removes : 'describes' in edit ? edit.describes : null
}

/** Whether an edit is of the text of a picture that is there. */
export const describesPicture = (after: unknown): boolean => 'describes' in Object(after ?? {})

/** Whether an edit is of the order of the pictures. */
export const ordersPictures = (after: unknown): boolean => 'order' in Object(after ?? {})

/** What a picture is told from others by. */
export const contentOf = (picture: WantedPicture): string => ('url' in picture ? picture.url : picture.sourceHash)

export const fileNameOf = (picture: WantedPicture): string =>
  'url' in picture ? nameOfLink(picture.url) : picture.fileName
