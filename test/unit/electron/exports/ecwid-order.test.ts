import { expect, it } from 'vitest'
import { ecwidPlace } from '../../../../electron/exports/ecwid-order'
import { productFieldNames, fieldOf } from '../../../../electron/shared/fields/product-fields'

it('knows a place for every column that a field has in Ecwid’s file', () => {
  const titles = productFieldNames.flatMap((name) => Object.keys(fieldOf(name).inFiles))
  expect(titles.filter((title) => ecwidPlace(title) < 0)).toEqual([])
})
