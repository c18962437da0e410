import { describe, expect, it } from 'vitest'
import { stockArrived } from '../../../../electron/changes/stock'

/** Sent from 10 of a product that was touched last at 100, and on the wire until 150 at the latest. */
const token = { quantity: 10, updatedAt: 100, arrivesUntil: 150 }
const sent = (delta: number, of: object = token) => [{ before: 20, after: 20 + delta, token: of }]
const product = (quantity: number, updateTimestamp?: number) => ({ id: 1, unlimited: false, quantity, updateTimestamp })

describe('a stock difference whose answer was lost', () => {
  it.each([
    ['arrived when the number is what it made, and was made then', 5, 15, 120, 'yes'],
    ['arrived when it was made at the very second of the read', 5, 15, 100, 'yes'],
    ['is unclear when the number is what it made, but somebody touched the product later', 5, 15, 151, 'unclear'],
    ['did not arrive when nobody touched the product', 5, 10, 100, 'no'],
    ['is unclear when the number is back, but somebody touched the product', 5, 10, 101, 'unclear'],
    ['is unclear when the number grew by less: some were sold, or others restocked', 5, 13, 120, 'unclear'],
    ['is unclear when it grew by more', 5, 30, 120, 'unclear'],
    ['is unclear when more were sold than it added', 5, 8, 120, 'unclear'],
    ['is unclear when fewer are missing than it took', -5, 8, 120, 'unclear'],
    ['is unclear when others restocked', -3, 27, 120, 'unclear'],
    ['is unclear when even more are missing', -5, 3, 120, 'unclear'],
  ] as const)('%s', (_why, delta, now, touchedAt, expected) => {
    expect(stockArrived(sent(delta), product(now, touchedAt))).toBe(expected)
  })

  it.each([
    [15, 'yes'],
    [10, 'no'],
    [13, 'unclear'],
  ] as const)('is told by its number, %i, where a store tells no times', (now, expected) => {
    expect(stockArrived(sent(5), product(now))).toBe(expected)
    expect(stockArrived(sent(5, { quantity: 10 }), product(now, 900))).toBe(expected)
  })
})
