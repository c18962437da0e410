// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { Notifications, notifications, notificationsStore } from '@mantine/notifications'
import { act } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ChangeSetView } from '../../../../../electron/shared/change'
import { offerUndo, tellDone } from '../../../../../renderer/components/offer-undo'
import { discardReview } from '../../../../../renderer/features/bulk/review-actions'
import { UndoKeys } from '../../../../../renderer/features/changes/UndoKeys'
import { noteProposal, useBulkStore } from '../../../../../renderer/stores/bulk-store'
import { initialView, showScreen, useViewStore } from '../../../../../renderer/stores/view-store'
import { aChangeSet } from '../../../../support/a-change-set'
import { aProposal } from '../../../../support/a-proposal'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
const proposal = aProposal({ action: { kind: 'delete' }, products: 3, out: 2 })
let bridge: FakeBridge
let lastSet: ChangeSetView | null
beforeEach(async () => {
  lastSet = null
  bridge = installFakeBridge({
    'bulk.discard': () => null,
    'bulk.bringBack': () => proposal,
    'changes.lastUndoable': () => lastSet,
    'changes.tallyRevert': () => ({ things: 1, total: 1, moved: 0, plain: 1 }),
    'changes.revert': () => ({ changeSetId: 8 }),
  })
  useViewStore.setState({ ...initialView, connectionId: 'shop', screen: 'review' })
  noteProposal(proposal)
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <Notifications />
        <UndoKeys />
      </MantineProvider>,
    ),
  )
  await act(() => discardReview(proposal))
})
afterEach(() =>
  act(() => {
    notifications.clean()
    noteProposal(aProposal({ id: 2 }))
  }),
)

const shown = () => document.body.textContent ?? ''
const asked = () => bridge.asked.map(({ name }) => name)
const pressUndo = () =>
  act(async () => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }))
    await expect.poll(() => asked()).toContain('changes.lastUndoable')
  })
const open = () => useBulkStore.getState().proposals['shop']
/** One that fades out is not there any more. */
const messages = () => notificationsStore.getState().notifications.length
const undoButton = () => [...document.querySelectorAll('button')].find((each) => each.textContent === 'Undo')

it('a discarded review is gone at once, and its message brings it back on its screen', async () => {
  expect(open()).toBeNull()
  expect(useViewStore.getState().screen).toBe('catalogue')
  expect(shown()).toContain('Review discarded: Delete 3 products')
  await act(async () => undoButton()?.click())
  expect(open()).toEqual(proposal)
  expect(useViewStore.getState().screen).toBe('review')
  expect(messages()).toBe(0)
})

it('Ctrl+Z brings it back as long as its message is shown, and no change set goes', async () => {
  lastSet = aChangeSet({ createdAt: Date.now() - 60_000 })
  await pressUndo()
  expect(open()).toEqual(proposal)
  expect(asked()).toEqual(['bulk.discard', 'changes.lastUndoable', 'bulk.bringBack'])
})

it('Ctrl+Z brings it back from the empty search too, where its own text has nothing to take back', async () => {
  const search = document.body.appendChild(Object.assign(document.createElement('input'), { type: 'search' }))
  const pressThere = () =>
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }))
  search.value = 'mug'
  expect(pressThere()).toBe(true)
  search.value = ''
  await act(async () => {
    expect(pressThere()).toBe(false)
    await expect.poll(() => asked()).toContain('bulk.bringBack')
  })
  search.remove()
})

it('Ctrl+Z takes back what was saved since the review was discarded, and the review stays where it is', async () => {
  lastSet = aChangeSet({ createdAt: Date.now() + 1000 })
  await pressUndo()
  expect(open()).toBeNull()
  expect(asked()).toContain('changes.revert')
  expect(asked()).not.toContain('bulk.bringBack')
})

it('Ctrl+Z in another store leaves the review of this one where it is', async () => {
  useViewStore.setState({ connectionId: 'other' })
  await pressUndo()
  expect(open()).toBeNull()
  expect(asked()).not.toContain('bulk.bringBack')
})

it('what Ctrl+Z takes back has no message any more that offers the same', async () => {
  lastSet = aChangeSet({ id: 4, createdAt: Date.now() + 1000 })
  act(() => tellDone({ problem: null, changeSetId: 4, message: 'File removed', undo: () => Promise.resolve(null) }))
  const offered = notificationsStore.getState().notifications.at(-1)?.id
  await pressUndo()
  await expect.poll(() => asked()).toContain('changes.revert')
  expect(notificationsStore.getState().notifications.some(({ id }) => id === offered)).toBe(false)
})

it('two acts that are told in the same words have a way back each', () => {
  act(() => {
    for (let n = 0; n < 2; n += 1) offerUndo({ message: 'Deleted Mug', undo: () => Promise.resolve(null) })
  })
  expect(messages()).toBe(3)
})

it('the way back ends with a newer review, and one more discard of the same is one message', async () => {
  act(() => noteProposal(proposal))
  expect(messages()).toBe(0)
  await act(() => discardReview(proposal))
  showScreen('review')
  await act(() => discardReview(proposal))
  expect(messages()).toBe(1)
})
