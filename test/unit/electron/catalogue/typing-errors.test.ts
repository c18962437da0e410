import { expect, it } from 'vitest'
import { typingErrors } from '../../../../electron/catalogue/search/typing-errors'

it('a letter that is missing, too many, another one or swapped with the next is one error', () => {
  const errors = (typed: string) => typingErrors(typed, 'ceramic', 2)
  expect(['ceramic', 'cramic', 'cerammic', 'ceranic', 'cearmic', 'ecramic'].map(errors)).toEqual([0, 1, 1, 1, 1, 1])
  expect([errors('crammic'), errors('keramik'), errors('ceram'), errors('cotton'), errors('c')]).toEqual([
    2,
    2,
    2,
    null,
    null,
  ])
  expect(typingErrors('ceramik', 'ceramic', 0)).toBeNull()
})
