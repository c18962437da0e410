import { expect, it } from 'vitest'
import { edgePace } from '../../../../../renderer/features/catalogue/edge-pace'

const list = { top: 100, bottom: 600 }

it('A list stands still while something is drawn in its middle, and scrolls faster the nearer to an edge and beyond it', () => {
  expect([150, 350, 550].map((y) => edgePace(y, list))).toEqual([0, 0, 0])
  expect(edgePace(590, list)).toBeGreaterThan(edgePace(570, list))
  expect(edgePace(700, list)).toBe(24)
  expect(edgePace(90, list)).toBe(-edgePace(610, list))
})
