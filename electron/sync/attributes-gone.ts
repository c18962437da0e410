import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { setsThis } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { attributeOfText } from '../shared/fields/attribute-texts'
import { entriesOf } from '../shared/fields/list-kind'
import { readFields, type ProductFields } from '../shared/fields/product-fields'
import { isInStore } from '../shared/fields/references'
import type { RemoteProduct } from '../shared/remote-product'
import type { PlainSentence } from '../shared/sentence'
import { hasNamelessAttribute } from '../shared/unread-entries'
import { keptBack } from './edits'
import type { PushParts } from './product-push'

// The store takes no value for an attribute that the product's type has lost, and no text beside a value that is not there.

/** A product as it was read; `gone`: attributes that were typed into and are not there any more. */
export type WithGone = { remote: RemoteProduct; gone: ReadonlySet<string>; wasRefused: boolean }

type Values = Readonly<Record<string, string>>
const valuesIn = (value: unknown): Values => z.record(z.string(), z.string()).catch({}).parse(value)
type AttributeField = 'attributes' | 'attributesTranslated'

/** What these edits come to where they give something a new text. */
export function typedInto(edits: readonly ChangeRecord[], field: AttributeField): Values {
  const ours = edits.filter((edit) => setsThis(edit, field))
  const [old, now] = [valuesIn(ours[0]?.before), valuesIn(ours.at(-1)?.after)]
  return Object.fromEntries(Object.entries(now).filter(([key, text]) => text !== '' && old[key] !== text))
}

/**
 * Attributes that were typed into, and that neither the product nor its type has in the store any more. `wasRefused`: the store did not take
 * them, so that what is known of the type here may be old.
 */
export async function attributesGoneIn(
  { catalogue, ecwid }: Pick<PushParts, 'catalogue' | 'ecwid'>,
  edits: readonly ChangeRecord[],
  remote: RemoteProduct,
  wasRefused: boolean,
): Promise<ReadonlySet<string>> {
  const typed = [
    ...Object.keys(typedInto(edits, 'attributes')),
    ...Object.keys(typedInto(edits, 'attributesTranslated')).map(attributeOfText),
  ]
  const listed = readFields(remote).attributes
  const missing = new Set(typed.filter((id) => isInStore(id) && !listed[id]))
  const before = valuesIn(edits.find((edit) => setsThis(edit, 'attributes'))?.before)
  const typeId = edits.findLast((edit) => setsThis(edit, 'productClassId'))?.after ?? remote.productClassId ?? 0
  const here = wasRefused ? undefined : attributesSent(catalogue, Number(typeId))
  // It had a value when it was typed into, or is not known here: the type is read.
  if (![...missing].some((id) => before[id] || !here?.has(id))) return new Set()
  const there = await attributesThere(ecwid, Number(typeId))
  return new Set([...missing].filter((id) => !there.has(id)))
}

/** Whether a refused list of values names attributes that the product's type does not have in the store any more. */
export async function namesGone(
  { ecwid }: Pick<PushParts, 'ecwid'>,
  { productClassId, attributes }: Record<string, unknown>,
  remote: RemoteProduct,
): Promise<boolean> {
  const named = entriesOf(attributes).map(({ id }) => String(id))
  if (named.length === 0) return false
  const there = await attributesThere(ecwid, Number(productClassId ?? remote.productClassId ?? 0))
  return named.some((id) => !there.has(id))
}

async function attributesThere(ecwid: PushParts['ecwid'], typeId: number): Promise<ReadonlySet<string>> {
  const { items } = await ecwid.getProductTypes({ priority: 'push' })
  return idsOf(items.filter(({ id }) => id === 0 || id === typeId))
}

type Type = { id: number; attributes?: unknown }
const idsOf = (types: readonly Type[]): ReadonlySet<string> =>
  new Set(types.flatMap(({ attributes }) => entriesOf(attributes).map(({ id }) => String(id))))

/** Ids of the attributes that products of a type have, as the store sent them, whatever waits of them; undefined: it is not known here. */
export function attributesSent({ shelves }: Catalogue, typeId: number): ReadonlySet<string> | undefined {
  const types = [0, typeId].map((id) => shelves.get(shelves.findByEcwidId('productType', id) ?? 0)?.remote)
  return types.every((type) => type) ? idsOf(types.flatMap((type) => type ?? [])) : undefined
}

/**
 * What the store cannot hold of these edits is kept with the reason, and does not go. In `theirs` is what went from here by a removal that
 * brings it back: of that nothing is left to send.
 */
export function judgeAttributes(
  catalogue: Catalogue,
  waiting: readonly ChangeRecord[],
  { remote, gone }: Pick<WithGone, 'remote' | 'gone'>,
): ReturnType<typeof keptBack> & { theirs: ProductFields } {
  const theirs = readFields(remote)
  const values = typedInto(waiting, 'attributes')
  const texts = typedInto(waiting, 'attributesTranslated')
  const lost = {
    attributes: pick(values, (id) => gone.has(id)),
    attributesTranslated: pick(texts, (key) => gone.has(attributeOfText(key))),
  }
  const isNoted = wentFromHere(catalogue, remote, lost)
  const isAlone = (key: string) => {
    const id = attributeOfText(key)
    return isInStore(id) && !gone.has(id) && !theirs.attributes[id] && !values[id]
  }
  const whyNot = ({ field }: ChangeRecord): PlainSentence | null => {
    if (field !== 'attributes' && field !== 'attributesTranslated') return null
    if (hasNamelessAttribute(remote)) return 'attribute-unread'
    if (!isNoted && Object.keys(lost[field]).length > 0) return 'attribute-gone'
    return field === 'attributesTranslated' && Object.keys(texts).some(isAlone) ? 'attribute-without-value' : null
  }
  return {
    ...keptBack(waiting, whyNot),
    theirs: {
      ...theirs,
      attributes: { ...theirs.attributes, ...lost.attributes },
      attributesTranslated: { ...theirs.attributesTranslated, ...lost.attributesTranslated },
    },
  }
}

const pick = (all: Values, isWanted: (key: string) => boolean): Values =>
  Object.fromEntries(Object.entries(all).filter(([key]) => isWanted(key)))

/** Whether they went by a removal from here, which has noted what was typed and brings it back. */
function wentFromHere({ changes }: Catalogue, { id }: RemoteProduct, lost: Record<AttributeField, Values>): boolean {
  const noted = changes.lostWithTypes(id)
  const isIn = (all: Values, of: 'values' | 'texts') =>
    Object.entries(all).every(([key, text]) => noted.some((each) => each[of]?.[key] === text))
  return isIn(lost.attributes, 'values') && isIn(lost.attributesTranslated, 'texts')
}
