import { z } from 'zod'
import { longestLink } from './limits'

/** A picture that a table names by its address on the web. */
export const wantedPictureSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(longestLink),
  alt: z.string().max(1000),
})
export type WantedPicture = z.infer<typeof wantedPictureSchema>

/** All that the rows of a table name; `replaces`: the pictures that they do not name go. */
export const wantedPicturesSchema = z.strictObject({ pictures: z.array(wantedPictureSchema), replaces: z.boolean() })

/** `after` of an edit of pictures: one that comes, or the name of one that goes. */
export const pictureEditSchema = z.union([wantedPictureSchema, z.strictObject({ removes: z.string() })])
