import { describe, expect, it } from 'vitest'
import type { ChangeSetView, ChangeState, ChangeView } from '../../../../../electron/shared/change'
import { setActions } from '../../../../../renderer/features/changes/set-actions'

function setOf(states: ChangeState[], patch: Partial<ChangeSetView> = {}): ChangeSetView {
  const changes = states.map((state, id) => ({ id, state }) as ChangeView)
  return {
    id: 1,
    source: 'form',
    label: 'Edit',
    createdAt: 0,
    state: states[0] ?? 'sent',
    productCount: 1,
    changeCount: changes.length,
    changes,
    revertOf: null,
    canRevert: true,
    ...patch,
  }
}

describe('what can be done with a change set', () => {
  it('what waits can be sent now or taken back', () => {
    expect(setActions(setOf(['waiting', 'waiting']))).toEqual({
      send: { label: 'Send now', changeIds: [0, 1] },
      takeBack: [0, 1],
      revert: false,
      reverted: false,
    })
  })

  it('what was refused can be tried again', () => {
    expect(setActions(setOf(['refused', 'sent'])).send).toEqual({ label: 'Retry', changeIds: [0] })
  })

  it('what is on the wire can only be waited for', () => {
    const { send, takeBack, revert } = setActions(setOf(['sending', 'unknown'], { canRevert: false }))
    expect({ send, takeBack, revert }).toEqual({ send: null, takeBack: null, revert: false })
  })

  it('what was sent can be reverted, once', () => {
    expect(setActions(setOf(['sent']))).toMatchObject({ revert: true, reverted: false })
    expect(setActions(setOf(['sent'], { canRevert: false }))).toMatchObject({ revert: false, reverted: true })
  })

  it('a conflict alone is decided at the change', () => {
    expect(setActions(setOf(['conflict']))).toMatchObject({ send: null, takeBack: null })
  })

  it('a set with more changes than are listed is only taken back as a whole', () => {
    expect(setActions(setOf(['waiting'], { changeCount: 500 }))).toMatchObject({ takeBack: null, revert: true })
  })
})
