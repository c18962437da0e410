import { describe, expect, it } from 'vitest'
import { backoffMs, outcomeOf } from '../../../../electron/sync/outcome'
import { stockArrived } from '../../../../electron/changes/stock'

const info = (code: Parameters<typeof outcomeOf>[0]['code'], more = {}) => ({ code, message: '', ...more })

describe('what becomes of a change whose request failed', () => {
  it('waits longer each time, but never more than five minutes', () => {
    expect([0, 1, 2].map(backoffMs)).toEqual([500, 1000, 2000])
    expect(backoffMs(50)).toBe(300_000)
  })

  it('holds everything back while the line is down', () => {
    expect(outcomeOf(info('offline'), 0, 1000)).toEqual({ kind: 'pause', at: 1500 })
  })

  it('waits as long as the store asks', () => {
    expect(outcomeOf(info('rate-limited', { retryAt: 60_000 }), 0, 1000)).toEqual({ kind: 'retry', at: 60_000 })
  })

  it('looks before it sends again when the answer was lost', () => {
    expect(outcomeOf(info('unknown-outcome'), 0, 1000).kind).toBe('unknown')
  })

  it('tries again where somebody edited the same at once, but not for ever', () => {
    expect(outcomeOf(info('edited-at-once'), 1, 1000)).toEqual({ kind: 'retry', at: 2000 })
    expect(outcomeOf(info('edited-at-once'), 8, 1000)).toEqual({ kind: 'refuse' })
  })

  it('stops at once for a key that the store refuses', () => {
    expect(outcomeOf(info('bad-key'), 0, 1000)).toEqual({ kind: 'block' })
  })

  it.each(['refused', 'missing-scope', 'plan', 'not-found', 'internal'] as const)(
    'keeps a %s with its reason',
    (code) => {
      expect(outcomeOf(info(code), 0, 1000)).toEqual({ kind: 'refuse' })
    },
  )
})

describe('a stock difference whose answer was lost', () => {
  it.each([
    ['arrived when the number is what it made', 10, 5, 15, 'yes'],
    ['did not arrive when nothing moved', 10, 5, 10, 'no'],
    ['is unclear when the number grew by less: some were sold, or others restocked', 10, 5, 13, 'unclear'],
    ['is unclear when it grew by more', 10, 5, 30, 'unclear'],
    ['is unclear when more were sold than it added', 10, 5, 8, 'unclear'],
    ['is unclear when fewer are missing than it took', 10, -5, 8, 'unclear'],
    ['is unclear when others restocked', 10, -3, 27, 'unclear'],
    ['is unclear when even more are missing', 10, -5, 3, 'unclear'],
  ] as const)('%s', (_why, sentFrom, delta, now, expected) => {
    expect(stockArrived(sentFrom, delta, now)).toBe(expected)
  })
})
