// @vitest-environment jsdom
import { rendersOf } from '../../../support/count-renders'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noWords } from '../../../../electron/shared/fields/kind'
import { Ago } from '../../../../renderer/components/Ago'
import { ProductCell } from '../../../../renderer/features/catalogue/ProductCell'
import { aProductRow } from '../../../support/a-product-row'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

it('says how long ago it was as time goes on, and is drawn when the words change', async () => {
  const place = document.createElement('div')
  const root = createRoot(place)
  act(() => root.render(<Ago at={1_000_000} />))
  expect(place.textContent).toBe('just now')
  const within = await rendersOf(() => act(() => void vi.advanceTimersByTime(50_000)))
  const after = await rendersOf(() => act(() => void vi.advanceTimersByTime(20_000)))
  expect([within, after]).toEqual([0, 1])
  expect(place.textContent).toBe('1 min ago')
  act(() => root.unmount())
  expect(vi.getTimerCount()).toBe(0)
})

it('stays true in a row of the list that nothing else draws anew', () => {
  const place = document.createElement('div')
  const root = createRoot(place)
  const look = { connectionId: 'a', columns: [], isCompact: false, words: noWords }
  act(() => root.render(<ProductCell column="updated" row={{ ...aProductRow(1), updatedAt: 1000 }} look={look} />))
  expect(place.textContent).toBe('just now')
  act(() => void vi.advanceTimersByTime(70_000))
  expect(place.textContent).toBe('1 min ago')
  act(() => root.unmount())
})
