// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import type { Proposal, ProposalAsked } from '../../../../electron/shared/proposal'
import { isOver, noteProposal, propose, useBulkStore } from '../../../../renderer/stores/bulk-store'
import { aProposal } from '../../../support/a-proposal'
import { installFakeBridge, type FakeBridge } from '../../../support/fake-bridge'

const imported = { kind: 'import', file: 'prices.csv' } as const
const typed: ProposalAsked = { selection: { typed: true }, action: { kind: 'typed' } }
const remove: ProposalAsked = { selection: { ids: [7] }, action: { kind: 'delete' } }
let bridge: FakeBridge
const question = () => useBulkStore.getState().question
const proposed = () => bridge.asked.filter(({ name }) => name === 'bulk.propose').length

beforeEach(() => {
  bridge = installFakeBridge({ 'bulk.propose': () => aProposal({ id: 2 }) })
  useBulkStore.setState({ proposals: {}, question: null })
})

/** A review is open, and another one is asked for. */
async function ask(open: Partial<Proposal>, asked: ProposalAsked): Promise<'asks' | 'goes on'> {
  noteProposal(aProposal(open))
  void propose('shop', asked)
  await expect.poll(() => question() !== null || proposed() > 0).toBe(true)
  return question() ? 'asks' : 'goes on'
}

describe('Another action while a review is open', () => {
  it('asks first, whatever the review is of, and though nothing of it was left out', async () => {
    expect(await ask({ action: imported }, remove)).toBe('asks')
    question()?.answer(false)
    expect([proposed(), useBulkStore.getState().proposals['shop']?.action]).toEqual([0, imported])
    expect(await ask({ action: { kind: 'typed' } }, remove)).toBe('asks')
    expect(await ask({ action: imported }, typed)).toBe('asks')
  })

  it('asks while the review is still being made', async () => {
    expect(await ask({ action: imported, state: 'making', products: 0 }, remove)).toBe('asks')
  })

  it('goes on with a yes', async () => {
    await ask({ action: imported }, remove)
    question()?.answer(true)
    await expect.poll(proposed).toBe(1)
  })

  it('asks about no review that has nothing in it, was said yes to, or is made again with more', async () => {
    expect(await ask({ action: imported, products: 0 }, remove)).toBe('goes on')
    expect(await ask({ action: imported, state: 'applied' }, remove)).toBe('goes on')
    expect(await ask({}, typed)).toBe('goes on')
  })

  it('asks about what is typed where some of that was left out', async () => {
    expect(await ask({ out: 1 }, typed)).toBe('asks')
  })
})

it('a review is over once all of it is in the store, and nothing of it was impossible', () => {
  const sending = { sent: 3, total: 3, needOwner: 0, held: 0, takenBack: 0, isUndone: false }
  const over = (but: Partial<Proposal>) => isOver(aProposal({ state: 'applied', sending, ...but }))
  expect(over({})).toBe(true)
  expect(over({ sending: { ...sending, sent: 2 }, ending: 'reverted' })).toBe(true)
  expect([over({ sending: { ...sending, sent: 2 } }), over({ refused: 1 }), over({ sending: null })]).toEqual([
    false,
    false,
    false,
  ])
  expect(isOver(aProposal({ state: 'ready' }))).toBe(false)
})

describe('A review that is made in no time', () => {
  it('is ready, though the answer that it was begun comes after the news of its end', async () => {
    installFakeBridge({
      'bulk.propose': () => {
        noteProposal(aProposal({ id: 3, state: 'ready' }))
        return aProposal({ id: 3, state: 'making' })
      },
    })
    await propose('shop', remove)
    expect(useBulkStore.getState().proposals['shop']?.state).toBe('ready')
  })
})
