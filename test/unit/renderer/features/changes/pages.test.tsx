// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { toSet } from '../../../../../electron/shared/change-address'
import type { HistoryEntry } from '../../../../../electron/shared/change'
import { ConflictTable } from '../../../../../renderer/features/changes/ConflictTable'
import { ProductHistory } from '../../../../../renderer/features/changes/ProductHistory'
import { noteChanges } from '../../../../../renderer/stores/changes-store'
import { aConflict } from '../../../../support/a-conflict'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let bridge: FakeBridge
let total = 0
/** So many of the first conflicts are decided and gone. */
let settled = 0
const numbers = (offset: number, limit: number) =>
  Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => offset + at + 1)
const kinds = () => [{ kind: { thing: 'product', list: null, field: 'name', verb: 'set' } as const, count: total }]

beforeEach(() => {
  settled = 0
  bridge = installFakeBridge({
    'changes.conflicts': ({ offset: asked, limit, from }) => {
      const wanted = from === undefined ? asked : Math.max(0, from - 1 - settled)
      const offset = wanted < total ? wanted : Math.floor((total - 1) / limit) * limit
      // A row takes jsdom a tenth of a second: the first ones say which page it is.
      const ids = numbers(offset, Math.min(limit, 3)).map((at) => at + settled)
      return {
        total,
        offset,
        kinds: kinds(),
        conflicts: ids.map((id) => aConflict({ id, productName: `Mug ${id}` })),
      }
    },
    'changes.history': ({ offset, limit }) => ({
      total,
      entries: numbers(offset, limit).map((id): HistoryEntry => {
        const about = { ...aConflict({ id, state: 'sent', after: `Name ${id}` }), ...toSet('name') }
        return { ...about, source: 'form', label: { code: 'text', text: '' }, at: id * 1e6, canPutBack: false }
      }),
    }),
  })
})

const show = (what: React.ReactNode) =>
  act(async () => root.render(<MantineProvider env="test">{what}</MantineProvider>))
const press = (label: string) =>
  act(async () => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click())
const text = () => document.body.textContent ?? ''
const settledText = async () => {
  await act(async () => {})
  return text()
}
const limits = () => bridge.asked.map(({ input }) => (input as { limit: number }).limit)

describe('a list of thousands', () => {
  it('of conflicts is reached to its end, a hundred at a time', async () => {
    total = 1203
    await show(<ConflictTable connectionId="a" description={() => null} />)
    expect(text()).toContain('1 to 100 of 1,203')
    await press('Next page')
    expect(text()).toContain('Mug 101')
    await press('Last page')
    expect(text()).toContain('1,201 to 1,203 of 1,203')
    expect(text()).toContain('Mug 1201')
    expect(Math.max(...limits())).toBe(100)
  })

  it('is read from its top after a turn', async () => {
    total = 250
    const tops: Element[] = []
    Object.assign(Element.prototype, {
      scrollIntoView(this: Element) {
        tops.push(this)
      },
    })
    await show(<ConflictTable connectionId="a" description={() => null} />)
    expect(tops).toEqual([])
    await press('Next page')
    expect(tops.map((top) => top.contains(document.querySelector('table')))).toEqual([true])
  })

  it('turns back to its last page when what came behind it is decided', async () => {
    total = 250
    await show(<ConflictTable connectionId="a" description={() => null} />)
    await press('Last page')
    total = 150
    await act(async () => noteChanges({ ...summary }))
    await expect.poll(settledText).toContain('101 to 150 of 150')
    await expect.poll(settledText).toContain('Mug 101')
  })

  it('of conflicts stays where it is when some before it are settled, and loses none by a turn', async () => {
    total = 450
    await show(<ConflictTable connectionId="a" description={() => null} />)
    await press('Next page')
    await press('Next page')
    expect(text()).toContain('Mug 201')
    settled = 43
    total -= settled
    await act(async () => noteChanges({ ...summary }))
    await expect.poll(settledText).toContain('158 to 257 of 407')
    expect(text()).toContain('Mug 201')
    await press('Next page')
    expect(text()).toContain('258 to 357 of 407')
    expect(text()).toContain('Mug 301')
    await press('Last page')
    expect(text()).toContain('358 to 407 of 407')
    for (let turn = 0; turn < 4; turn += 1) await press('Page before')
    expect(text()).toContain('1 to 100 of 407')
    expect(text()).toContain('Mug 44')
  })

  it('of changes of one product is reached to its end', async () => {
    total = 620
    await show(<ProductHistory productId={7} />)
    await press('Last page')
    expect(text()).toContain('601 to 620 of 620')
    expect(text()).toContain('Name 620')
  })

  it('that fits on a page has none to turn', async () => {
    total = 100
    await show(<ConflictTable connectionId="a" description={() => null} />)
    expect(text()).toContain('Mug 3')
    expect(document.querySelector('[aria-label="Next page"]')).toBeNull()
  })
})

const summary = {
  connectionId: 'a',
  waiting: 0,
  sending: 0,
  held: 0,
  holdAll: false,
  refused: 0,
  conflict: 150,
  pausedUntil: null,
  blockedBy: null,
}
