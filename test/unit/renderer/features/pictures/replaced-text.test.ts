import { expect, it } from 'vitest'
import { replacedText } from '../../../../../renderer/features/pictures/replaced-text'

it('says that the alt text of the former main picture went with it, and where the other files are', () => {
  expect(replacedText('', 1)).toBe('Main picture replaced.')
  expect(replacedText('Red mug', 1)).toBe('Main picture replaced, and its alt text “Red mug” went with it.')
  expect(replacedText('', 2)).toBe('Main picture replaced. 1 more picture is in the gallery.')
  expect(replacedText('A mug '.repeat(20), 3)).toBe(
    'Main picture replaced, and its alt text “A mug A mug A mug A mug A mug A mug A mu…” went with it. 2 more pictures are in the gallery.',
  )
})
