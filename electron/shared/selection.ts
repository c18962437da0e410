import { z } from 'zod'

/** As many as a person points at one by one. */
const pointedAt = z.array(z.number().int()).max(5000)

/** What an action is about: what its owner points at, or all that a question finds when it is done, but for some. */
export const selectionSchema = <Query extends z.ZodType>(query: Query) =>
  z.union([z.strictObject({ ids: pointedAt.min(1) }), z.strictObject({ query, except: pointedAt })])
