// @vitest-environment jsdom
import { expect, it, onTestFinished } from 'vitest'
import { useCatalogueStore } from '../../../../renderer/stores/catalogue-store'
import { followVaried, useVariedProducts } from '../../../../renderer/stores/varied-products'
import { installFakeBridge } from '../../../support/fake-bridge'

it('knows where all variations of a list are before any of its rows is read, and anew as it changes', async () => {
  let count = 4
  installFakeBridge({
    'catalogue.variationCounts': ({ query }) =>
      query.text === undefined
        ? { indexes: [90_000], ids: [7], counts: [count] }
        : { indexes: [], ids: [], counts: [] },
  })
  useCatalogueStore.setState({ connectionId: 'a store', filters: {}, sequence: 1, answered: 1, revision: 0 })
  onTestFinished(followVaried('a store'))
  const known = () => useVariedProducts.getState().all
  await expect.poll(() => known()).toEqual([{ index: 90_000, id: 7, count: 4 }])
  count = 5
  useCatalogueStore.setState({ revision: 1 })
  await expect.poll(() => known()).toEqual([{ index: 90_000, id: 7, count: 5 }])
  useCatalogueStore.setState({ filters: { text: 'mug' }, sequence: 2, answered: 2 })
  expect(known()).toEqual([])
  await expect.poll(() => useVariedProducts.getState().isAny).toBe(false)
})
