import { beforeEach, expect, it } from 'vitest'
import { noteRefused, stepRefused, useRefusedCells } from '../../../../../renderer/features/sheet/refused-cells'
import { useWantedPlace } from '../../../../../renderer/features/sheet/sheet-place'
import { useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'

beforeEach(() => noteRefused([{ row: 3, path: 'price' }], '4 of 5 cells pasted'))

it('Refused cells are gone through, round and round', () => {
  stepRefused(1)
  stepRefused(1)
  expect(useWantedPlace.getState().cell).toEqual({ row: 3, path: 'price' })
})

it('Another order of the list makes other products of their rows: nobody is led there', () => {
  useCatalogueStore.setState({ sort: 'PRICE_ASC' })
  expect(useRefusedCells.getState().cells).toEqual([])
})
