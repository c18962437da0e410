import type { ImportMatched } from '../../../../electron/shared/import'
import { newVariationSchema } from '../../../../electron/shared/proposal'
import type { OpenImports } from './an-import'

/** The choices of each variation that an import is to make, and what it has of its own. */
export const newVariationsOf = ({ bulk }: OpenImports) =>
  bulk.rows().flatMap(({ field, after, standing }) => {
    const made = field === 'variation' && standing === 'in' ? newVariationSchema.parse(after) : null
    return made ? [[made.options.map(({ name, value }) => `${name} ${value}`).join(', '), made.fields] as const] : []
  })

/** Why rows are not read, by their numbers. */
export const whysOf = ({ first }: ImportMatched) => first.map(({ row, why }) => `${row}: ${why}`)
