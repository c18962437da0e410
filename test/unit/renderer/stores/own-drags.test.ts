// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { isOwnDrag, markOwnDrags } from '../../../../renderer/stores/own-drags'

it('tells a drag that began in the window from one that comes from outside', () => {
  const begin = () => {
    const types: string[] = ['text/plain']
    const event = Object.assign(new Event('dragstart', { bubbles: true }), {
      dataTransfer: { types, setData: (type: string) => types.push(type) },
    })
    document.body.dispatchEvent(event)
    return event.dataTransfer
  }
  expect(isOwnDrag(begin())).toBe(false)
  const unmark = markOwnDrags()
  expect(isOwnDrag(begin())).toBe(true)
  unmark()
  expect(isOwnDrag(begin())).toBe(false)
})
