import { cellSays } from '../shared/cell-reason'
import { editSays, type EditReason } from '../shared/edit-reason'
import type { Texts } from '../shared/fields/translations'
import { longestAlt, longestLink } from '../shared/limits'
import { pictureEditSchema } from '../shared/wanted-pictures'
import type { ProposedEdit } from './planner'

/** What a store or an archive had may be more than can be given to a store. */
export type Back =
  { order: string[] } | ({ alt: string } & ({ describes: string; texts?: Texts } | { url: string } | { hash: string }))

/** One that nobody could send says why not. */
export const asPictureEdit = (before: unknown, after: Back): Omit<ProposedEdit, 'variationId'> => ({
  field: 'picture',
  before,
  after,
  reason: 'order' in after ? null : whyNot(after),
})

function whyNot(after: Exclude<Back, { order: string[] }>): EditReason | null {
  if (pictureEditSchema.safeParse(after).success) return null
  if (after.alt.length > longestAlt) return editSays('alt-too-long')
  return cellSays('url' in after && after.url.length <= longestLink ? 'no-address' : 'address-too-long')
}
