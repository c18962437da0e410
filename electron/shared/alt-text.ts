import { z } from 'zod'
import { keyText } from './limits'

/** missing: pictures without an alt text. all: every picture; what it has is written over. */
const altScopes = ['missing', 'all'] as const
export type AltScope = (typeof altScopes)[number]

/** An alt text typed by hand for one picture; it goes before the pattern. */
export const altEditSchema = z.strictObject({
  productId: z.number().int().positive(),
  picture: keyText.min(1),
  alt: z.string().max(1000),
})
export type AltEdit = z.infer<typeof altEditSchema>
/** Null: back to what the pattern says. */
export const altTypedSchema = altEditSchema.extend({ alt: altEditSchema.shape.alt.nullable() })
export type AltTyped = z.infer<typeof altTypedSchema>

export const altWishSchema = z.strictObject({
  /** What `altTexts.select` answered. */
  selectionId: z.number().int(),
  scope: z.enum(altScopes),
  /** Such as `{name}, {position}`; empty: only what was typed by hand. */
  pattern: z.string().max(500),
})
export type AltWish = z.infer<typeof altWishSchema>

/** The products whose pictures are described together, as they were found. */
export type AltSelection = {
  id: number
  /** Products with pictures. */
  products: number
  pictures: number
  /** Pictures without an alt text. */
  missing: number
  /** Typed before the app ended, and not written. */
  typed: AltEdit[]
}

/** A picture in the list. */
export type AltRow = {
  productId: number
  productName: string
  sku: string
  /** Picture key. */
  picture: string
  /** See picture-src. */
  src: string
  /** From 1; the main picture is the first. */
  position: number
  /** What it has now. */
  alt: string
  /** What the pattern makes of it; null: it stays as it is. */
  next: string | null
}

/** What would be written. */
export type AltTally = {
  /** Why the pattern cannot be used; null: it can. */
  problem: string | null
  texts: number
  products: number
  /** Of these, above the advised length. */
  tooLong: number
}

export type AltWritten = { changeSetId: number | null; texts: number; products: number }
