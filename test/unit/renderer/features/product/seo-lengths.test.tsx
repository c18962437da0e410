// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { expect, it } from 'vitest'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { ProductPane } from '../../../../../renderer/features/product/ProductPane'
import { setProductField } from '../../../../../renderer/stores/product-store'
import { showProduct, useViewStore } from '../../../../../renderer/stores/view-store'
import { aProductDetail } from '../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()

it('a bar says how much room in a search the page title and description take, or what stands there without them', async () => {
  const description = `<p>${'Thrown by hand. '.repeat(20)}</p>`
  installFakeBridge({
    'catalogue.product': () => aProductDetail({ fields: { ...newProductFields, name: 'Stoneware mug', description } }),
    'drafts.put': () => null,
  })
  useViewStore.setState({ connectionId: 'a' })
  showProduct(1, 'seo')
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <ProductPane media={() => null} history={() => null} />
      </MantineProvider>,
    ),
  )
  const hint = (field: string) => {
    const place = document.querySelector(`[data-field="${field}"]`)!
    const bar = place.querySelector<HTMLElement>('[aria-hidden] > [style]')!
    return [bar.parentElement!.nextSibling?.textContent, bar.style.width, bar.dataset.long !== undefined]
  }
  expect(hint('seoTitle')).toEqual(['From the name: 13 of 55 characters', `${(13 / 55) * 100}%`, false])
  expect(hint('seoDescription')).toEqual(['From the description: 160 of 160 characters', '100%', false])
  act(() => setProductField('seoTitle', 'x'.repeat(56)))
  expect(hint('seoTitle')).toEqual(['56 characters: more than 55 may be cut.', '100%', true])
})
