// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sections } from '../../../../../electron/shared/fields/field'
import { fieldOf, productFieldNames } from '../../../../../electron/shared/fields/product-fields'
import { FormStateContext } from '../../../../../renderer/features/product/form-state'
import { AttributesTab } from '../../../../../renderer/features/product/tabs/AttributesTab'
import { GeneralTab } from '../../../../../renderer/features/product/tabs/GeneralTab'
import { SeoTab } from '../../../../../renderer/features/product/tabs/SeoTab'
import { ShippingTab } from '../../../../../renderer/features/product/tabs/ShippingTab'
import { openProduct, setProductField } from '../../../../../renderer/stores/product-store'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { giveJsdomSizes } from '../../../../support/mantine-in-jsdom'
import { euros } from '../../../../support/store-in-euros'

let root: Root

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

beforeEach(() => {
  giveJsdomSizes()
  installFakeBridge({ 'drafts.get': () => null, 'drafts.remove': () => undefined as never })
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => act(() => root.unmount()))

const attributes = [{ id: 5, name: 'Brand', type: 'BRAND', show: 'DESCR' }]
const form = {
  connectionId: 'a',
  profile: euros,
  categories: [],
  productTypes: [{ id: 0, name: '', attributes }],
  readOnly: false,
}

const tabs: Record<(typeof sections)[keyof typeof sections]['tab'], ReactNode> = {
  general: <GeneralTab />,
  attributes: <AttributesTab />,
  shipping: <ShippingTab />,
  seo: <SeoTab />,
}

describe('the form', () => {
  it('has each field once, in the tab that its entry names', async () => {
    await act(() => openProduct('a', 'new'))
    act(() => setProductField('unlimited', false))
    for (const [tab, content] of Object.entries(tabs)) {
      act(() =>
        root.render(
          <MantineProvider env="test">
            <FormStateContext value={form}>{content}</FormStateContext>
          </MantineProvider>,
        ),
      )
      const expected = productFieldNames.filter((name) => sections[fieldOf(name).section].tab === tab)
      const places = [...document.querySelectorAll('[data-field]')].map((each) => each.getAttribute('data-field') ?? '')
      const shown = [...new Set(places.map((path) => path.split('.')[0] ?? ''))]
      expect(shown.toSorted()).toEqual(expected.toSorted())
      expect(places).toHaveLength(new Set(places).size)
    }
  })
})
