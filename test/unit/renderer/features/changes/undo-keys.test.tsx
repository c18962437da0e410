// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { act } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { UndoKeys } from '../../../../../renderer/features/changes/UndoKeys'
import { closeReview, useRevertReviewStore } from '../../../../../renderer/features/changes/revert-review-store'
import { useViewStore } from '../../../../../renderer/stores/view-store'
import { aChangeSet } from '../../../../support/a-change-set'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let bridge: FakeBridge
let moved: number
beforeEach(async () => {
  moved = 0
  bridge = installFakeBridge({
    'changes.lastUndoable': () => aChangeSet({ id: 5, productCount: 1 }),
    'changes.tallyRevert': () => ({ things: 1, total: 1, plain: 1 - moved, moved }),
    'changes.previewRevert': () => [],
    'changes.revert': () => ({ changeSetId: 9 }),
  })
  useViewStore.setState({ connectionId: 'a' })
  await act(async () => root.render(<UndoKeys />))
})
afterEach(() => act(closeReview))

async function pressUndo(shiftKey = false): Promise<void> {
  await act(async () => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey }))
    await new Promise((resolve) => setImmediate(resolve))
  })
}
const reverted = () => bridge.asked.filter(({ name }) => name === 'changes.revert').map(({ input }) => input)

it('takes the last change back at once', async () => {
  await pressUndo()
  expect(reverted()).toEqual([{ connectionId: 'a', changeSetId: 5 }])
})

it('shows first what was changed since', async () => {
  moved = 1
  await pressUndo()
  expect(reverted()).toEqual([])
  expect(useRevertReviewStore.getState().review?.changeSetId).toBe(5)
})

it('says what is done again by its own name, also where the undo of a new product only had to be taken out of the queue', async () => {
  const label = { code: 'redo', of: { code: 'add-product', product: 'Teapot' } } as const
  bridge.handlers['changes.lastRedoable'] = () => ({
    set: aChangeSet({ id: 5, productCount: 1, label }),
    revertSetId: 9,
  })
  bridge.handlers['changes.redo'] = () => ({ changeSetId: null, productIds: [1] })
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <Notifications />
        <UndoKeys />
      </MantineProvider>,
    ),
  )
  await pressUndo(true)
  expect([...document.querySelectorAll('[role="status"] p')].map(({ textContent }) => textContent)).toEqual([
    'Redone: Add Teapot',
  ])
  await act(async () => [...document.querySelectorAll('button')].find((each) => each.textContent === 'Undo')?.click())
  expect(reverted()).toEqual([{ connectionId: 'a', changeSetId: 5 }])
})
