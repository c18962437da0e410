// @vitest-environment jsdom
import { drawsPerEvent, growing } from '../../../support/draws-per-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChangeSetView, ConflictView, HistoryEntry } from '../../../../electron/shared/change'
import { ChangesScreen } from '../../../../renderer/features/changes/ChangesScreen'
import { ProductHistory } from '../../../../renderer/features/changes/ProductHistory'
import { showChangesTab } from '../../../../renderer/stores/view-store'
import { aChange, aChangeSet } from '../../../support/a-change-set'
import { aConflict } from '../../../support/a-conflict'
import { aSummary, newsOfTheStore, openShopWindow } from '../../../support/a-shop-window'

let sets: ChangeSetView[] = []
let conflicts: ConflictView[] = []
let entries: HistoryEntry[] = []
let shop: ReturnType<typeof openShopWindow>

beforeEach(() => {
  vi.useFakeTimers()
  shop = openShopWindow({
    'changes.list': ({ filter, offset, limit }) => {
      const found = filter === 'queue' ? sets : []
      return { total: found.length, sets: found.slice(offset, offset + limit) }
    },
    'changes.conflicts': ({ offset, limit }) => ({
      total: conflicts.length,
      offset,
      kinds: [],
      conflicts: conflicts.slice(offset, offset + limit),
    }),
    'changes.history': ({ offset, limit }) => ({
      total: entries.length,
      entries: entries.slice(offset, offset + limit),
    }),
  })
})
afterEach(() => {
  shop.close()
  vi.useRealTimers()
})

const noEditor = () => null
const counted = (count: number) => Array.from({ length: count }, (_, n) => n + 1)
const anEntry = (id: number): HistoryEntry => ({
  ...aChange({ id, state: 'sent' }),
  changeSetId: id,
  source: 'form',
  label: { code: 'edit-product', product: 'Mug' },
  at: id,
  canPutBack: true,
})
const tell = (parts = {}) => shop.emit('changes.changed', aSummary({ waiting: sets.length, ...parts }))

describe('the work for an event does not grow with what is shown', () => {
  it('of the queue in Changes', async () => {
    const draws = await drawsPerEvent({
      show: (count) => {
        sets = counted(count).map((id) => aChangeSet({ id }))
        showChangesTab('queue')
        return <ChangesScreen description={noEditor} timed={null} />
      },
      entry: 'li [aria-expanded]',
      more: 'Show more',
      happenings: [
        { name: 'news that change nothing', happen: () => tell() },
        { name: 'another number in the badge', happen: () => tell({ sending: 1 }) },
        {
          name: 'a change that is being sent',
          happen: () => {
            sets = sets.map((set) => (set.id === 3 ? aChangeSet({ id: 3, state: 'sending' }) : set))
            tell({ sending: 1 })
          },
        },
        {
          name: 'a change that is refused',
          happen: () => {
            const changes = [aChange({ id: 4, state: 'refused', reason: 'The name is too long.' })]
            sets = sets.map((set) => (set.id === 4 ? aChangeSet({ id: 4, state: 'refused', changes }) : set))
            tell({ refused: 1 })
          },
        },
        {
          name: 'a change that was sent and leaves the queue',
          happen: () => {
            sets = sets.filter(({ id }) => id !== 3)
            tell()
          },
        },
        ...newsOfTheStore(shop),
      ],
    })
    expect(growing(draws)).toEqual([])
  }, 120_000)

  it('of the conflicts', async () => {
    const decidedOne = () => {
      conflicts = conflicts.map((each) => (each.id === 3 ? { ...each, decided: 'mine' as const } : each))
    }
    const draws = await drawsPerEvent({
      show: (count) => {
        conflicts = counted(count).map((id) => aConflict({ id, after: 'Cup', mine: 'Cup', theirs: `Beaker ${id}` }))
        showChangesTab('conflict')
        return <ChangesScreen description={noEditor} timed={null} />
      },
      // A page has no more.
      counts: [25, 100],
      entry: 'tr[data-decided]',
      happenings: [
        { name: 'news that change nothing', happen: () => tell({ conflict: conflicts.length }) },
        {
          name: 'a decision',
          happen: () => {
            decidedOne()
            tell({ conflict: conflicts.length })
          },
        },
        {
          name: 'a decided one that leaves',
          happen: () => {
            conflicts = conflicts.filter(({ id }) => id !== 3)
            tell({ conflict: conflicts.length })
          },
        },
        ...newsOfTheStore(shop),
      ],
    })
    expect(growing(draws)).toEqual([])
  }, 120_000)

  it('of the history of a product', async () => {
    let revision = 0
    const catalogue = () =>
      shop.emit('catalogue.changed', { connectionId: 'a', revision: ++revision, productIds: [1], productCount: 400 })
    const draws = await drawsPerEvent({
      show: (count) => {
        entries = counted(count).map((id) => anEntry(id))
        return <ProductHistory productId={1} />
      },
      counts: [25, 100],
      entry: 'li',
      happenings: [
        { name: 'news that change nothing', happen: catalogue },
        {
          name: 'a change on its way',
          happen: () => {
            entries = entries.map((each) => (each.id === 3 ? { ...each, state: 'sending' as const } : each))
            catalogue()
          },
        },
        {
          name: 'a new one',
          happen: () => {
            // As many as before: a page.
            entries = [anEntry(1000), ...entries.slice(0, -1)]
            catalogue()
          },
        },
        ...newsOfTheStore(shop),
      ],
    })
    expect(growing(draws)).toEqual([])
  }, 120_000)
})
