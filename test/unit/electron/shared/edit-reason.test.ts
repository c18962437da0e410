import { expect, it } from 'vitest'
import { editReasonText } from '../../../../electron/shared/words/edit-reason'

it.each([
  [['Span'], 'Its product type has no attribute “Span”.'],
  [['Span', 'Year'], 'Its product type has no attributes “Span”, “Year”.'],
  [[''], 'Its product type has no such attribute.'],
  [['', ''], 'Its product type has no such attributes.'],
])('attributes %j that a type does not have are named as far as they are known', (names, said) => {
  expect(editReasonText({ says: 'attribute-not-of-type', names })).toBe(said)
})
