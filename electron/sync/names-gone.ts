import type { Catalogue } from '../catalogue/catalogue'
import { setsThis } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { fieldOf, isProductField } from '../shared/fields/product-fields'
import { referencesIn } from '../shared/fields/references'
import type { PlainSentence } from '../shared/sentence'
import { keptBack } from './edits'

/** Edits that give a product a category or a type that went meanwhile are kept with the reason, and do not go. */
export function judgeNames(catalogue: Catalogue, edits: readonly ChangeRecord[]): ReturnType<typeof keptBack> {
  const gone = new Map(edits.map((edit) => [edit, nameGone(catalogue, edit)]))
  // Values of attributes go by the type that the same save gives.
  const withoutType = new Set(edits.filter((edit) => gone.get(edit) === 'type-gone').map(({ setId }) => setId))
  const whyNot = (edit: ChangeRecord): PlainSentence | null =>
    gone.get(edit) ?? (isOfType(edit) && withoutType.has(edit.setId) ? 'type-gone' : null)
  return keptBack(edits, whyNot)
}

const isOfType = (edit: ChangeRecord): boolean =>
  (['attributes', 'attributesTranslated', 'attributesShown'] as const).some((field) => setsThis(edit, field))

function nameGone({ shelves }: Catalogue, { field, before, after }: ChangeRecord): PlainSentence | null {
  if (!isProductField(field)) return null
  const named = (value: unknown) => referencesIn(fieldOf(field).kind, value)
  const old = new Set(named(before).map(({ id }) => id))
  // Before a store has told what it has, nothing is known to be gone.
  const isGone = (thing: 'category' | 'productType', id: number) =>
    id > 0 &&
    !old.has(id) &&
    shelves.findByEcwidId(thing, id) === undefined &&
    shelves.numbersAfter(thing, 0).length > 0
  for (const { thing, id } of named(after)) {
    if (thing === 'productType' && isGone(thing, id)) return 'type-gone'
    if (thing === 'category' && isGone(thing, id)) return 'category-gone'
  }
  return null
}
