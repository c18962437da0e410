import type { Page } from '@playwright/test'
import { report } from '../support/bench-table'
import type { RunningApp } from '../support/running-app'

/** Watches how long main keeps everything else waiting. Answers what ends it: pauses over a few ms, the longest last. */
async function watchMain({ electron }: RunningApp): Promise<() => Promise<number[]>> {
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
async function watchFrames(page: Page): Promise<() => Promise<number[]>> {
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

/** Two frames at 60 a second: one was missed. */
const slowMs = 32
const longMs = 50

/** Does some work while main and the window are watched beside those of an empty window, and reports their pauses. */
export async function watched<T>(
  title: string,
  { app, empty }: { app: RunningApp; empty: RunningApp },
  work: () => Promise<T>,
): Promise<T> {
  const stops = {
    main: await watchMain(app),
    idleMain: await watchMain(empty),
    frames: await watchFrames(app.page),
    idleFrames: await watchFrames(empty.page),
  }
  const done = await work()
  const [main, idleMain] = [await stops.main(), await stops.idleMain()]
  const [frames, idleFrames] = [await stops.frames(), await stops.idleFrames()]
  report({
    name: `${title}: the longest pause of main (over ${longMs} ms: ${countOver(main, longMs)})`,
    value: main.at(-1) ?? 0,
    yardstick: { name: `an idle main (${countOver(idleMain, longMs)})`, value: idleMain.at(-1) ?? 0 },
    unit: 'ms',
    goal: { atMost: 16 },
  })
  report({
    name: `${title}: frames over ${slowMs} ms of ${frames.length}`,
    value: countOver(frames, slowMs),
    yardstick: { name: `an idle window, of ${idleFrames.length}`, value: countOver(idleFrames, slowMs) },
    unit: 'frames',
    goal: { ratioAtMost: 1.1 },
  })
  return done
}

const countOver = (times: readonly number[], ms: number) => times.filter((each) => each > ms).length
