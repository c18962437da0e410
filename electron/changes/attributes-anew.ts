import type { Catalogue } from '../catalogue/catalogue'
import { isCreate, setsThis } from '../shared/change-address'
import { createPayloadSchema, type NewChange } from '../shared/change-record'
import { attributeOfText, withAttributesNow } from '../shared/fields/attribute-texts'
import { entriesOf } from '../shared/fields/list-kind'
import { newAttribute } from '../shared/fields/attribute-made-here'

type Values = Readonly<Record<string, string>>
/** Of a type, by its local id; null: it was not made anew. */
type Once = { typeId: number | null; name: string }

/** An attribute comes back under another id as well: its values are told by its type and its name. `typeNow`: what became of a deleted type. */
export function createAttributesAnew(
  catalogue: Catalogue,
  typeNow: (was: number) => number | null | undefined,
): (change: NewChange) => NewChange {
  const { changes, productTypes, shelves } = catalogue
  let once: Map<string, { typeId: number; was: number | null; name: string }> | null = null
  const known = () => (once ??= readOnce())

  function readOnce() {
    const all = changes.attributesOnce().flatMap(({ typeId, was, list }) => {
      const entries = list === null ? [] : entriesOf(JSON.parse(list))
      return entries.map(({ id, name }) => [String(id), { typeId, was, name: String(name) }] as const)
    })
    return new Map(all)
  }

  function meant(key: string): Once | undefined {
    const found = known().get(key)
    if (!found) return undefined
    const { was, name } = found
    const typeId = was === null ? (shelves.get(found.typeId) ? found.typeId : null) : (typeNow(was) ?? null)
    return { typeId, name }
  }

  const idsHere = () => new Set(productTypes.list().flatMap(({ attributes }) => attributes.map(({ id }) => String(id))))

  /** What an attribute is called now; undefined: its type is not made anew. */
  function named(key: string, here: ReadonlySet<string>): string | undefined {
    const now = here.has(key) ? undefined : meant(key)
    if (!now) return key
    return now.typeId === null ? undefined : newAttribute(now.typeId, now.name)
  }

  function renamed(values: Values): Values {
    const here = idsHere()
    if (Object.keys(values).every((key) => here.has(key))) return values
    const entries = Object.entries(values).flatMap(([key, value]): [string, string][] => {
      const now = named(key, here)
      return now === undefined ? [] : [[now, value]]
    })
    return Object.fromEntries(entries)
  }

  function renamedTexts(texts: Values): Values {
    const here = idsHere()
    if (Object.keys(texts).every((key) => here.has(attributeOfText(key)))) return texts
    return withAttributesNow(texts, (attribute) => named(attribute, here))
  }

  return (change) => {
    if (change.thing !== 'product') return change
    if (setsThis(change, 'attributes') || setsThis(change, 'attributesShown')) {
      return { ...change, after: renamed(change.after as Values) }
    }
    if (setsThis(change, 'attributesTranslated')) return { ...change, after: renamedTexts(change.after as Values) }
    const payload = isCreate(change) ? createPayloadSchema.safeParse(change.after).data : undefined
    if (!payload?.fields.attributes) return change
    const { attributes, attributesTranslated: texts, attributesShown: shown } = payload.fields
    const fields = {
      ...payload.fields,
      attributes: renamed(attributes),
      ...(texts && { attributesTranslated: renamedTexts(texts) }),
      ...(shown && { attributesShown: renamed(shown) as typeof shown }),
    }
    return { ...change, after: { ...payload, fields } }
  }
}
