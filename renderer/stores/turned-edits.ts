import { isEqual } from '../../electron/shared/fields/equal'
import type { ProductPatch } from '../../electron/shared/fields/product-fields'
import type { Edits } from './product-edits'
import { untouched, withOwn, type OwnEdits, type VariationEdits } from './variation-edits'

/** With what differs between two states as it is in the second one; what is typed beside it stays. */
export const turned = <Base extends ProductPatch>(
  now: Edits<Base>,
  from: Edits<ProductPatch>,
  to: Edits<ProductPatch>,
): Edits<Base> => ({
  ...now,
  patch: laid(now.patch, from.patch, to.patch),
  unparsed: laid(now.unparsed, from.unparsed, to.unparsed),
  variations: turnedVariations(now.variations, from.variations, to.variations),
})

const turnedVariations = (now: VariationEdits, from: VariationEdits, to: VariationEdits): VariationEdits =>
  Object.keys({ ...from, ...to })
    .filter((id) => !isEqual(from[id], to[id]))
    .reduce((all, id) => withOwn(all, id, turnedOwn(all[id], from[id], to[id])), now)

function turnedOwn(now: OwnEdits | undefined, from: OwnEdits | undefined, to: OwnEdits | undefined): OwnEdits {
  const none = untouched((to ?? from ?? now)?.label ?? '')
  const [was, is] = [from ?? none, to ?? none]
  const all = now ?? none
  return {
    ...all,
    base: laid(all.base, was.base, is.base),
    patch: laid(all.patch, was.patch, is.patch),
    unparsed: laid(all.unparsed, was.unparsed, is.unparsed),
  }
}

function laid<Part extends object>(now: Part, from: Part, to: Part): Part {
  const next = { ...now }
  for (const key of keysIn({ ...from, ...to })) {
    if (isEqual(from[key], to[key])) continue
    if (key in to) next[key] = to[key]
    else delete next[key]
  }
  return next
}

// Of a patch and of texts by their paths: nothing but their keys.
const keysIn = <Part extends object>(part: Part): (keyof Part)[] => Object.keys(part) as (keyof Part)[]
