// @vitest-environment jsdom
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

async function pressUndo(): Promise<void> {
  await act(async () => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }))
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
