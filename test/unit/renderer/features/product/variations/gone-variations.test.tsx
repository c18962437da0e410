// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { FormStateContext } from '../../../../../../renderer/features/product/form-state'
import { VariationsSection } from '../../../../../../renderer/features/product/variations/VariationsSection'
import { openProduct, useProductStore } from '../../../../../../renderer/stores/product-store'
import { aProductDetail } from '../../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../../support/fake-bridge'
import { giveJsdomSizes } from '../../../../../support/mantine-in-jsdom'

it('says what was typed into a variation that is gone, also where it was the last, and lets it go', async () => {
  giveJsdomSizes()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const detail = aProductDetail()
  const typed = { label: 'Red', base: { price: 3 }, patch: { price: 5 }, unparsed: {} }
  const draft = { base: detail.fields, patch: {}, unparsed: {}, variations: { 7: typed }, savedAt: 1 }
  installFakeBridge({
    'catalogue.product': () => ({ ...detail, draft }),
    'drafts.put': () => null,
    'drafts.remove': () => null,
  })
  await openProduct('a', 1)
  const form = { connectionId: 'a', profile: null, categories: [], productTypes: [], readOnly: false }
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  act(() =>
    root.render(
      <MantineProvider env="test">
        <FormStateContext value={form}>
          <VariationsSection />
        </FormStateContext>
      </MantineProvider>,
    ),
  )
  expect(place.textContent).toContain('Red: no longer a variation of this product.')
  act(() => place.querySelector('button')?.click())
  expect(useProductStore.getState().open?.edits.variations).toEqual({})
  expect(place.querySelector('[role="alert"]')).toBeNull()
  act(() => root.unmount())
})
