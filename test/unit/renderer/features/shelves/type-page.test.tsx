// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import type { ShelfDetail } from '../../../../../electron/shared/shelf'
import type { ProductType } from '../../../../../electron/shared/store'
import { TypePage } from '../../../../../renderer/features/shelves/TypePage'
import { shelfValue, useShelfStore } from '../../../../../renderer/stores/shelf-store'
import { activateType } from '../../../../../renderer/stores/type-view-store'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { boxOf, type } from '../../../../support/in-the-window'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
const detail = (id: number): ShelfDetail => ({
  thing: 'productType',
  id,
  fields: { name: 'Kites', attributes: [] },
  state: 'synced',
  isDeletedInStore: false,
  picture: null,
  upload: null,
  draft: null,
  problems: [],
})
const kites: ProductType = { id: -5, name: 'Kites', attributes: [] }
const show = (types: ProductType[]) =>
  act(async () =>
    root.render(
      <MantineProvider>
        <TypePage connectionId="shop" types={types} />
      </MantineProvider>,
    ),
  )

beforeEach(() => {
  installFakeBridge({
    'catalogue.shelf': () => detail(-5),
    'catalogue.typeTally': () => ({ products: 0, values: {} }),
    'drafts.putShelf': () => null,
  })
  useShelfStore.setState({ open: null, edits: {}, saves: {} })
})

it('keeps the box that is typed into when the store gives a type made here its id, before its page is read again', async () => {
  activateType(-5)
  await show([kites])
  await act(async () => document.querySelector<HTMLElement>('[data-field="attributes"] button')?.click())
  const box = boxOf('Name, line 1')
  box.focus()
  await show([{ ...kites, id: 41, madeAs: -5 }])
  expect(document.activeElement).toBe(box)
  await type(box, 'Span')
  expect(shelfValue(useShelfStore.getState(), 'attributes')).toMatchObject([{ name: 'Span' }])
})
