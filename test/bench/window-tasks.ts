import type { Page } from '@playwright/test'

/** Of a window's own thread, ms: the longest task, and all of its work. */
export type Tasks = { longest: number; total: number }

/** Watches how long the window's thread is busy. Answers what ends it. */
export async function watchTasks(page: Page): Promise<() => Promise<Tasks>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const busyMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  await page.evaluate(() => {
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    })
    observer.observe({ type: 'longtask' })
    Object.assign(globalThis, { benchTasks: { tasks, observer } })
  })
  const before = await busyMs()
  return async () => {
    const total = (await busyMs()) - before
    const longest = await page.evaluate(() => {
      const { tasks, observer } = Reflect.get(globalThis, 'benchTasks') as {
        tasks: number[]
        observer: PerformanceObserver
      }
      for (const { duration } of observer.takeRecords()) tasks.push(duration)
      observer.disconnect()
      // Shorter ones than 50 ms are not told.
      return Math.max(50, ...tasks)
    })
    await session.detach()
    return { longest, total }
  }
}
