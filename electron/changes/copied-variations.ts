import { z } from 'zod'
import { fieldOf, productFieldNames, type ProductField } from '../shared/fields/product-fields'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { pictureAlong } from './own-picture'

/** Ecwid takes so many with one product, and none of their pictures. */
const mostAtOnce = 200

/** Whether they can be made together with their product; else each is made after it. */
export const goWithProduct = ({ combinations = [] }: Pick<RemoteProduct, 'combinations'>): boolean =>
  combinations.length <= mostAtOnce && combinations.every((variation) => pictureAlong(variation) === undefined)

/** Goes with its SKU, or as a list of its own. */
const setApart = new Set<ProductField>(['sku', 'quantity', 'unlimited', 'warningLimit', 'attributes'])

/** What POST /products takes of a variation as it is; never its id, number or reference, and no picture. */
const copiedParts: readonly string[] = [
  ...productFieldNames.filter((name) => fieldOf(name).isInherited && !setApart.has(name)),
  'volume',
]

/**
 * The variations for a new product like this one. A SKU is given to one product only: a copy beside its original
 * (`withSkus` false) gets them without, and a variation without a SKU of its own shares its product's stock.
 */
export function copiedVariations(
  { sku, combinations = [] }: Pick<RemoteProduct, 'sku' | 'combinations'>,
  withSkus: boolean,
): Record<string, unknown>[] {
  return combinations.map((variation) => {
    const values = copiedParts.flatMap((part) => {
      const value = variation[part]
      return value === undefined || value === null ? [] : [[part, value] as const]
    })
    const attributes = attributesOf(variation)
    return {
      options: (variation.options ?? []).map(({ name, value }) => ({ name, value })),
      ...Object.fromEntries(values),
      ...(attributes.length > 0 && { attributes }),
      ...(withSkus && variation.sku !== sku && ownStock(variation)),
    }
  })
}

const alongSchema = z.object({
  copied: z.object({
    combinations: z.array(z.object({ options: z.array(z.object({ name: z.string(), value: z.string() })) })),
  }),
})

/** What the variations are made of that a create takes along. */
export const variationsAlong = (after: unknown) =>
  alongSchema.safeParse(after).data?.copied.combinations.map(({ options }) => options) ?? []

function ownStock({ sku, quantity, unlimited, warningLimit }: RemoteVariation): Record<string, unknown> {
  if (!sku) return {}
  const stock = unlimited || quantity === undefined ? { unlimited: true } : { quantity, unlimited: false }
  return { sku, ...stock, ...(typeof warningLimit === 'number' && { warningLimit }) }
}

function attributesOf({ attributes }: RemoteVariation): Record<string, unknown>[] {
  if (!Array.isArray(attributes)) return []
  return (attributes as Record<string, unknown>[])
    .filter(({ id, value }) => typeof id === 'number' && value !== undefined && value !== null && value !== '')
    .map(({ id, value, valueTranslated }) => ({ id, value, ...(valueTranslated !== undefined && { valueTranslated }) }))
}
