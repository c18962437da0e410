import { deedOfAction } from '../../../electron/shared/bulk-action'
import { isProposedCategory, type CountedThings, type Proposal } from '../../../electron/shared/proposal'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Snapshots } from '../../../electron/shared/snapshot'
import { countOf, productsText, thingsText } from '../../../electron/shared/words/counts'
import { deedText } from '../../../electron/shared/words/bulk-deed'
import { takingText } from '../../format/taking-snapshot'

type Taking = Snapshots['taking']

/** Nothing of a review is to be written, was left out or cannot be. */
export const isNothing = ({ state, products, out, refused, newCategories }: Proposal): boolean =>
  state === 'ready' && products === 0 && out === 0 && refused === 0 && newCategories.length === 0

/** "Change Price of 12 products": what it may be about as long as it is made. */
export function titleOf(proposal: Proposal): string {
  const isCounted = proposal.state !== 'making' && !isNothing(proposal)
  return deedText(deedOfAction(proposal.action), isCounted ? proposal : { products: proposal.total })
}

/** "All 61 products are like this already" */
function alreadyText({ action, total }: Pick<Proposal, 'action' | 'total'>): string {
  // Some of them may be categories and product types.
  if (action.kind === 'put-back' || total === 0) return 'Everything is like this already'
  return total === 1 ? 'The product is like this already' : `All ${productsText(total)} are like this already`
}

/** "212 products, 430 fields, 3 deletions, 7 warnings", or "12 new products, 200 changed, ..." */
export function tallyText(proposal: Proposal): string {
  if (isNothing(proposal)) return alreadyText(proposal)
  const { products, fields, creations, additions, deletions, categories, productTypes, warnings } = proposal
  const shelves = { products: categories + productTypes, categories, productTypes }
  const changed = products - shelves.products - creations - deletions
  // What comes back is among the others.
  const newCategories = proposal.newCategories.filter(({ id }) => isProposedCategory(id))
  const warned = Object.values(warnings).reduce((sum, count) => sum + count, 0)
  const parts = [
    ...(creations > 0 ? [countOf(creations, 'new product')] : [thingsText(proposal)]),
    ...(creations > 0 && changed > 0 ? [`${formatNumber(changed)} changed`] : []),
    ...(creations > 0 && shelves.products > 0 ? [thingsText(shelves)] : []),
    ...(fields > 0 ? [countOf(fields, 'field')] : []),
    ...(newCategories.length > 0 ? [countOf(newCategories.length, 'new category', 'new categories')] : []),
    ...(additions > 0 ? [countOf(additions, 'new variation')] : []),
    ...(deletions > 0 ? [countOf(deletions, 'deletion')] : []),
    ...(warned > 0 ? [countOf(warned, 'warning')] : []),
  ]
  return parts.join(', ')
}

/** "2 cells cannot be saved as they are and stay in the sheet." */
export function refusedText({ action, refused }: Pick<Proposal, 'action' | 'refused'>): string {
  if (action.kind === 'typed')
    return `${countOf(refused, 'cell')} cannot be saved as ${refused === 1 ? 'it is and stays' : 'they are and stay'} in the sheet.`
  if (action.kind === 'import')
    return `${countOf(refused, 'cell')} of the table cannot be used and ${refused === 1 ? 'is' : 'are'} left out.`
  return `${countOf(refused, 'edit')} cannot be made and ${refused === 1 ? 'is' : 'are'} left out.`
}

/** How far the writing is, and before its first product, how far the snapshot is that is taken first. */
export const writingText = (proposal: Pick<Proposal, 'made' | CountedThings>, taking: Taking): string =>
  taking && proposal.made === 0
    ? takingText(taking)
    : `Writing ${formatNumber(proposal.made)} of ${thingsText(proposal)}`

type Room = { creations: number; products: number; most: number }

/** How many products the plan still takes, and what becomes of those that it does not. */
export function roomText({ creations, products, most }: Room): { text: string; isTooFew: boolean } {
  const left = Math.max(0, most - products)
  const text = `${formatNumber(left)} of ${countOf(most, 'product')} of the plan left.`
  if (creations <= left) return { text, isTooFew: false }
  const refused = creations - left
  return { text: `${text} The store would refuse ${formatNumber(refused)} of the new ones.`, isTooFew: true }
}
