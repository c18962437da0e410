// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import type { ShelfDetail } from '../../../../../electron/shared/shelf'
import type { ProductType } from '../../../../../electron/shared/store'
import { TypePage } from '../../../../../renderer/features/shelves/TypePage'
import { useStoreStore } from '../../../../../renderer/stores/store-store'
import { showLanguage } from '../../../../../renderer/stores/view-store'
import { shelfValue, useShelfStore } from '../../../../../renderer/stores/shelf-store'
import { activateType } from '../../../../../renderer/stores/type-view-store'
import { aSnapshot } from '../../../../support/a-snapshot'
import { aShelfDetail } from '../../../../support/a-shelf-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { boxOf, type } from '../../../../support/in-the-window'
import { euros } from '../../../../support/store-in-euros'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
const detail = (id: number): ShelfDetail =>
  aShelfDetail({ thing: 'productType', id, fields: { name: 'Kites', attributes: [] } })
const kites: ProductType = { id: -5, name: 'Kites', attributes: [] }
const show = (types: ProductType[]) =>
  act(async () =>
    root.render(
      <MantineProvider>
        <TypePage connectionId="shop" types={types} languages={({ missing }) => <p>{missing.join(', ')}</p>} />
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

it('an attribute’s name is translated right under it, and what is missing is counted', async () => {
  const profile = { ...euros, languages: ['en', 'de'] }
  useStoreStore.setState({ snapshot: aSnapshot({ connectionId: 'shop', profile, productTypes: [kites] }) })
  showLanguage('de')
  const attributes = [
    { id: 3, name: 'Span', type: 'CUSTOM', show: 'DESCR', nameTranslated: {} },
    { id: 4, name: 'Batch', type: 'CUSTOM', show: 'NOTSHOW', nameTranslated: {} },
  ]
  const fields = { name: 'Kites', attributes }
  installFakeBridge({
    'catalogue.shelf': () => ({ ...detail(-5), fields }),
    'catalogue.typeTally': () => ({ products: 0, values: {} }),
    'drafts.putShelf': () => null,
  })
  activateType(-5)
  await show([kites])
  expect(document.querySelector('[aria-label="Product type Kites"]')?.textContent).toContain('name of “Span”')
  await type(boxOf('Name, line 1 in German'), 'Spannweite')
  expect(shelfValue(useShelfStore.getState(), 'attributes')).toMatchObject([
    { name: 'Span', nameTranslated: { de: 'Spannweite' } },
    { name: 'Batch' },
  ])
  expect(document.body.textContent).not.toContain('name of “Span”')
  showLanguage(null)
})
