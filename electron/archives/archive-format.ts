import { z } from 'zod'
import type { Thing } from '../shared/change-address'

/** What an archive is made of. A later version may have more in it; one that older programs would misread gets a higher number. */
const archiveVersion = 1
const archiveFormat = 'stockroom-archive'

/** What says of an archive that it is one; it stands after all that it speaks of but the pictures. */
export const aboutFile = 'stockroom.json'
export const storeFile = 'store.json'
/** Which picture of the store is which file. */
export const picturesFile = 'pictures.json'
/** Which could not be had, and why; only where there are some. */
export const missingFile = 'missing-pictures.json'

export const thingFiles: Record<Thing, string> = {
  product: 'products.json',
  category: 'categories.json',
  productType: 'product-types.json',
}
export const archivedThings = ['product', 'category', 'productType'] as const satisfies readonly Thing[]

const count = z.number().int().min(0)

const archiveAboutSchema = z.object({
  format: z.literal(archiveFormat),
  version: z.number().int().min(1),
  /** When the store was so. */
  takenAt: z.number().min(0).max(8.64e15),
  store: z.object({ id: z.number().int().positive(), name: z.string().max(1000) }),
  counts: z.object({ product: count, category: count, productType: count }),
})
export type ArchiveAbout = Omit<z.infer<typeof archiveAboutSchema>, 'format' | 'version'>

export const writtenAbout = (about: ArchiveAbout): string =>
  JSON.stringify({ format: archiveFormat, version: archiveVersion, ...about }, null, 2)

const versionSchema = z.object({ format: z.literal(archiveFormat), version: z.number() })

/** Null: it is no archive of a store. */
export function readAbout(json: unknown): ArchiveAbout | 'newer' | null {
  const version = versionSchema.safeParse(json).data?.version
  if (version === undefined) return null
  return version > archiveVersion ? 'newer' : (archiveAboutSchema.safeParse(json).data ?? null)
}
