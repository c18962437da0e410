import type { Proposal } from '../../../electron/shared/proposal'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Snapshots } from '../../../electron/shared/snapshot'
import { countOf, productsText } from '../../../electron/shared/words/counts'
import { takingText } from '../../format/taking-snapshot'

type Taking = Snapshots['taking']

/** "212 products, 430 fields, 3 deletions, 7 warnings", or "12 new products, 200 changed, ..." */
export function tallyText(proposal: Proposal): string {
  const { products, fields, creations, additions, deletions, newCategories, warnings } = proposal
  const changed = products - creations - deletions
  const warned = Object.values(warnings).reduce((sum, count) => sum + count, 0)
  const parts = [
    ...(creations > 0 ? [countOf(creations, 'new product')] : [productsText(products)]),
    ...(creations > 0 && changed > 0 ? [`${formatNumber(changed)} changed`] : []),
    ...(fields > 0 ? [countOf(fields, 'field')] : []),
    ...(newCategories.length > 0 ? [countOf(newCategories.length, 'new category', 'new categories')] : []),
    ...(additions > 0 ? [countOf(additions, 'new variation')] : []),
    ...(deletions > 0 ? [countOf(deletions, 'deletion')] : []),
    ...(warned > 0 ? [countOf(warned, 'warning')] : []),
  ]
  return parts.join(', ')
}

/** How far the writing is, and before its first product, how far the snapshot is that is taken first. */
export const writingText = ({ made, products }: Pick<Proposal, 'made' | 'products'>, taking: Taking): string =>
  taking && made === 0 ? takingText(taking) : `Writing ${formatNumber(made)} of ${productsText(products)}`

type Room = { creations: number; products: number; most: number }

/** How many products the plan still takes, and what becomes of those that it does not. */
export function roomText({ creations, products, most }: Room): { text: string; isTooFew: boolean } {
  const left = Math.max(0, most - products)
  const text = `${formatNumber(left)} of ${countOf(most, 'product')} of the plan left.`
  if (creations <= left) return { text, isTooFew: false }
  const refused = creations - left
  return { text: `${text} The store would refuse ${formatNumber(refused)} of the new ones.`, isTooFew: true }
}
