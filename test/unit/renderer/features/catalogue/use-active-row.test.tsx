// @vitest-environment jsdom
import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { useActiveRow } from '../../../../../renderer/features/catalogue/use-active-row'
import { openCatalogue, refresh, useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import { setActiveRow, useCatalogueViewStore } from '../../../../../renderer/stores/catalogue-view-store'
import { useViewStore } from '../../../../../renderer/stores/view-store'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
/** The products in the list, in its order. */
let listed: number[]

function List() {
  useActiveRow(() => {})
  return null
}

const reads = async (ids: number[]) => {
  listed = ids
  await act(async () => refresh())
}
const active = () => {
  const { activeIndex, activeProductId } = useCatalogueViewStore.getState()
  return [activeIndex, activeProductId]
}

beforeEach(async () => {
  installFakeBridge({
    'catalogue.search': () => ({ total: listed.length, rows: listed.map(aProductRow), hints: [] }),
  })
  useViewStore.setState({ connectionId: 'a', product: null })
  useCatalogueStore.setState({ connectionId: null })
  setActiveRow(0, null)
  listed = [5, 7]
  openCatalogue('a')
  await act(async () => root.render(<List />))
  await reads(listed)
})

describe('the active row', () => {
  it('is the first, while a pull puts rows before it, until somebody chooses another', async () => {
    await reads([1, 2, 5, 7])
    expect(active()[0]).toBe(0)
  })

  it('stays with the product that was chosen', async () => {
    setActiveRow(0, 5)
    await reads([1, 2, 5, 7])
    expect(active()).toEqual([2, 5])
  })

  it('becomes the product in its place when its own is gone, or when it was chosen before its product was known', async () => {
    setActiveRow(1, 7)
    await reads([5, 8])
    expect(active()).toEqual([1, 8])
    setActiveRow(1, null)
    await reads([5, 8, 9])
    expect(active()).toEqual([1, 8])
  })
})
