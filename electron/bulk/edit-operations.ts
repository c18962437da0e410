import type { Operation } from '../shared/change'
import type { OwnPatch } from '../shared/fields/own-fields'
import type { ProductPatch } from '../shared/fields/product-fields'
import { newVariationSchema, type EditedField } from '../shared/proposal'
import { fileNameOf, pictureEditSchema, wantedPictureSchema, type WantedPicture } from '../shared/wanted-pictures'
import { pairsKey } from '../shared/variations/choosable'
import type { BulkProduct, ProposedEdit } from './planner'

/** `follows`: it comes by itself with the edit of that field. */
type Edit = ProposedEdit & { follows?: EditedField }

/**
 * The edits of one product as a form would ask for them, with what its owner saw before each: what others change until it is sent is
 * merged, and asked about where it clashes.
 */
export function operationsOf(
  { id: productId, fields: now, variations }: BulkProduct,
  edits: readonly Edit[],
): Operation[] {
  if (edits.some(({ field }) => field === null)) return [{ kind: 'delete', productId }]
  const [made, others] = [edits.filter(isAddition), edits.filter((edit) => !isAddition(edit))]
  return [
    ...operationsOfFields(productId, now, others),
    ...made.flatMap((edit) =>
      edit.field === 'picture' ? pictureOperation(productId, edit) : addition(productId, variations, edit),
    ),
  ]
}

/** Of what is listed, and no value of a field. */
export const isAddition = ({ field }: Pick<ProposedEdit, 'field'>): boolean =>
  field === 'variation' || field === 'picture'

/** A picture that comes stands after those that are there. */
function pictureOperation(productId: number, { variationId, after }: ProposedEdit): Operation {
  const wanted = pictureEditSchema.parse(after)
  if ('removes' in wanted) return { kind: 'picture.remove', productId, picture: wanted.removes }
  if ('describes' in wanted) {
    const { describes: picture, alt } = wanted
    return variationId === null
      ? { kind: 'picture.alt', productId, picture, alt }
      : { kind: 'picture.variation-text', productId, variationId, alt }
  }
  if (variationId === null) return addedPicture(productId, wanted)
  return { kind: 'picture.variation', productId, variationId, ...broughtBy(wanted) }
}

const addedPicture = (productId: number | null, wanted: WantedPicture): Operation => ({
  kind: 'picture.add',
  productId,
  role: 'gallery',
  ...broughtBy(wanted),
})

const broughtBy = (wanted: WantedPicture) => ({
  source: 'url' in wanted ? { url: wanted.url } : { hash: wanted.hash },
  fileName: fileNameOf(wanted),
  alt: wanted.alt,
})

/** Of a product that the same request makes. */
export const picturesOfNew = (edits: readonly Pick<ProposedEdit, 'field' | 'after'>[]): Operation[] =>
  edits.flatMap(({ field, after }) =>
    field === 'picture' ? [addedPicture(null, wantedPictureSchema.parse(after))] : [],
  )

/** What was made since it was reviewed is there already. */
function addition(productId: number, variations: BulkProduct['variations'], { after }: ProposedEdit): Operation[] {
  const { options, fields } = newVariationSchema.parse(after)
  const isThere = variations.some((each) => pairsKey(each.options) === pairsKey(options))
  return isThere ? [] : [{ kind: 'variation.add', productId, options, fields }]
}

function operationsOfFields(productId: number, now: BulkProduct['fields'], edits: readonly Edit[]): Operation[] {
  return [...byTarget(edits)].map(([variationId, mine]): Operation => {
    const asked = mine.filter(({ follows }) => !follows)
    if (variationId === null) {
      const base = { ...now, ...valuesOf<ProductPatch>(mine, 'before') }
      return { kind: 'update', productId, fields: valuesOf<ProductPatch>(asked, 'after'), base }
    }
    const [fields, base] = [valuesOf<OwnPatch>(asked, 'after'), valuesOf<OwnPatch>(mine, 'before')]
    return { kind: 'variation.set', productId, variationId, fields, base }
  })
}

/** By the variation that they are about, null for the product itself. */
export function byTarget<Edit extends ProposedEdit>(edits: readonly Edit[]): Map<number | null, Edit[]> {
  const targets = new Map<number | null, Edit[]>()
  for (const edit of edits) targets.set(edit.variationId, [...(targets.get(edit.variationId) ?? []), edit])
  return targets
}

/** An edit carries a value of its field. */
const valuesOf = <Patch>(edits: readonly ProposedEdit[], side: 'before' | 'after'): Patch =>
  Object.fromEntries(edits.map((edit) => [edit.field, edit[side]])) as Patch
