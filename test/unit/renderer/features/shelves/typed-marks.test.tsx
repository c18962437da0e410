// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act, createRef } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { TypeList } from '../../../../../renderer/features/shelves/TypeList'
import { useTypedBefore } from '../../../../../renderer/features/shelves/use-typed'
import { discardShelfEdits, openShelf, setShelfValue, useShelfStore } from '../../../../../renderer/stores/shelf-store'
import { initialView, useViewStore } from '../../../../../renderer/stores/view-store'
import { aShelfDetail } from '../../../../support/a-shelf-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
const kites = { id: 5, name: 'Kites', attributes: [] }
const books = { id: 41, madeAs: -6, name: 'Books', attributes: [] }
const page = { connectionId: 'shop', thing: 'productType', key: 5 } as const

function Types() {
  useTypedBefore('shop')
  return <TypeList ref={createRef()} types={[kites, books]} />
}

beforeEach(async () => {
  installFakeBridge({
    'catalogue.shelf': () => aShelfDetail({ thing: 'productType', id: 5, fields: { name: 'Kites', attributes: [] } }),
    'drafts.putShelf': () => null,
    'drafts.shelves': () => [
      { thing: 'productType', key: -6, draft: { base: { name: 'Books' }, patch: { name: '' } } },
    ],
  })
  useShelfStore.setState({ open: null, edits: {}, saves: {} })
  useViewStore.setState({ ...initialView, connectionId: 'shop' })
  await act(async () =>
    root.render(
      <MantineProvider>
        <Types />
      </MantineProvider>,
    ),
  )
})

const marked = () =>
  [...document.querySelectorAll('[role="option"]')].filter((line) => line.textContent?.includes('Not saved')).length

it('a line with something that is not saved is marked as a product is, also where it was typed before the start', async () => {
  expect(marked()).toBe(1)
  await act(() => openShelf(page))
  act(() => setShelfValue('name', 'Dragons'))
  expect(marked()).toBe(2)
  act(() => void discardShelfEdits())
  expect(marked()).toBe(1)
})
