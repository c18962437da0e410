import { fieldsIn, type ProductFields, type ProductPatch } from '../../electron/shared/fields/product-fields'
import { withTrimmedTexts } from '../../electron/shared/trimmed-texts'
import { isSame, rebased, valuesOf, type ProductEdits, type Sent } from './product-edits'
import { afterSavedVariations, unsavedVariations, variationsTypedOver, type Variation } from './variation-edits'

/** While a save is under way, typing goes on from what it sends. */
export const beingSaved = (edits: ProductEdits): ProductEdits => {
  const { base, patch, variations } = edits
  return { ...edits, sent: { base, patch, variations } }
}

/** What is typed into a field that is being saved is an edit of what was sent, also where it is what was there before. */
export function typedOver(before: ProductEdits, after: ProductEdits): ProductEdits {
  const { sent } = after
  if (!sent) return after
  let { base, patch } = after
  for (const field of fieldsIn(sent.patch)) {
    if (!(field in before.patch) && !(field in after.patch)) continue
    const value = valuesOf(after)[field]
    const from = isSame(field, value, sent.patch[field]) ? sent.base : { ...sent.base, ...sent.patch }
    base = { ...base, [field]: from[field] }
    patch = { ...patch, [field]: value }
  }
  const variations = variationsTypedOver(before.variations, after.variations, sent.variations)
  return { ...after, base, patch, variations }
}

/** After `saved` was saved: it is the new base, and only what was typed since stays an edit. */
export function afterSave(
  { sent: _, ...edits }: ProductEdits,
  saved: Pick<Sent, 'patch' | 'variations'>,
): ProductEdits {
  const base: ProductFields = { ...edits.base, ...withTrimmedTexts(saved.patch) }
  let patch: ProductPatch = {}
  for (const field of fieldsIn(edits.patch)) {
    const value = edits.patch[field]
    const isSaved = field in saved.patch && isSame(field, value, saved.patch[field])
    if (!isSaved && !isSame(field, value, base[field])) patch = { ...patch, [field]: value }
  }
  return { ...edits, base, patch, variations: afterSavedVariations(edits.variations, saved.variations) }
}

/** After a save that failed. What is there now says whether it arrived all the same. */
export function afterFailedSave(
  { sent, ...edits }: ProductEdits,
  now: ProductFields,
  variations: readonly Variation[],
): ProductEdits {
  if (!sent) return edits
  let { base } = edits
  for (const field of fieldsIn(sent.patch)) {
    const from = isSame(field, now[field], sent.patch[field]) ? now : sent.base
    base = { ...base, [field]: from[field] }
  }
  const ofVariations = unsavedVariations(edits.variations, sent.variations, variations)
  return rebased({ ...edits, base, variations: ofVariations }, now, variations)
}
