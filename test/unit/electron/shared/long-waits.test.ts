import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLimiter } from '../../../../electron/ecwid/limiter'
import { restUntilDue } from '../../../../electron/bulk/due'
import { afterMs } from '../../../../electron/shared/after-ms'

// A timer of more than 2^31 ms, which are 24.8 days, fires at once.

const day = 24 * 3_600_000
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('a wait of months does not end at once, nor before it is over', async () => {
  let ended = 0
  afterMs(90 * day, () => (ended = Date.now()))
  const began = Date.now()
  await vi.advanceTimersByTimeAsync(90 * day - 1)
  expect(ended).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(ended - began).toBe(90 * day)
})

it('a wait of months can be given up at any time of it', async () => {
  let hasEnded = false
  const giveUp = afterMs(90 * day, () => (hasEnded = true))
  await vi.advanceTimersByTimeAsync(60 * day)
  giveUp()
  await vi.advanceTimersByTimeAsync(90 * day)
  expect([hasEnded, vi.getTimerCount()]).toEqual([false, 0])
})

it('a store that asks to wait for forty days gets no request before, and then one', async () => {
  const limiter = createLimiter()
  limiter.pause(Date.now() + 40 * day)
  const sent: string[] = []
  void limiter.run('push', () => Promise.resolve(sent.push('price')))
  await vi.advanceTimersByTimeAsync(40 * day - 1000)
  expect(sent).toEqual([])
  await vi.advanceTimersByTimeAsync(2000)
  expect(sent).toEqual(['price'])
})

it('a change that begins in two months is looked at every minute until then', () => {
  const at = Date.now() + 60 * day
  expect(restUntilDue([{ startsAt: at, endsAt: at + 60 * day }], Date.now())).toBe(60_000)
})
