import { act } from 'react'
import { beforeEach } from 'vitest'

type Tell = (entries: { target: Element; isIntersecting: boolean }[]) => void

/** In jsdom: frames that come when a test draws them, and places that come into sight when it says so. */
export function framesAndSight() {
  let asked: FrameRequestCallback[] = []
  let tellSight: Tell = () => {}

  beforeEach(() => {
    class IntersectionObserver {
      constructor(tell: Tell) {
        tellSight = tell
      }
      observe() {}
      unobserve() {}
    }
    asked = []
    const requestAnimationFrame = (run: FrameRequestCallback) => asked.push(run)
    Object.assign(window, { IntersectionObserver, requestAnimationFrame })
  })

  /** The next frame; false: nothing waits for one. */
  const oneFrame = (): boolean => {
    const run = asked
    asked = []
    act(() => run.forEach((each) => each(0)))
    return run.length > 0
  }
  const untilDrawn = (): void => {
    while (oneFrame());
  }
  /** Scrolls to where only these of the places are in sight. */
  const see = (places: readonly Element[], isInSight: (at: number) => boolean): void => {
    act(() => tellSight(places.map((target, at) => ({ target, isIntersecting: isInSight(at) }))))
    untilDrawn()
  }
  return { oneFrame, untilDrawn, see }
}
