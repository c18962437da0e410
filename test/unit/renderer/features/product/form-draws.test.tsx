// @vitest-environment jsdom
import { rendersOf } from '../../../../support/count-renders'
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { ProductPane } from '../../../../../renderer/features/product/ProductPane'
import { showProduct, useViewStore, type ProductTab } from '../../../../../renderer/stores/view-store'
import { aProductDetail } from '../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()

const detail = aProductDetail({ fields: { ...newProductFields, name: 'Mug', price: 12 } })

async function showForm(tab: ProductTab): Promise<number> {
  installFakeBridge({
    'catalogue.product': () => structuredClone(detail),
    'catalogue.owner': () => null,
    'drafts.put': () => null,
    'drafts.remove': () => null,
  })
  useViewStore.setState({ connectionId: 'a' })
  showProduct(1, tab)
  return rendersOf(async () => {
    await act(async () =>
      root.render(
        <MantineProvider env="test">
          <ProductPane media={() => null} history={() => null} />
        </MantineProvider>,
      ),
    )
    expect(document.querySelector('[data-product-tabs]')).not.toBeNull()
  })
}

function type(field: string, text: string): void {
  const input = document.querySelector<HTMLInputElement>(`[data-field="${field}"] input`)!
  act(() => {
    // Past React, which would otherwise hold the text for its own.
    Reflect.set(HTMLInputElement.prototype, 'value', text, input)
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
}

describe('a letter typed into the form', () => {
  it.each([
    ['general', 'name', 'Mugs', 'Mugs '],
    ['general', 'subtitle', 'a', 'ab'],
    ['general', 'sku', 'a', 'ab'],
    ['general', 'price', '12.5', '12.50'],
    ['general', 'price', '13', '13.'],
    ['general', 'weight', '1', '15'],
    ['seo', 'customSlug', 'a', 'ab'],
    ['shipping', 'dimensions.length', '1', '15'],
  ] as const)('draws its field and not the others (%s, %s)', async (tab, field, first, second) => {
    await showForm(tab)
    // The first one is said in the header too: there is something to save.
    const [withHeader, alone] = [await rendersOf(() => type(field, first)), await rendersOf(() => type(field, second))]
    expect(alone).toBeGreaterThan(0)
    // A box of text is some twelve components, and the three of a price or a size stand together; a form is hundreds.
    expect(alone).toBeLessThan(60)
    expect(withHeader).toBeLessThan(150)
  })

  it('is counted: the form as a whole is many', async () => {
    expect(await showForm('general')).toBeGreaterThan(500)
  })
})
