import type { DemoStore } from '../../../electron/demo-store/demo-store'
import type { Entry } from '../../../electron/shared/fields/kind'
import type { StoreSession } from '../../../electron/sync/store-session'
import { readRemote } from '../synced-store'

type Own = { sku?: unknown; price?: unknown; weight?: unknown; quantity?: unknown }
type Stored = Own & { options: { name: string; value: string }[] }

/** What variations have of their own, by their names: a number made anew by the store is no difference. */
const byLabel = (all: readonly (readonly [string, Own])[]) =>
  all
    .map(([label, { sku, price, weight, quantity }]) => ({
      label,
      sku: sku || null,
      price: price ?? null,
      weight: weight || null,
      quantity: sku ? (quantity ?? null) : null,
    }))
    .toSorted((one, other) => one.label.localeCompare(other.label))

const optionsAs = (options: readonly Entry[]) =>
  options.map(({ name, choices = [] }) => ({
    name,
    choices: (choices as Entry[]).map(({ text, priceModifier }) => [text, Number(priceModifier ?? 0)]),
  }))

/** Options and variations of a product, in the same words for both. */
export const variedOnScreen = (session: StoreSession, productId: number) => {
  const { fields, readOnly } = session.product(productId)
  return {
    price: fields.price,
    options: optionsAs(fields.options),
    variations: byLabel(readOnly.variations.map(({ label, own }) => [label, own] as const)),
  }
}

export async function variedInStore(store: DemoStore, ecwidId: number) {
  const product = await readRemote(store, ecwidId)
  const options = product['options'] as Entry[]
  // A variation's name follows the order of the product's options.
  const place = ({ name }: { name: string }) => options.findIndex((option) => option['name'] === name)
  const labelOf = ({ options: pairs }: Stored) =>
    pairs
      .toSorted((one, other) => place(one) - place(other))
      .map(({ value }) => value)
      .join(', ')
  return {
    price: product['price'],
    options: optionsAs(options),
    variations: byLabel((product['combinations'] as Stored[]).map((each) => [labelOf(each), each] as const)),
  }
}

/** Where an option took another place, nobody promises in which order a variation names its own. */
export function byTexts<Shown extends { variations: readonly { label: string; sku: unknown }[] }>(shown: Shown) {
  const variations = shown.variations.map((each) => ({ ...each, label: each.label.split(', ').toSorted().join(', ') }))
  return { ...shown, variations: variations.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1)) }
}
const nameOf = ({ label, sku }: { label: string; sku: unknown }) => `${label} ${String(sku)}`
