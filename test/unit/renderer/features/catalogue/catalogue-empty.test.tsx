// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { expect, it } from 'vitest'
import { CatalogueEmpty } from '../../../../../renderer/features/catalogue/CatalogueEmpty'
import { useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()

it('where a typing error finds nothing, the word that may be meant is one click away', async () => {
  installFakeBridge({})
  useCatalogueStore.setState({ filters: { text: 'ceramik' }, hints: [], instead: { text: 'ceramic', total: 12 } })
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <CatalogueEmpty />
      </MantineProvider>,
    ),
  )
  const [offer] = document.querySelectorAll('button')
  expect(offer?.textContent).toBe('Did you mean “ceramic”? 12 products')
  await act(async () => offer?.click())
  expect(useCatalogueStore.getState().filters.text).toBe('ceramic')
})
