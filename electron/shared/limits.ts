import { z } from 'zod'

// Far above what people and stores use. What a store sends is read without them.
export const longestLink = 4096
export const longestAlt = 1000
export const longestAttribute = 10_000

/** The id of a connection. */
export const idText = z.string().max(100, 'This name is too long to be one of Stockroom’s')
/** Which store a call is about. */
export const inStore = { connectionId: idText.min(1) }
/** A picture key or a field's name. */
export const keyText = z.string().max(4096, 'This is too long to name a picture or a field')
/** The address of a picture, as typed. */
export const linkText = z.string().max(longestLink, 'This link is too long: a link has at most 4096 characters')
/** Searched words, a SKU, the value of a filter. */
export const typedText = z.string().max(10_000, 'This is longer than 10,000 characters. Try it with less.')

/** Of a long list, as much as a window shows at a time. */
export const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }

/** A file for buyers that is larger is not copied before it goes, nor kept once it is in the store: an undo is not worth hours of a slow line and a full disk. */
export const mostKept = 200 * 1024 * 1024
/** Text that was pasted as a list: some 20,000 lines. */
export const longestList = 2_000_000
