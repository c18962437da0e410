import { expect, it } from 'vitest'
import { colourCode, colourProblem, isSameColour } from '../../../../../electron/shared/fields/colour-code'

it.each([
  ['#ff7f50', '#ff7f50'],
  ['#FF7F50', '#FF7F50'],
  ['ff7f50', '#ff7f50'],
  ['#abc', '#aabbcc'],
  [' abc ', '#aabbcc'],
  ['green', '#008000'],
  ['Dark Red', '#8b0000'],
  ['yellowgreen', '#9acd32'],
])('%j is the colour %s', (typed, code) => {
  expect(colourCode(typed)).toBe(code)
  expect(colourProblem(typed)).toBeNull()
})

it.each(['#zzzzzz', '#ff7f5', 'greenish', '#green', 'constructor', '12'])(
  '%j is no colour, and it is said',
  (typed) => {
    expect(colourCode(typed)).toBeNull()
    expect(colourProblem(typed)).toBe('not-a-colour')
  },
)

it('no colour is no problem', () => expect(colourProblem(' ')).toBeNull())

it('one colour is the same however it is written', () => {
  expect(isSameColour('#ABC', 'aabbcc')).toBe(true)
  expect(isSameColour('red', '#ff0000')).toBe(true)
  expect(isSameColour('#ff0000', '#ff0001')).toBe(false)
})
