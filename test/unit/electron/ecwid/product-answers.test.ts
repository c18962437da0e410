import { describe, expect, it } from 'vitest'
import { createClient } from '../../../../electron/ecwid/client'
import { createEcwid } from '../../../../electron/ecwid/ecwid'
import { createLimiter } from '../../../../electron/ecwid/limiter'
import { createLine } from '../../../../electron/ecwid/line'

const deep = '['.repeat(20_000) + ']'.repeat(20_000)

/** A store that answers everything with the given texts, in order. */
function storeAnswering(...bodies: string[]) {
  const urls: string[] = []
  const fetch = async (url: string) => {
    urls.push(url)
    return new Response(bodies.shift() ?? '', { headers: { 'content-type': 'application/json' } })
  }
  const client = createClient({
    line: createLine({ origin: 'https://store.test', key: () => 'secret_x', fetch }),
    storeId: 1,
    limiter: createLimiter(),
  })
  return { ecwid: createEcwid(client), urls }
}

describe('answers about products', () => {
  it('counts an update without the product in its answer as done', async () => {
    const { ecwid } = storeAnswering('{"updateCount":1}', '{"updateCount":0}', '')
    expect(await ecwid.updateProduct(1, { price: 2 })).toBeNull()
    expect(await ecwid.updateProduct(1, { price: 2 })).toBeNull()
    expect(await ecwid.updateProduct(1, { price: 2 })).toBeNull()
  })

  it('reads a product with odd fields, and keeps them as they came', async () => {
    const body = '{"id":5,"price":"free","media":null,"later":{"a":[1,{"b":null}]}}'
    const { ecwid } = storeAnswering(body)
    const { raw, product } = await ecwid.getProduct(5)
    expect(JSON.stringify(raw)).toBe(body)
    expect(product).toMatchObject({ id: 5, price: undefined, media: undefined })
  })

  it('does not let one unreadable product hide the others of its page', async () => {
    const { ecwid } = storeAnswering(
      `{"total":5,"count":5,"offset":0,"limit":100,"items":[null,{"id":6,"enabled":false},{"id":"7"},{"id":{}},{"id":8,"a":${deep}}]}`,
    )
    const page = await ecwid.searchProducts({})
    expect(page).toMatchObject({ total: 5, count: 5 })
    expect(page.items.map(({ product }) => product.id)).toEqual([6])
    expect(page.unread).toEqual({ ids: [7, 8], nameless: 2 })
  })

  it('pages on as long as the store fills the limit it really keeps to', async () => {
    const page = (ids: number[]) =>
      JSON.stringify({
        total: 3,
        count: ids.length,
        offset: 0,
        limit: 2,
        items: ids.map((id) => ({ id, name: `c${id}` })),
      })
    const { ecwid, urls } = storeAnswering(page([1, 2]), page([3, 4]), page([]))
    expect((await ecwid.getCategories()).items.map(({ id }) => id)).toEqual([1, 2, 3, 4])
    expect(urls.map((url) => new URL(url).searchParams.get('offset'))).toEqual(['0', '2', '4'])
  })

  it('does not page for ever when the store claims a limit of 0', async () => {
    const { ecwid, urls } = storeAnswering('{"total":1,"count":1,"offset":0,"limit":0,"items":[{"id":1,"name":"a"}]}')
    expect((await ecwid.getCategories()).items).toHaveLength(1)
    expect(urls).toHaveLength(1)
  })

  it('reads either name of the product count, and dates of any zone', async () => {
    const { ecwid } = storeAnswering(
      '{"productsUpdated":"2026-01-05 04:00:00 +0400","productCountRequired":3}',
      '{"productsUpdated":"2026-01-05 00:00:00 +0000","categoriesUpdated":"soon","productCount":4}',
    )
    const midnight = Date.UTC(2026, 0, 5)
    expect(await ecwid.getStats()).toMatchObject({ productsUpdated: midnight, productCount: 3, profileUpdated: null })
    expect(await ecwid.getStats()).toMatchObject({
      productsUpdated: midnight,
      productCount: 4,
      categoriesUpdated: null,
    })
  })
})
