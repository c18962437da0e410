import type { Page } from '@playwright/test'

/** What was typed as the price of a product and is no number, as the app keeps it on disk; null: nothing. */
export const keptPrice = (page: Page, sku: string): Promise<string | null> =>
  page.evaluate(async (wanted) => {
    const [connection] = await window.stockroom.call('connections.list', {}).then((r) => (r.ok ? r.value : []))
    if (!connection) return null
    const found = await window.stockroom.call('catalogue.search', {
      connectionId: connection.id,
      query: { sku: wanted },
      offset: 0,
      limit: 1,
    })
    const productId = found.ok ? (found.value.rows[0]?.id ?? 0) : 0
    const draft = await window.stockroom.call('drafts.get', { connectionId: connection.id, productId })
    return draft.ok ? (draft.value?.unparsed.price ?? null) : null
  }, sku)
