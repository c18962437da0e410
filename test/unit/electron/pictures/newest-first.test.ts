import { expect, it } from 'vitest'
import { createNewestFirst } from '../../../../electron/pictures/newest-first'

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

it('runs a few at a time and then what was asked for last', async () => {
  const enqueue = createNewestFirst({ atOnce: 2, maxWaiting: 10 })
  const first = gate()
  const order: number[] = []
  const tasks = [1, 2, 3, 4, 5].map((n) =>
    enqueue(async () => {
      order.push(n)
      if (n <= 2) await first.opened
    }),
  )
  expect(order).toEqual([1, 2])
  first.open()
  await Promise.all(tasks)
  expect(order).toEqual([1, 2, 5, 4, 3])
})

it('gives up the oldest of too many', async () => {
  const enqueue = createNewestFirst({ atOnce: 1, maxWaiting: 2 })
  const first = gate()
  const answers = [1, 2, 3, 4].map((n) => enqueue(() => first.opened.then(() => n)))
  await expect(answers[1]).rejects.toMatchObject({ code: 'cancelled' })
  first.open()
  expect(await Promise.all([answers[0], answers[2], answers[3]])).toEqual([1, 3, 4])
})

it('goes on after a failure', async () => {
  const enqueue = createNewestFirst({ atOnce: 1, maxWaiting: 2 })
  const failed = enqueue(() => Promise.reject(new Error('no')))
  const next = enqueue(async () => 'yes')
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
