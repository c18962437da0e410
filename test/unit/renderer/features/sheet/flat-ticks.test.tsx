// @vitest-environment jsdom
import { act, useEffect } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { layoutRows, placeAt } from '../../../../../renderer/features/sheet/row-layout'
import { leadPart, leadWidth } from '../../../../../renderer/features/sheet/row-lead'
import { useSaid } from '../../../../../renderer/features/sheet/said'
import { useRowLead } from '../../../../../renderer/features/sheet/use-row-lead'
import { useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import { openSheet } from '../../../../../renderer/stores/sheet-store'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const rows = [1, 2, 3].map((id) => ({ ...aProductRow(id), name: `Mug ${id}`, variationCount: id === 2 ? 3 : 0 }))
const layout = layoutRows(rows.length, [{ index: 1, count: 3 }], 0)
const all = [0, 1, 2, 3, 4]

const root = reactRoot()
let lead: ReturnType<typeof useRowLead>
const keep = (now: typeof lead) => void (lead = now)
function Sheet() {
  const now = useRowLead(layout)
  useEffect(() => keep(now))
  return null
}

let stores = 0
beforeEach(() => {
  installFakeBridge({})
  const connectionId = `store ${(stores += 1)}`
  useCatalogueStore.setState({ connectionId, total: rows.length, pages: new Map([[0, { rows, revision: 0 }]]) })
  openSheet(connectionId, 'flat')
  act(() => root.render(<Sheet />))
})

const leads = () => all.map((row) => lead.leadOf(rows[placeAt(layout, row).index]!, placeAt(layout, row)))

it('where variations stand in the place of their product, its box is at the first of them, once, and they begin alike', () => {
  expect(leads().map(({ isPicked }) => isPicked)).toEqual([false, false, null, null, false])
  expect(leads().map((each) => leadPart(each, 5))).toEqual(['tick', 'tick', null, null, 'tick'])
  expect(new Set(leads().map(leadWidth)).size).toBe(1)
})

it('a tick there selects the product, shows it at all of its rows, and says that all of its variations are meant', () => {
  act(() => lead.tick(1, false))
  expect(leads().map(({ isPicked }) => isPicked)).toEqual([false, true, null, null, false])
  expect(all.map((row) => lead.lookOf(row, {}) !== undefined)).toEqual([false, true, true, true, false])
  expect(useSaid.getState().sentence).toBe('Mug 2 selected, with all of its variations (3). 1 selected.')
  // By its key in any row of it.
  act(() => lead.tick(3, false))
  expect(useSaid.getState().sentence).toBe('Mug 2 not selected. 0 selected.')
})
