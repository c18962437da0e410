import type { z } from 'zod'
import { attributesOfType } from '../changes/values-of-type'
import type { EditReason } from '../shared/edit-reason'
import { attributeNamed } from '../shared/fields/attribute-made-here'
import { attributeOfText, withAttributesNow } from '../shared/fields/attribute-texts'
import { foldText } from '../shared/fold-text'
import { isEqual } from '../shared/fields/equal'
import { newVariationSchema } from '../shared/proposal'
import type { ProductType } from '../shared/store'
import type { ProposedEdit } from './planner'

type NewVariation = z.infer<typeof newVariationSchema>
type Edit = Pick<ProposedEdit, 'variationId' | 'field' | 'before' | 'after'>
type Values = Readonly<Record<string, unknown>>
type Of = { types: readonly ProductType[]; typeId: number }

const ofAttributes = ['attributes', 'attributesTranslated', 'attributesShown'] as const
/** A variation that is made brings values of its own. */
export const isOfAttributes = ({ field }: Pick<Edit, 'field'>): boolean =>
  field === 'variation' || ofAttributes.some((each) => each === field)

/**
 * What becomes of values of attributes where its owner left out the product type that they are of: they land in those of the same name that
 * the type has which stays, and nothing of that one is emptied. `reason`: the names of the others.
 */
export function underTypeThatStays(
  { field, before, after }: Edit,
  of: Of,
): { after: unknown; reason: EditReason | null } {
  const known = attributesOfType(of.types, of.typeId)
  if (!known) return { after, reason: null }
  const nameOf = namesIn(of.types)
  const here = new Map([...known].map((id) => [foldText(nameOf(id)), id]))
  const lacked = new Set<string>()
  const now = (key: string): string | undefined => {
    if (known.has(key)) return key
    const found = here.get(foldText(nameOf(key)))
    if (found === undefined) lacked.add(nameOf(key))
    return found
  }
  const isTexts = field === 'attributesTranslated'
  const general = attributesOfType(of.types, 0)
  const isGeneral = (key: string) => general?.has(isTexts ? attributeOfText(key) : key) ?? false
  const changed = changedIn(before, after)
  const landed = isTexts ? withAttributesNow(changed, now) : renamed(changed, now)
  const names = [...lacked]
  return {
    after: { ...withoutRemoved(before, after, isGeneral), ...landed },
    reason: names.length > 0 ? { says: 'attribute-not-of-type', names } : null,
  }
}

/** The same of the values of its own that a variation brings which is made. */
export function madeUnderTypeThatStays(after: unknown, of: Of): { after: NewVariation; reason: EditReason | null } {
  const made = newVariationSchema.parse(after)
  const parts = ofAttributes.flatMap((field) => {
    const own = made.fields[field]
    return own ? [{ field, ...underTypeThatStays({ variationId: null, field, before: null, after: own }, of) }] : []
  })
  // Without any it has none of its own.
  const landed = parts.map((part) => [part.field, isEqual(part.after, {}) ? null : part.after] as const)
  const names = parts.flatMap(({ reason }) => (reason?.says === 'attribute-not-of-type' ? reason.names : []))
  return {
    after: { ...made, fields: { ...made.fields, ...Object.fromEntries(landed) } },
    reason: names.length > 0 ? { says: 'attribute-not-of-type', names: [...new Set(names)] } : null,
  }
}

const asValues = (value: unknown): Values => Object(value ?? {}) as Values

/** Every type has the attributes of the General one: of those one may go. */
function withoutRemoved(before: unknown, after: unknown, isGeneral: (key: string) => boolean): Values {
  const is = asValues(after)
  return Object.fromEntries(Object.entries(asValues(before)).filter(([key]) => key in is || !isGeneral(key)))
}

function changedIn(before: unknown, after: unknown): Values {
  const was = asValues(before)
  return Object.fromEntries(Object.entries(asValues(after)).filter(([key, value]) => was[key] !== value))
}

const renamed = (values: Values, now: (key: string) => string | undefined): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const named = now(key)
      return named === undefined ? [] : [[named, value]]
    }),
  )

/** By its id, or by the name of one that is made here. */
function namesIn(types: readonly ProductType[]): (key: string) => string {
  const names = new Map(
    types.flatMap(({ attributes }) => attributes).map(({ id, name, type }) => [String(id), name || type]),
  )
  return (key) => names.get(key) ?? attributeNamed(key)?.attribute ?? ''
}
