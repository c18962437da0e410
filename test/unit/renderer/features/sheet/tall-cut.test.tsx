// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { act, useRef } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { AppError } from '../../../../../electron/shared/errors'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { layoutRows } from '../../../../../renderer/features/sheet/row-layout'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { useClipboard } from '../../../../../renderer/features/sheet/use-clipboard'
import type { Shown } from '../../../../../renderer/features/sheet/written-cells'
import { setSort, useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import { drafts } from '../../../../../renderer/stores/product-store'
import { openSheet, showFields, useSheetStore } from '../../../../../renderer/stores/sheet-store'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'
import { euros } from '../../../../support/store-in-euros'

/** Products 1 to 200, of which a cut of the first hundred is read in parts. */
const columns = sheetColumnsOf([]).filter(({ path }) => path === 'sku')
const shown: Shown = {
  ...{ columns, layout: layoutRows(200, []) },
  words: { ...noWords, profile: euros },
  isFixed: () => false,
}
const block = { top: 0, left: 0, bottom: 99, right: 0 }

let order: number[]
let bridge: FakeBridge
const root = reactRoot()

function Sheet() {
  const frame = useRef<HTMLDivElement>(null)
  useClipboard(frame, shown, block, () => {})
  return (
    <MantineProvider>
      <Notifications />
      <div ref={frame}>
        <canvas tabIndex={0} />
      </div>
      <input />
    </MantineProvider>
  )
}

let stores = 0
beforeEach(async () => {
  await drafts.flush()
  order = Array.from({ length: 200 }, (_, at) => at + 1)
  bridge = installFakeBridge({
    'bulk.ids': ({ offset, limit }) => order.slice(offset, offset + limit),
    'catalogue.sheetRows': ({ productIds }) =>
      productIds.map((id) => ({
        ...{ id, variations: null, draft: null },
        fields: { ...newProductFields, name: `Mug ${id}`, sku: `M-${id}` },
      })),
    'drafts.put': () => null,
    'app.edit': () => null,
  })
  const connectionId = `store ${(stores += 1)}`
  useCatalogueStore.setState({ connectionId, total: 200, pages: new Map() })
  openSheet(connectionId)
  showFields(['sku'])
  await act(async () => root.render(<Sheet />))
  at('canvas').focus()
})

const at = (what: 'canvas' | 'input') => document.querySelector<HTMLElement>(what)!
const asked = (name: string) => bridge.asked.filter((each) => each.name === name).length

/** As the system does at its keys: what is copied, or null where the sheet leaves that to others. */
async function clipboard(type: 'copy' | 'cut'): Promise<string[] | null> {
  const data = new Map<string, string>()
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
    clipboardData: { setData: (kind: string, text: string) => data.set(kind, text) },
  })
  await act(async () => void document.activeElement!.dispatchEvent(event))
  return event.defaultPrevented ? (data.get('text/plain') ?? '').trim().split('\n') : null
}
const emptied = () => [...useSheetStore.getState().edits.keys()].toSorted((a, b) => a - b)
const firstHundred = Array.from({ length: 100 }, (_, step) => step + 1)

it('a cut empties the products that were copied, also where others stand in their rows by then', async () => {
  bridge.handlers['app.edit'] = () => {
    order.reverse()
    return null
  }
  expect(await clipboard('cut')).toEqual([''])
  await expect.poll(() => asked('app.edit')).toBe(1)
  expect(await clipboard('copy')).toEqual(firstHundred.map((id) => `M-${id}`))
  await expect.poll(emptied).toEqual(firstHundred)
})

it('what could not be copied is forgotten: the next copy, in a box, is of that box', async () => {
  bridge.handlers['app.edit'] = () => {
    throw new AppError('internal', 'It is busy.')
  }
  await clipboard('cut')
  await expect.poll(() => asked('app.edit')).toBe(1)
  at('input').focus()
  expect(await clipboard('copy')).toBe(null)
  expect(emptied()).toEqual([])
})

it('a copy that comes while a box has the focus is of that box', async () => {
  await clipboard('cut')
  await expect.poll(() => asked('app.edit')).toBe(1)
  at('input').focus()
  expect(await clipboard('copy')).toBe(null)
  expect(emptied()).toEqual([])
})

it.each([
  ['the list was sorted anew', () => setSort('ADDED_TIME_ASC')],
  ['a box was gone into', () => at('input').focus()],
])('nothing is cut where %s while the rows were read', async (_, happens) => {
  const { 'catalogue.sheetRows': read } = bridge.handlers
  bridge.handlers['catalogue.sheetRows'] = (input) => {
    happens()
    return read!(input)
  }
  await clipboard('cut')
  await expect.poll(() => document.body.textContent).toContain('Nothing was copied')
  expect(asked('app.edit')).toBe(0)
  expect(emptied()).toEqual([])
})
