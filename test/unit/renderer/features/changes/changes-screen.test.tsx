// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChangeSetView, ChangesSummary } from '../../../../../electron/shared/change'
import { ChangesScreen } from '../../../../../renderer/features/changes/ChangesScreen'
import { showChangesTab } from '../../../../../renderer/stores/view-store'
import { aChange, aChangeSet } from '../../../../support/a-change-set'
import { aSummary, openShopWindow } from '../../../../support/a-shop-window'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let sets: ChangeSetView[]
let shop: ReturnType<typeof openShopWindow>
beforeEach(() => {
  sets = []
  shop = openShopWindow({
    'changes.list': ({ filter }) => ({ total: filter === 'all' ? sets.length : 0, sets: filter === 'all' ? sets : [] }),
    'changes.conflicts': () => ({ total: 0, offset: 0, kinds: [], conflicts: [] }),
  })
})
afterEach(() => shop.close())

async function show(summary: Partial<ChangesSummary>, tab: Parameters<typeof showChangesTab>[0]): Promise<string> {
  showChangesTab(tab)
  await act(async () => {
    root.render(
      <MantineProvider env="test">
        <ChangesScreen timed={null} description={() => null} />
      </MantineProvider>,
    )
  })
  await act(async () => shop.emit('changes.changed', aSummary(summary)))
  return document.body.textContent ?? ''
}
const tabs = () => [...document.querySelectorAll('[role="tab"]')].map(({ textContent }) => textContent)

describe('the Changes screen', () => {
  it('counts changes on its tabs, as the side of the window does', async () => {
    await show({ waiting: 3, held: 1, sending: 1, conflict: 4, refused: 2 }, 'queue')
    expect(tabs()).toEqual(['Waiting5', 'Conflicts4', 'Refused2', 'Sent', 'By others', 'All'])
  })

  it('says that everything is in the store only where it is', async () => {
    expect(await show({}, 'queue')).toContain('Everything you changed is in the store.')
    const text = await show({ conflict: 1, refused: 1 }, 'queue')
    expect(text).not.toContain('Everything you changed')
    expect(text).toContain('What is not in the store yet needs your decision: see Conflicts and Refused.')
  })

  it('says of a save how many changes it made, and on how many products where there are several', async () => {
    sets = [aChangeSet({ id: 1, changeCount: 5 }), aChangeSet({ id: 2, changeCount: 3, productCount: 3 })]
    const text = await show({}, 'all')
    expect(text).toContain('5 changes')
    expect(text).toContain('3 changes on 3 products')
  })

  it('says of a change between two of its requests that it is held, or lets it be held', async () => {
    const changes = [aChange({ state: 'unknown' })]
    sets = [aChangeSet({ state: 'unknown', changes, canRevert: false, isBetweenSteps: true })]
    const text = await show({ waiting: 1 }, 'all')
    expect(text).toContain('Checking with the store')
    expect([...document.querySelectorAll('li button')].map(({ textContent }) => textContent)).toContain('Hold')
    expect(await show({ waiting: 1, holdAll: true }, 'all')).not.toContain('Checking with the store')
    expect(document.querySelector('li')?.textContent).toContain('Held')
  })

  it('says of what waits behind a held change that it does, and does not offer to send it', async () => {
    sets = [aChangeSet({ behindHeld: 1 })]
    expect(await show({ waiting: 1, held: 1 }, 'queue')).toContain('Waits for the held change before it')
    const buttons = [...document.querySelectorAll('li button')].map(({ textContent }) => textContent)
    expect(buttons).toContain('Take back')
    expect(buttons).not.toContain('Send now')
  })

  it('tells what others did from what this person did', async () => {
    const changes = [aChange({ state: 'sent' })]
    sets = [aChangeSet({ source: 'pull', label: { code: 'by-others' }, state: 'sent', changes })]
    await show({}, 'all')
    expect(document.querySelector('li')?.textContent).toContain('By others')
  })

  it('offers one decision for all conflicts of a save', async () => {
    const changes = [1, 2].map((id) => aChange({ id, state: 'conflict' }))
    sets = [aChangeSet({ state: 'conflict', changeCount: 2, changes })]
    await show({ conflict: 2 }, 'all')
    const buttons = [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Decide…')
    expect(buttons).toHaveLength(1)
  })
})
