// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { expect, it } from 'vitest'
import { ReviewScreen } from '../../../../../renderer/features/bulk/ReviewScreen'
import { noteProposal } from '../../../../../renderer/stores/bulk-store'
import { initialView, useViewStore } from '../../../../../renderer/stores/view-store'
import { aProposal } from '../../../../support/a-proposal'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()

it('a table that says what is so already has a calm review with nothing to apply', async () => {
  const action = { kind: 'import', file: 'products.csv' } as const
  const proposal = aProposal({ action, total: 61, products: 0, fields: 0, same: 240 })
  const bridge = installFakeBridge({
    'bulk.page': () => ({ total: 0, rows: [] }),
    'bulk.fields': () => [],
    'bulk.discard': () => null,
  })
  useViewStore.setState({ ...initialView, connectionId: 'shop', screen: 'review' })
  noteProposal(proposal)
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <ReviewScreen />
      </MantineProvider>,
    ),
  )
  const shown = document.body.textContent ?? ''
  expect(document.querySelector('h1')?.textContent).toBe('Import 61 products')
  expect(document.querySelector('output')?.textContent).toBe('All 61 products are like this already')
  expect(shown).toContain('Nothing is to be changedChoose “No change” above to see what is like this already.')
  expect(shown).not.toMatch(/Apply|Discard|0 products/)
  const close = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Close')
  await act(async () => close?.click())
  expect(bridge.asked.map(({ name }) => name)).toContain('bulk.discard')
})
