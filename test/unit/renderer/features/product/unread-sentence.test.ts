import { expect, it } from 'vitest'
import { unreadSentence } from '../../../../../renderer/features/product/unread-sentence'

it('counts what the form does not show', () => {
  expect(unreadSentence({ pictures: 0, variations: 0, attributes: 0 })).toBeNull()
  expect(unreadSentence({ pictures: 1, variations: 0, attributes: 0 })).toBe(
    'The store sends 1 picture of this product in a form that cannot be read, so it is not shown here. In the store it stays as before.',
  )
  expect(unreadSentence({ pictures: 2, variations: 1, attributes: 3 })).toBe(
    'The store sends 2 pictures, 1 variation and 3 attributes of this product in a form that cannot be read, so they are not shown here. In the store they stay as before.',
  )
})
