// @vitest-environment jsdom
import { expect, it } from 'vitest'
import type { Proposal, ProposalState } from '../../../../../electron/shared/proposal'
import { noteProposal } from '../../../../../renderer/stores/bulk-store'
import { openSheet, useSheetStore } from '../../../../../renderer/stores/sheet-store'
import { changeCells } from '../../../../../renderer/stores/sheet-steps'
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
