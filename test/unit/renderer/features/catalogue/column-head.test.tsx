// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { productFieldNames } from '../../../../../electron/shared/fields/product-fields'
import { ColumnHeadPanel } from '../../../../../renderer/features/catalogue/ColumnHeadPanel'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { keyAct } from '../../../../../renderer/features/sheet/sheet-keys'
import { columnFilterOf, hasColumnHead, type ColumnHead } from '../../../../../renderer/format/column-filter'
import { useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { boxOf, type } from '../../../../support/in-the-window'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let isDone: boolean

beforeEach(() => {
  isDone = false
  installFakeBridge({})
  useCatalogueStore.setState({ filters: {}, sort: null })
})

const open = (head: ColumnHead) =>
  act(async () =>
    root.render(
      <MantineProvider env="test">
        <ColumnHeadPanel {...head} onDone={() => (isDone = true)} />
      </MantineProvider>,
    ),
  )
const buttons = () => [...document.querySelectorAll('button')]
const press = (name: string) =>
  act(async () =>
    buttons()
      .find(({ textContent }) => textContent === name)!
      .click(),
  )

it('the head of a column sorts by it, and not any more when it is pressed again', async () => {
  await open({ field: 'price', attribute: null })
  await press('Sort highest first')
  expect([useCatalogueStore.getState().sort, isDone]).toEqual(['PRICE_DESC', true])
  await press('Sort highest first')
  expect(useCatalogueStore.getState().sort).toBeNull()
})

it('what is asked there is the filter of the catalogue, and stays in sight until one is done', async () => {
  await open({ field: 'sku', attribute: null })
  await type(boxOf('SKU'), 'M-1')
  expect([useCatalogueStore.getState().filters, isDone]).toEqual([{ sku: 'M-1' }, false])
  await press('Done')
  expect(isDone).toBe(true)
})

it('only columns that lists can be filtered or sorted by have one, and Alt+Down opens it', async () => {
  const heads = sheetColumnsOf([]).filter(hasColumnHead)
  const paths = heads.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['name', 'sku', 'price', 'quantity', 'enabled', 'categoryIds']))
  expect(paths).not.toEqual(expect.arrayContaining(['description']))
  expect(paths.filter((path) => path.includes('.'))).toEqual([])
  for (const { field } of heads) {
    root.clear()
    await open({ field, attribute: null })
    expect([field, buttons().length + document.querySelectorAll('input').length > 1]).toEqual([field, true])
  }
  expect(productFieldNames.filter((field) => columnFilterOf(field) === 'field').length).toBeGreaterThan(0)
  const key = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: true, key: 'ArrowDown' }
  expect(keyAct(key as Parameters<typeof keyAct>[0])).toBe('head')
})
