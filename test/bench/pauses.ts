import type { Page } from '@playwright/test'
import type { RunningApp } from '../support/running-app'

/** Watches how long main keeps everything else waiting. Answers what ends it: pauses over a few ms, the longest last. */
export async function watchMain({ electron }: RunningApp): Promise<() => Promise<number[]>> {
  const everyMs = 5
  await electron.evaluate((_electron, every) => {
    const pauses: number[] = []
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      // A timer itself may be a little late.
      if (now - last > every * 2) pauses.push(now - last - every)
      last = now
    }, every)
    Object.assign(globalThis, { benchPauses: { pauses, timer } })
  }, everyMs)
  return () =>
    electron.evaluate(() => {
      const { pauses, timer } = Reflect.get(globalThis, 'benchPauses') as {
        pauses: number[]
        timer: ReturnType<typeof setInterval>
      }
      clearInterval(timer)
      return pauses.sort((a, b) => a - b)
    })
}

/** Watches how long each frame of a window takes, while something on it moves. Answers what ends it. */
export async function watchFrames(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const times: number[] = []
    const dot = document.createElement('div')
    dot.style.cssText = 'position:fixed;right:0;bottom:0;width:8px;height:8px;background:#888;pointer-events:none'
    document.body.append(dot)
    let isOn = true
    let last = performance.now()
    const frame = () => {
      const now = performance.now()
      times.push(now - last)
      last = now
      dot.style.transform = `translateX(-${times.length % 100}px)`
      if (isOn) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    const stop = () => {
      isOn = false
      dot.remove()
      return times
    }
    Object.assign(globalThis, { benchFrames: stop })
  })
  return () => page.evaluate(() => (Reflect.get(globalThis, 'benchFrames') as () => number[])())
}
