// @vitest-environment jsdom
import { rendersOf } from '../../../support/count-renders'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Ago } from '../../../../renderer/components/Ago'

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
