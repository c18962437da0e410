import { describe, expect, it } from 'vitest'
import { backoffMs, outcomeOf } from '../../../../electron/sync/outcome'

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
