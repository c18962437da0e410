import { z } from 'zod'
import { longestLink } from './limits'
import { nameOfLink } from './name-of-link'

const alt = z.string().max(1000)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A picture that a table names by its address on the web. */
export const addressedPictureSchema = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(longestLink), alt })

/** One that lies beside the table: `sourceHash` of the file as it was read, `hash` as it was staged. */
const filedPictureSchema = z.strictObject({ hash, sourceHash: hash, fileName: z.string().max(255), alt })

export const wantedPictureSchema = z.union([addressedPictureSchema, filedPictureSchema])
export type WantedPicture = z.infer<typeof wantedPictureSchema>

/** All that the rows of a table name; `replaces`: the pictures that they do not name go. */
export const wantedPicturesSchema = z.strictObject({ pictures: z.array(wantedPictureSchema), replaces: z.boolean() })

/** `after` of an edit of pictures: one that comes, the name of one that goes, or of one that is described. */
export const pictureEditSchema = z.union([
  addressedPictureSchema,
  filedPictureSchema,
  z.strictObject({ removes: z.string() }),
  z.strictObject({ describes: z.string(), alt }),
])

/** The picture that an edit is about, if it is one that is there; null: none. */
export function namedPicture(after: unknown): string | null {
  const edit = pictureEditSchema.safeParse(after).data
  if (!edit) return null
  return 'removes' in edit ? edit.removes : 'describes' in edit ? edit.describes : null
}

/** Whether an edit is of the text of a picture that is there. */
export const describesPicture = (after: unknown): boolean => 'describes' in Object(after ?? {})

/** What a picture is told from others by. */
export const contentOf = (picture: WantedPicture): string => ('url' in picture ? picture.url : picture.sourceHash)

export const fileNameOf = (picture: WantedPicture): string =>
  'url' in picture ? nameOfLink(picture.url) : picture.fileName
