// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { expect, it } from 'vitest'
import { FormStateContext } from '../../../../../../renderer/features/product/form-state'
import { CellNote } from '../../../../../../renderer/features/product/variations/CellNote'
import { variationColumns } from '../../../../../../renderer/format/variation-columns'
import { openProduct, setVariations } from '../../../../../../renderer/stores/product-store'
import { withCell, type Variation } from '../../../../../../renderer/stores/variation-edits'
import { aProductDetail } from '../../../../../support/a-product-detail'
import { aProductRow } from '../../../../../support/a-product-row'
import { installFakeBridge } from '../../../../../support/fake-bridge'
import { reactRoot } from '../../../../../support/react-root'

const root = reactRoot()
const red: Variation = {
  id: 7,
  number: 1,
  options: [{ name: 'Colour', value: 'Red' }],
  own: { sku: 'R' },
  label: 'Red',
  thumbnail: null,
  full: null,
  alt: '',
  upload: null,
}

it('the SKU that is typed for a variation says which other product has it', async () => {
  const bridge = installFakeBridge({
    'catalogue.product': () => aProductDetail({ readOnly: { ...aProductDetail().readOnly, variations: [red] } }),
    'catalogue.owner': () => ({ ...aProductRow(8), name: 'Jug' }),
    'drafts.put': () => null,
  })
  await openProduct('a', 1)
  const form = { connectionId: 'a', profile: null, categories: [], productTypes: [], readOnly: false }
  const columns = variationColumns.filter(({ path }) => path === 'sku')
  act(() =>
    root.render(
      <MantineProvider env="test">
        <FormStateContext value={form}>
          <CellNote shown={{ variations: [red], columns }} />
        </FormStateContext>
      </MantineProvider>,
    ),
  )
  act(() => setVariations('7.sku', (all) => withCell(all, { variation: red, path: 'sku' }, { values: { sku: 'J' } })))
  await expect.poll(() => document.body.textContent).toContain('Jug has this SKU.')
  const asked = bridge.asked.filter(({ name }) => name === 'catalogue.owner').map(({ input }) => input)
  expect(asked).toEqual([{ connectionId: 'a', of: 'sku', text: 'J', exceptProductId: 1 }])
})
