import { MantineProvider } from '@mantine/core'
import { act, type ReactNode } from 'react'
import type { ProductDetail } from '../../electron/shared/product'
import { ProductPane } from '../../renderer/features/product/ProductPane'
import { showProduct, useViewStore } from '../../renderer/stores/view-store'
import { installFakeBridge, type FakeBridge, type FakeHandlers } from './fake-bridge'
import type { reactRoot } from './react-root'

type More = { answers?: FakeHandlers; beside?: ReactNode }

/** The form of a product, which is read anew each time it is asked for, without what its Media and History tabs hold. */
export async function showProductPane(
  root: ReturnType<typeof reactRoot>,
  detail: () => ProductDetail,
  { answers = {}, beside = null }: More = {},
): Promise<FakeBridge> {
  const bridge = installFakeBridge({
    'catalogue.product': () => structuredClone(detail()),
    'catalogue.owner': () => null,
    'drafts.put': () => null,
    'drafts.remove': () => null,
    ...answers,
  })
  useViewStore.setState({ connectionId: 'a' })
  showProduct(1, 'general')
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        {beside}
        <ProductPane media={() => null} history={() => null} />
      </MantineProvider>,
    ),
  )
  return bridge
}
