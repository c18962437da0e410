import { z } from 'zod'
import type { Kind } from './fields/kind'
import { fieldOf, productFieldNames, type ProductField } from './fields/product-fields'

/** Fields that are texts or hold some. */
const searchedFields = productFieldNames.filter((name) => {
  const { kind } = fieldOf(name)
  const hasText = ({ box }: Kind) => box === 'words' || box === 'texts'
  return hasText(kind) || Object.values(kind.parts).some((part) => hasText(part.kind))
})

const longestWanted = 1000
const longestReplacement = 10_000
/** More than anybody unticks by hand. */
const mostLeftOut = 5000

const findSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('plain'),
    text: z.string().min(1).max(longestWanted),
    words: z.boolean(),
    /** Whether `Mug` is another word than `mug`, and `café` another than `cafe`. */
    matchCase: z.boolean(),
    matchAccents: z.boolean(),
  }),
  /** A regular expression of JavaScript; in the replacement `$1` is what its first brackets found. */
  z.strictObject({
    kind: z.literal('pattern'),
    pattern: z.string().min(1).max(longestWanted),
    words: z.boolean(),
    matchCase: z.boolean(),
  }),
])
export type Find = z.infer<typeof findSchema>

export const replaceRuleSchema = z.strictObject({
  find: findSchema,
  replacement: z.string().max(longestReplacement),
  fields: z.array(z.enum(searchedFields)).min(1).max(searchedFields.length),
  /** Whether texts that variations have of their own are gone through too. */
  variations: z.boolean(),
  /** Ids of hits that stay as they are. */
  except: z.array(z.string().max(500)).max(mostLeftOut),
})
export type ReplaceRule = z.infer<typeof replaceRuleSchema>

/** One place where it was found, for its owner to look at. */
export type Hit = {
  /** The same as long as the text is the same. */
  id: string
  productId: number
  variationId: number | null
  field: ProductField
  /** Of a value that consists of several: a language, an attribute. '': it is one text. */
  part: string
  before: string
  found: string
  after: string
  replacement: string
}

/** `hits`: the first of so many. */
export type FoundHits = { products: number; total: number; hits: (Hit & { productName: string })[] }
