import { z } from 'zod'
import { longestAlt } from './limits'

/** More than any store speaks. */
const mostLanguages = 200

/** Ecwid's code of one of a store's languages. */
export const languageCode = z.string().min(2).max(20)

/** Alt texts by the codes of their languages. */
export const altTextsByLanguage = z
  .record(languageCode, z.string().max(longestAlt))
  .refine((texts) => Object.keys(texts).length <= mostLanguages, 'These are more languages than a store has.')
  // What is checked above, for whoever reads the schema.
  .meta({ maxProperties: mostLanguages })
