// @vitest-environment jsdom
import { expect, it } from 'vitest'
import type { Proposal, ProposalState } from '../../../../../electron/shared/proposal'
import { noteProposal, useBulkStore } from '../../../../../renderer/stores/bulk-store'
import { discardTyped } from '../../../../../renderer/features/sheet/discard-typed'
import { openSheet, useSheetStore } from '../../../../../renderer/stores/sheet-store'
import { changeCells, undoStep } from '../../../../../renderer/stores/sheet-steps'
import { withValue } from '../../../../../renderer/stores/product-edits'
import { aProposal } from '../../../../support/a-proposal'
import { installFakeBridge } from '../../../../support/fake-bridge'

const proposal = (connectionId: string, state: ProposalState, kind: 'typed' | 'delete' = 'typed'): Proposal =>
  aProposal({ connectionId, state, action: { kind } })

function type(name: string): void {
  changeCells(name, new Map([[1, (edits) => withValue(edits, 'name', name)]]))
}

it('its steps end with the yes to what is typed, and with no other', () => {
  installFakeBridge({ 'drafts.put': () => null })
  openSheet('shop')
  useSheetStore.setState({ rows: new Map([[1, { id: 1, fields: { name: 'Mug' }, variations: null, draft: null }]]) })
  const steps = () => useSheetStore.getState().steps.map(({ name }) => name)
  type('Cup')
  noteProposal(proposal('shop', 'applied', 'delete'))
  noteProposal(proposal('another', 'applied'))
  noteProposal(proposal('shop', 'ready'))
  expect(steps()).toEqual(['Cup'])
  noteProposal(proposal('shop', 'applying'))
  expect(steps()).toEqual([])
  type('Glass')
  noteProposal(proposal('shop', 'applying'))
  noteProposal(proposal('shop', 'applied'))
  expect(steps()).toEqual(['Glass'])
})

it('a review of what is typed goes when something else is typed or taken back, unless some of it was left out', async () => {
  installFakeBridge({ 'drafts.put': () => null, 'bulk.discard': () => null })
  openSheet('shop')
  useSheetStore.setState({ rows: new Map([[1, { id: 1, fields: { name: 'Mug' }, variations: null, draft: null }]]) })
  const isOpen = () => useBulkStore.getState().proposals['shop'] !== null
  type('Bowl')
  noteProposal(proposal('shop', 'ready', 'delete'))
  type('Jug')
  expect(isOpen()).toBe(true)
  noteProposal({ ...proposal('shop', 'ready'), out: 1 })
  type('Cup')
  expect(isOpen()).toBe(true)
  noteProposal(proposal('shop', 'ready'))
  undoStep()
  await expect.poll(isOpen).toBe(false)
})

it('each time that all is discarded is a step of its own', async () => {
  installFakeBridge({ 'drafts.put': () => null })
  openSheet('shop')
  const row = { id: 1, fields: { name: 'Mug' }, variations: null, draft: null }
  useSheetStore.setState({ rows: new Map([[1, row]]), edits: new Map(), steps: [], undone: [] })
  const typed = () => useSheetStore.getState().edits.get(1)?.patch.name
  type('Cup')
  await discardTyped()
  type('Glass')
  await discardTyped()
  expect(typed()).toBeUndefined()
  undoStep()
  expect(typed()).toBe('Glass')
  undoStep()
  undoStep()
  expect(typed()).toBe('Cup')
})
