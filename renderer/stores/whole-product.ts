import type { Operation } from '../../electron/shared/change'
import { call } from '../bridge'

type Target = { connectionId: string; productId: number; name: string }

/** Deletes a product of the list. The change set takes it back; null when the product existed only here. */
export async function deleteListed({ connectionId, productId, name }: Target): Promise<{ changeSetId: number | null }> {
  return apply(connectionId, `Delete ${name}`, { kind: 'delete', productId })
}

/** A new product like this one with everything it has, hidden from shoppers until it got its last touches. Answers with its local id. */
export async function duplicateListed({ connectionId, productId, name }: Target): Promise<number | null> {
  const { productIds } = await apply(connectionId, `Duplicate ${name}`, {
    kind: 'create',
    fields: { name: `${name} (copy)`, sku: '', customSlug: '', enabled: false },
    copyOf: productId,
  })
  return productIds[0] ?? null
}

function apply(connectionId: string, label: string, operation: Operation) {
  return call('changes.apply', { connectionId, source: 'list', label: label.slice(0, 200), operations: [operation] })
}
