import {
  fieldOf,
  fieldsIn,
  productFieldNames,
  type ProductField,
  type ProductFields,
  type ProductPatch,
} from '../../electron/shared/fields/product-fields'
import { isEqual } from '../../electron/shared/fields/equal'
import type { ProductDraft } from '../../electron/shared/product'
import {
  isSameVariationEdits,
  rebasedVariations,
  withoutSaved,
  type Named,
  type VariationEdits,
} from './variation-edits'

/** What a person has typed into a product and not saved, beside the fields that are shown. */
export type Edits<Base extends ProductPatch> = {
  /** Untouched fields: the values now. Touched ones: the value they had when first touched. */
  base: Base
  /** Only the fields that differ from `base`. */
  patch: ProductPatch
  /** Field path, such as `price` or `dimensions.length` -> text that is no value yet. */
  unparsed: Record<string, string>
  variations: VariationEdits
  /** What of it is being saved, until that ends. */
  sent?: Sent
}
/** In its form, which shows all fields. */
export type ProductEdits = Edits<ProductFields>
export type Sent = Pick<ProductEdits, 'base' | 'patch' | 'variations'>
type AnyEdits = Edits<ProductPatch>

export function editsOf<Base extends ProductPatch>(base: Base): Edits<Base> {
  return { base, patch: {}, unparsed: {}, variations: {} }
}

/** The values on screen. */
export function valuesOf({ base, patch }: Pick<ProductEdits, 'base' | 'patch'>): ProductFields {
  return { ...base, ...patch }
}

export function isEdited({ patch, unparsed, variations }: AnyEdits): boolean {
  return [patch, unparsed, variations].some((typed) => Object.keys(typed).length > 0)
}

export const withField = <Field extends ProductField>(
  edits: ProductEdits,
  field: Field,
  value: ProductFields[Field],
): ProductEdits => withValue(edits, field, value)

/** The value comes from a control of the field's kind, or was the field's before. Set back to what it was it is no edit any more. */
export function withValue<Base extends ProductPatch>(
  edits: Edits<Base>,
  field: ProductField,
  value: unknown,
): Edits<Base> {
  const { [field]: _old, ...others } = edits.patch
  const patch: ProductPatch = isSame(field, value, edits.base[field]) ? others : { ...edits.patch, [field]: value }
  return { ...edits, patch }
}

/** `text` null: the field holds a value again. */
export function withUnparsed<Base extends ProductPatch>(
  edits: Edits<Base>,
  path: string,
  text: string | null,
): Edits<Base> {
  if (text !== null) return { ...edits, unparsed: { ...edits.unparsed, [path]: text } }
  if (!(path in edits.unparsed)) return edits
  const { [path]: _gone, ...unparsed } = edits.unparsed
  return { ...edits, unparsed }
}

/** The same of several boxes. */
export const withTexts = <Base extends ProductPatch>(
  edits: Edits<Base>,
  texts: Readonly<Record<string, string | null>>,
): Edits<Base> => Object.entries(texts).reduce((all, [path, text]) => withUnparsed(all, path, text), edits)

/** As it is kept on disk: only of what was touched. */
export function draftOf(edits: AnyEdits, savedAt: number): ProductDraft {
  const { patch, unparsed, variations } = edits
  const base = Object.fromEntries(touchedFields(edits).map((field) => [field, edits.base[field]]))
  return { base, patch, unparsed, variations, savedAt }
}

/** Takes in the product as it is now: untouched fields follow it, touched ones keep the person's value and its base. */
export function rebased<Base extends ProductPatch>(
  edits: AnyEdits,
  now: Base,
  variations: readonly Named[],
): Edits<Base> {
  let patch: ProductPatch = {}
  let base = now
  for (const field of touchedFields(edits)) {
    const isThere = field in edits.patch && isSame(field, edits.patch[field], now[field])
    if (isThere && !isTypedOver(edits, field)) continue
    base = { ...base, [field]: edits.base[field] }
    if (field in edits.patch) patch = { ...patch, [field]: edits.patch[field] }
  }
  return { ...edits, base, patch, variations: rebasedVariations(edits.variations, variations, edits.sent?.variations) }
}

/** Whether it is another value than the one that is being saved. */
const isTypedOver = ({ patch, sent }: AnyEdits, field: ProductField): boolean =>
  sent !== undefined && field in sent.patch && field in patch && !isSame(field, patch[field], sent.patch[field])

/** Without the variations that were made and removed by a save: they are so on the screen until the product is read again. */
export const toBeKept = (edits: ProductEdits, saved: Pick<ProductEdits, 'variations'>): ProductEdits => ({
  ...edits,
  variations: withoutSaved(edits.variations, saved.variations),
})

/** A touched field whose value was changed by somebody else since: the person's text stays, and they are told. */
export function isMoved({ base, patch, sent }: ProductEdits, now: ProductFields, field: ProductField): boolean {
  // What is being saved is on its way into what is there now.
  if (sent && field in sent.patch) return false
  return field in patch && base[field] !== now[field] && !isSame(field, base[field], now[field])
}

/** Whether one of both values has to give way; of several, and of what travels as a difference, both stay. */
export const isEitherOr = (field: ProductField): boolean => fieldOf(field).merge === 'value'

/** What somebody else made of the field meanwhile is known: what is typed, if anything, is meant to take its place. */
export function overNow(edits: ProductEdits, now: ProductFields, field: ProductField): ProductEdits {
  const known = { ...edits, base: { ...edits.base, [field]: now[field] } }
  return field in edits.patch ? withValue(known, field, edits.patch[field]) : known
}

export const isSame = (field: ProductField, a: unknown, b: unknown): boolean => fieldOf(field).kind.isSame(a, b)

/** Whether both say the same of every field, also where a text is no value yet. */
export function isSameEdits(a: ProductEdits, b: ProductEdits): boolean {
  const touched = new Set([...fieldsIn(a.patch), ...fieldsIn(b.patch)])
  if (!isSameVariationEdits(a.variations, b.variations)) return false
  return isEqual(a.unparsed, b.unparsed) && [...touched].every((field) => isSame(field, a.patch[field], b.patch[field]))
}

export const isOf = (path: string, field: ProductField): boolean => path.split('.')[0] === field

export const isTouched = (edits: AnyEdits, field: ProductField): boolean =>
  field in edits.patch || Object.keys(edits.unparsed).some((path) => isOf(path, field))

export const touchedFields = (edits: AnyEdits): ProductField[] =>
  productFieldNames.filter((field) => isTouched(edits, field))
