import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { readProducts, readRequests } from '../support/stored-product'

const creates = async (store: DemoStore) => {
  return (await readRequests(store)).filter(({ method, path }) => method === 'POST' && /\/products(\?|$)/.test(path))
    .length
}

const named = async (store: DemoStore, name: string) => {
  return (await readProducts(store)).filter((product) => product.name === name).length
}

async function create(page: Page, name: string): Promise<void> {
  const result = await page.evaluate(async (productName) => {
    const connections = await window.stockroom.call('connections.list', {})
    if (!connections.ok) return connections
    return window.stockroom.call('changes.apply', {
      connectionId: connections.value[0]?.id ?? '',
      source: 'form',
      label: { code: 'edit-product', product: 'New product' },
      operations: [{ kind: 'create', fields: { name: productName } }],
    })
  }, name)
  if (!result.ok) throw new Error(result.error.message)
}

// Chromium resends a request by itself when a connection that was used before breaks off without an answer.
test('a product whose answer is lost on a used connection is made once', async ({ page, store }) => {
  await connect(page, store)
  await create(page, 'First of all')
  await expect.poll(() => named(store, 'First of all')).toBe(1)
  const before = await creates(store)

  await store.control('POST', '/faults', { kind: 'drop-after', match: { method: 'POST', path: '/products(\\?|$)' } })
  await create(page, 'Made once')
  await expect
    .poll(async () => {
      const changes = await page.evaluate(async () => {
        const connections = await window.stockroom.call('connections.list', {})
        if (!connections.ok) return null
        return window.stockroom.call('changes.summary', { connectionId: connections.value[0]?.id ?? '' })
      })
      return changes?.ok ? changes.value.waiting + changes.value.sending : null
    })
    .toBe(0)
  expect(await named(store, 'Made once')).toBe(1)
  expect(await creates(store)).toBe(before + 1)
})
