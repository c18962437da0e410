// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { watchOwnDrags } from '../../../../../renderer/features/picture-jobs/own-drags'

it('tells a drag that began in the window from one that comes from outside, also when its element is gone', () => {
  const { isOwn, stop } = watchOwnDrags()
  const row = document.body.appendChild(document.createElement('div'))
  const fire = (on: EventTarget, event: Event) => on.dispatchEvent(event)
  expect(isOwn()).toBe(false)
  fire(row, new Event('dragstart', { bubbles: true }))
  fire(window, new MouseEvent('mousemove', { buttons: 1 }))
  expect(isOwn()).toBe(true)
  fire(row, new Event('dragend', { bubbles: true }))
  expect(isOwn()).toBe(false)

  fire(row, new Event('dragstart', { bubbles: true }))
  row.remove()
  expect(isOwn()).toBe(true)
  fire(window, new MouseEvent('mousemove', { buttons: 0 }))
  expect(isOwn()).toBe(false)
  stop()
})
