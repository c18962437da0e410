import type { Operation } from '../shared/change'
import type { EditReason } from '../shared/edit-reason'
import type { OwnPatch } from '../shared/fields/own-fields'
import type { ProductPatch } from '../shared/fields/product-fields'
import { fileEditSchema, videoEditSchema } from '../shared/listed-edits'
import { newVariationSchema, type EditedField } from '../shared/proposal'
import { fileNameOf, pictureEditSchema, wantedPictureSchema, type WantedPicture } from '../shared/wanted-pictures'
import { pairsKey } from '../shared/variations/choosable'
import type { ChoicesThere } from './choices-there'
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
  const ofNew = picturesOfAdded(edits)
  const known = edits.filter((edit) => !ofNew.includes(edit))
  const [made, others] = [known.filter(isAddition), known.filter((edit) => !isAddition(edit))]
  return [
    ...operationsOfFields(productId, now, others),
    ...made.flatMap((edit) => {
      if (edit.field === 'picture') return pictureOperations(productId, edit)
      if (edit.field === 'file') return fileOperations(productId, edit)
      if (edit.field === 'video')
        return [{ kind: 'video.add' as const, productId, ...videoEditSchema.parse(edit.after) }]
      return addition(productId, variations, edit)
    }),
  ]
}

/** Of what is listed, and no value of a field. */
export const isAddition = ({ field }: Pick<ProposedEdit, 'field'>): boolean =>
  field === 'variation' || field === 'picture' || field === 'file' || field === 'video'

function fileOperations(productId: number, { after }: ProposedEdit): Operation[] {
  const wanted = fileEditSchema.parse(after)
  if ('describes' in wanted) {
    return [{ kind: 'file.describe', productId, fileId: wanted.describes, description: wanted.description }]
  }
  const { hash, ...file } = wanted
  return hash === undefined ? [] : [{ kind: 'file.add', productId, hash, ...file }]
}

/** A picture that comes stands after those that are there. */
export function pictureOperations(productId: number, { variationId, after }: ProposedEdit): Operation[] {
  const wanted = pictureEditSchema.parse(after)
  if ('removes' in wanted) return [{ kind: 'picture.remove', productId, picture: wanted.removes }]
  if ('order' in wanted) return [{ kind: 'picture.order', productId, order: wanted.order }]
  if ('describes' in wanted) {
    const { describes: picture, alt, texts } = wanted
    if (variationId !== null) return [{ kind: 'picture.variation-text', productId, variationId, alt }]
    const others = texts ? [{ kind: 'picture.alt-texts' as const, productId, picture, texts }] : []
    return [{ kind: 'picture.alt', productId, picture, alt }, ...others]
  }
  if (variationId === null) return [addedPicture(productId, wanted)]
  const { translated } = wanted
  return [
    { kind: 'picture.variation', productId, variationId, ...broughtBy(wanted), ...(translated && { translated }) },
  ]
}

const addedPicture = (productId: number | null, wanted: WantedPicture): Operation => ({
  kind: 'picture.add',
  productId,
  role: 'gallery',
  ...broughtBy(wanted),
  ...(wanted.translated && { translated: wanted.translated }),
  ...(wanted.from !== undefined && { from: wanted.from }),
})

const broughtBy = (wanted: WantedPicture) => ({
  source: 'url' in wanted ? { url: wanted.url } : { hash: wanted.hash },
  fileName: fileNameOf(wanted),
  alt: wanted.alt,
})

/** Of a product that the same request makes. */
export const picturesOfNew = (edits: readonly Pick<ProposedEdit, 'field' | 'after' | 'variationId'>[]): Operation[] =>
  edits.flatMap(({ field, after, variationId }) =>
    field === 'picture' && variationId === null ? [addedPicture(null, wantedPictureSchema.parse(after))] : [],
  )

/** The same of its variations. */
export const variationsOfNew = (edits: readonly Pick<ProposedEdit, 'field' | 'after'>[]): Operation[] =>
  edits.flatMap(({ field, after }) => {
    if (field !== 'variation') return []
    const { options, fields } = newVariationSchema.parse(after)
    return [{ kind: 'variation.add', productId: null, options, fields }]
  })

/** Pictures of variations that are made with the same yes: they follow once these are there. */
export function picturesOfAdded<Edit extends Pick<ProposedEdit, 'field' | 'variationId'>>(
  edits: readonly Edit[],
): Edit[] {
  const made = new Set(edits.flatMap(({ field, variationId }) => (field === 'variation' ? [variationId] : [])))
  return edits.filter(({ field, variationId }) => field === 'picture' && variationId !== null && made.has(variationId))
}

/** What the options of its product lack for a variation that is to be made; null: nothing. */
export const lackedBy = ({ after }: Pick<ProposedEdit, 'after'>, choices: ChoicesThere): EditReason | null =>
  choices(newVariationSchema.parse(after).options).reason

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
export function byTarget<Edit extends Pick<ProposedEdit, 'variationId'>>(
  edits: readonly Edit[],
): Map<number | null, Edit[]> {
  const targets = new Map<number | null, Edit[]>()
  for (const edit of edits) targets.set(edit.variationId, [...(targets.get(edit.variationId) ?? []), edit])
  return targets
}

/** An edit carries a value of its field. */
const valuesOf = <Patch>(edits: readonly ProposedEdit[], side: 'before' | 'after'): Patch =>
  Object.fromEntries(edits.map((edit) => [edit.field, edit[side]])) as Patch
