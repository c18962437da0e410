import { attributesOfType } from '../changes/values-of-type'
import type { EditReason } from '../shared/edit-reason'
import { attributeNamed } from '../shared/fields/attribute-made-here'
import { attributeOfText, withAttributesNow } from '../shared/fields/attribute-texts'
import { foldText } from '../shared/fold-text'
import type { ProductField } from '../shared/fields/product-fields'
import type { ProductType } from '../shared/store'
import type { ProposedEdit } from './planner'

type Edit = Pick<ProposedEdit, 'variationId' | 'field' | 'before' | 'after'>
type Values = Readonly<Record<string, unknown>>
type Of = { types: readonly ProductType[]; typeId: number }

const ofAttributes: ReadonlySet<unknown> = new Set<ProductField>([
  'attributes',
  'attributesTranslated',
  'attributesShown',
])
export const isOfAttributes = ({ field }: Pick<Edit, 'field'>): boolean => ofAttributes.has(field)

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
