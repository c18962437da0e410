import { fieldOf, type ProductField } from '../../electron/shared/fields/product-fields'
import { withBoxBefore } from './box-before'
import { boxTypedInto, isWithinBox } from './box-typed-into'
import { isOf, isTouched, touchedFields, valuesOf, withValue, type ProductEdits } from './product-edits'
import type { VariationEdits } from './variation-edits'

/** A step of editing: what a field showed before. */
export type EditStep =
  | {
      field: ProductField
      /** The box that was typed into, or the line that came; null: what was done there is a step by itself. */
      box: string | null
      value: unknown
      unparsed: Record<string, string>
    }
  | { field: VariationBoxes; variations: VariationEdits }
  /** All that was typed went, or came back. */
  | { field: 'everything'; edits: ProductEdits }
/** `variations.17.price`, or several that were filled at once. */
type VariationBoxes = `variations.${string}`
const isOfVariations = (field: EditStep['field']): field is VariationBoxes => field.startsWith('variations.')

const mostSteps = 100

/** Typing on in one box is one step, and so is a line with what is typed into it. Whatever else is done is one of its own. */
export function withStep(
  steps: readonly EditStep[],
  before: ProductEdits,
  field: ProductField | VariationBoxes,
  after: ProductEdits,
  isBack = !isOfVariations(field) && isTouched(before, field) && !isTouched(after, field),
): readonly EditStep[] {
  const last = steps.at(-1)
  if (isOfVariations(field)) return last?.field === field ? steps : [...recent(steps), stepOf(before, field)]
  const box = isBack ? null : boxOf(before, after, field)
  const isTypingOn = last?.field === field && 'box' in last && isWithinBox(box, last.box)
  return isTypingOn ? steps : [...recent(steps), stepOf(before, field, box)]
}

const recent = (steps: readonly EditStep[]) => steps.slice(1 - mostSteps)

function boxOf(before: ProductEdits, after: ProductEdits, field: ProductField): string | null {
  const values = [valuesOf(before)[field], valuesOf(after)[field]] as const
  const texts = [textsOf(before, field), textsOf(after, field)] as const
  return boxTypedInto(field, fieldOf(field).kind, values, texts)
}

const textsOf = ({ unparsed }: ProductEdits, field: ProductField): Record<string, string> =>
  Object.fromEntries(Object.entries(unparsed).filter(([path]) => isOf(path, field)))

/** What a field shows now, to come back to. */
export function stepOf(edits: ProductEdits, field: EditStep['field'], box: string | null = null): EditStep {
  if (field === 'everything') return { field, edits }
  if (isOfVariations(field)) return { field, variations: edits.variations }
  return { field, box, value: valuesOf(edits)[field], unparsed: textsOf(edits, field) }
}

/** The edits before a step. */
export function withoutStep(edits: ProductEdits, step: EditStep): ProductEdits {
  if ('edits' in step) return withWhatWas(edits, step.edits)
  if ('variations' in step) return { ...edits, variations: step.variations }
  const { field, value, unparsed } = step
  const others = Object.fromEntries(Object.entries(edits.unparsed).filter(([path]) => !isOf(path, field)))
  return withValue({ ...edits, unparsed: { ...others, ...unparsed } }, field, value)
}

/** What was typed then, over the product as it is now. */
function withWhatWas(edits: ProductEdits, { base, patch, unparsed, variations }: ProductEdits): ProductEdits {
  const touched = touchedFields({ base, patch, unparsed, variations })
  const from = Object.fromEntries(touched.map((field) => [field, base[field]]))
  return { ...edits, base: { ...edits.base, ...from }, patch, unparsed, variations }
}

/** All that was typed before, below what was typed since. */
export function withEverything(edits: ProductEdits, before: ProductEdits): ProductEdits {
  const all = withWhatWas(edits, before)
  return {
    ...all,
    base: { ...all.base, ...Object.fromEntries(touchedFields(edits).map((field) => [field, edits.base[field]])) },
    patch: { ...before.patch, ...edits.patch },
    unparsed: { ...before.unparsed, ...edits.unparsed },
    variations: { ...before.variations, ...edits.variations },
  }
}

/** With the field, or the one box of it at the path, as it was before it was edited. */
export function withoutEdit(edits: ProductEdits, field: ProductField, path: string = field): ProductEdits {
  const steps = path.split('.').slice(1)
  const value = withBoxBefore(fieldOf(field).kind, steps, valuesOf(edits)[field], edits.base[field])
  const others = Object.entries(textsOf(edits, field)).filter(([at]) => !isWithinBox(at, path))
  return withoutStep(edits, { field, box: null, value, unparsed: Object.fromEntries(others) })
}
