// @vitest-environment jsdom
import { drawsPerEvent, growing } from '../../../support/draws-per-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Sidebar } from '../../../../renderer/features/shell/Sidebar'
import { useConnectionStore } from '../../../../renderer/stores/connection-store'
import { aConnection, aSummary, newsOfTheStore, openShopWindow } from '../../../support/a-shop-window'

let shop: ReturnType<typeof openShopWindow>

beforeEach(() => {
  vi.useFakeTimers()
  shop = openShopWindow({})
})
afterEach(() => {
  shop.close()
  vi.useRealTimers()
})

it('a number of the queue in the sidebar draws one badge, however many stores there are', async () => {
  const draws = await drawsPerEvent({
    show: (count) => {
      const others = Array.from({ length: count - 1 }, (_, n) => aConnection({ id: `s${n}`, name: `Shop ${n}` }))
      useConnectionStore.setState({ connections: [aConnection(), ...others] })
      return <Sidebar views={() => null} />
    },
    entry: '[aria-label="Stores"] li',
    happenings: [
      { name: 'of the store on screen', happen: () => shop.emit('changes.changed', aSummary({ waiting: 3 })) },
      {
        name: 'of another store',
        happen: () => shop.emit('changes.changed', aSummary({ connectionId: 's3', waiting: 3 })),
      },
      ...newsOfTheStore(shop),
    ],
  })
  expect(growing(draws)).toEqual([])
  expect(draws[1]?.drawn[0]).toBeGreaterThan(0)
}, 120_000)
