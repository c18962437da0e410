// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { expect, it } from 'vitest'
import { DateFilter } from '../../../../../renderer/features/catalogue/DateFilter'
import { FieldFilters } from '../../../../../renderer/features/catalogue/FieldFilters'
import { PriceFilter } from '../../../../../renderer/features/catalogue/PriceFilter'
import { setFilters, useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()

async function errorsWith(filters: Parameters<typeof setFilters>[0]): Promise<string[]> {
  useCatalogueStore.setState({ filters: {} })
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <PriceFilter label="Price from" filter="priceFrom" />
        <PriceFilter label="Price to" filter="priceTo" />
        <DateFilter label="Created from" filter="createdFrom" />
        <DateFilter label="Created to" filter="createdTo" />
        <FieldFilters />
      </MantineProvider>,
    ),
  )
  await act(async () => setFilters(filters))
  return [...document.querySelectorAll('.mantine-InputWrapper-error')].map(({ textContent }) => textContent ?? '')
}

const turned = 'This is below where it begins, so nothing is found.'

it('a range that ends below its beginning says so where it ends', async () => {
  expect(await errorsWith({ priceFrom: 20, priceTo: 10 })).toEqual([turned])
  expect(await errorsWith({ fields: [{ field: 'minPurchaseQuantity', from: 5, to: 4 }] })).toEqual([turned])
  const day = 86_400
  expect(await errorsWith({ createdFrom: 20 * day, createdTo: 10 * day })).toEqual([
    'This is before the first day, so nothing is found.',
  ])
})

it('one that holds something, if only one value, says nothing', async () => {
  expect(await errorsWith({ priceFrom: 10, priceTo: 10 })).toEqual([])
  expect(await errorsWith({ priceTo: 10 })).toEqual([])
  expect(await errorsWith({ fields: [{ field: 'minPurchaseQuantity', from: 4, to: 5 }] })).toEqual([])
})
