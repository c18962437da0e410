// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toSet } from '../../../../../electron/shared/change-address'
import type { ChangesSummary, RevertEntry, RevertTally } from '../../../../../electron/shared/change'
import { RevertDialog } from '../../../../../renderer/features/changes/RevertDialog'
import { askRevert, closeReview } from '../../../../../renderer/features/changes/revert-review-store'
import { noteChanges } from '../../../../../renderer/stores/changes-store'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let bridge: FakeBridge
let counted: (tally: RevertTally) => void
const tally = { things: 20_000, total: 20_000, plain: 19_999, moved: 1 }
const entry = (id: number): RevertEntry => ({
  ...{ changeId: id, productId: id, productName: `Mug ${id}`, entry: null },
  ...{ ...toSet('price'), before: 12, after: 10, wrote: 12 },
  standing: id === 2 ? 'moved' : 'clean',
  along: [],
  reason: null,
})

beforeEach(() => {
  bridge = installFakeBridge({
    // The first ones of a page say which it is.
    'changes.previewRevert': ({ offset }) => [1, 2, 3].map((at) => entry(offset + at)),
    'changes.tallyRevert': () => new Promise((resolve) => (counted = resolve)),
    'changes.revert': () => ({ changeSetId: 9 }),
  })
})
afterEach(() => act(closeReview))

async function open(): Promise<void> {
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <RevertDialog />
      </MantineProvider>,
    ),
  )
  await act(async () => void askRevert({ connectionId: 'a', changeSetId: 5, title: 'Undo: Prices' }))
}

const aSummary = (): ChangesSummary => ({
  ...{ connectionId: 'a', waiting: 0, sending: 0, held: 0, holdAll: false, refused: 0, conflict: 0 },
  ...{ pausedUntil: null, blockedBy: null },
})
const text = () => document.body.textContent ?? ''
const boxOf = (name: string) =>
  [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name)?.control
const press = (what: HTMLElement | null | undefined) => act(async () => what?.click())
const buttonThat = (begins: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(begins))

describe('a look at what a revert would do of what is being sent', () => {
  it('follows what arrives, and keeps what was chosen', async () => {
    let standing: RevertEntry['standing'] = 'waiting'
    bridge = installFakeBridge({
      'changes.previewRevert': () => [1, 2].map((at) => ({ ...entry(at), standing })),
      'changes.tallyRevert': () => ({ things: 2, total: 2, plain: 2, moved: 0 }),
    })
    await open()
    await press(boxOf('Mug 2'))
    expect(text().match(/Not in the store yet/g)).toHaveLength(2)
    standing = 'clean'
    await act(async () => noteChanges(aSummary()))
    expect([text().includes('Not in the store yet'), text().includes('1 of 2')]).toEqual([false, true])
    expect([boxOf('Mug 1'), boxOf('Mug 2')].map((box) => (box as HTMLInputElement).checked)).toEqual([true, false])
  })
})

describe('a look at what a revert of thousands would do', () => {
  it('shows its first page while the rest is counted, and waits with the yes until it is', async () => {
    await open()
    expect(text()).toContain('Mug 1')
    expect(text()).toContain('Counting the changes')
    expect(buttonThat('Undo')?.disabled).toBe(true)
    await act(async () => counted(tally))
    expect(text()).toContain('19,999 of 20,000')
    expect(buttonThat('Undo 19,999 changes')?.disabled).toBe(false)
  })

  it('offers to do nothing of it where nothing can go back, and names no number where nothing is chosen', async () => {
    await open()
    await act(async () => counted({ ...tally, plain: 0, moved: 2 }))
    expect(buttonThat('Undo')?.textContent).toBe('Undo')
    expect(buttonThat('Undo')?.disabled).toBe(true)
    act(() => closeReview())
    await open()
    await act(async () => counted({ ...tally, plain: 0, moved: 0 }))
    expect(buttonThat('Undo')).toBeUndefined()
    await press(buttonThat('Close'))
  })

  it('keeps what is chosen over its pages, and names it as all but some, and some', async () => {
    await open()
    await act(async () => counted(tally))
    await press(boxOf('Mug 1'))
    await press(boxOf('Mug 2'))
    await press(document.querySelector<HTMLElement>('[aria-label="Last page"]'))
    await press(boxOf('Mug 19903'))
    await press(document.querySelector<HTMLElement>('[aria-label="First page"]'))
    expect((boxOf('Mug 1') as HTMLInputElement).checked).toBe(false)
    await press(boxOf('Mug 3'))
    await press(boxOf('Mug 3'))
    await press(buttonThat('Undo 19,998 changes'))
    const [asked] = bridge.asked.filter(({ name }) => name === 'changes.revert')
    const choice = { except: [1, 19_903], also: [2] }
    expect(asked?.input).toEqual({ connectionId: 'a', changeSetId: 5, choice })
    expect(bridge.asked.filter(({ name }) => name === 'changes.previewRevert').map(({ input }) => input)).toEqual(
      [0, 19_900, 0].map((offset) => ({ connectionId: 'a', changeSetId: 5, offset, limit: 100 })),
    )
  })

  it('is not told what another look at the same changes has counted', async () => {
    await open()
    act(() => closeReview())
    await act(async () => void askRevert({ connectionId: 'a', changeSetId: 5, changeId: 3, title: 'Put back: Mug 3' }))
    expect(text()).toContain('2 of 3')
    await act(async () => counted(tally))
    expect(text()).toContain('2 of 3')
  })

  it('has the one change chosen that was asked for by name, though it was changed since', async () => {
    bridge.handlers['changes.previewRevert'] = () => [entry(2)]
    await open()
    act(() => closeReview())
    await act(async () => void askRevert({ connectionId: 'a', changeSetId: 5, changeId: 2, title: 'Put back: Mug 2' }))
    expect((boxOf('Mug 2') as HTMLInputElement).checked).toBe(true)
    expect(text()).not.toContain('unless you choose it')
    await press(buttonThat('Put back 1 change'))
    const [asked] = bridge.asked.filter(({ name }) => name === 'changes.revert')
    expect(asked?.input).toEqual({ connectionId: 'a', changeSetId: 5, changeId: 2 })
  })
})
