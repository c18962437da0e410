import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { longestTurn } from '../../support/growth'

const workFor = (ms: number) => {
  const start = process.cpuUsage()
  for (let used = process.cpuUsage(start); used.user + used.system < ms * 1000; used = process.cpuUsage(start));
}

it('work that never lets others have their turn is one long turn', () => {
  const longest = longestTurn()
  workFor(30)
  expect(longest()).toBeGreaterThanOrEqual(30)
})

it('the longest turn is told, whichever it was', async () => {
  const longest = longestTurn()
  for (const ms of [1, 30, 1]) {
    await setImmediate()
    workFor(ms)
  }
  expect(longest()).toBeGreaterThanOrEqual(30)
})
