import { describe, expect, it } from 'vitest'
import type { ChangeSetView, ChangeState, ChangeView } from '../../../../../electron/shared/change'
import { setActions } from '../../../../../renderer/features/changes/set-actions'

function setOf(states: ChangeState[], patch: Partial<ChangeSetView> = {}): ChangeSetView {
  const changes = states.map((state, id) => ({ id, state }) as ChangeView)
  return {
    id: 1,
    source: 'form',
    label: { code: 'text', text: 'Edit' },
    createdAt: 0,
    state: states[0] ?? 'sent',
    productCount: 1,
    changeCount: changes.length,
    states: Object.fromEntries(states.map((state) => [state, states.filter((other) => other === state).length])),
    changes,
    revertOf: null,
    canRevert: true,
    isBetweenSteps: false,
    isHeldOnItsWay: false,
    behindHeld: 0,
    isImport: false,
    ...patch,
  }
}

describe('what can be done with a change set', () => {
  it('what waits can be sent now, held or taken back', () => {
    expect(setActions(setOf(['waiting', 'waiting']))).toEqual({
      send: 'Send now',
      deletedProduct: null,
      hold: 'hold',
      takeBack: true,
      revert: false,
      reverted: false,
    })
  })

  it('what waits behind a held change is not sent by itself, as far as that is all of it', () => {
    expect(setActions(setOf(['waiting'], { behindHeld: 1 }))).toMatchObject({
      send: null,
      hold: 'hold',
      takeBack: true,
    })
    expect(setActions(setOf(['waiting', 'waiting'], { behindHeld: 1 })).send).toBe('Send now')
    expect(setActions(setOf(['waiting', 'held'], { behindHeld: 1 })).send).toBe('Send now')
    expect(setActions(setOf(['waiting', 'refused'], { behindHeld: 1 })).send).toBe('Retry')
  })

  it('what is held can be released or sent now, but not while everything is held', () => {
    const held = setOf(['held'])
    expect(setActions(held)).toMatchObject({ hold: 'release', send: 'Send now', takeBack: true })
    expect(setActions(held, true)).toMatchObject({ send: null, takeBack: true })
  })

  it('what was refused can be tried again', () => {
    expect(setActions(setOf(['refused', 'sent'])).send).toBe('Retry')
  })

  it('what was held while it is in doubt can be released', () => {
    expect(setActions(setOf(['unknown'], { canRevert: false, isHeldOnItsWay: true })).hold).toBe('release')
  })

  it('what is on the wire can only be waited for', () => {
    const actions = setActions(setOf(['sending', 'unknown'], { canRevert: false }))
    expect(actions).toMatchObject({ send: null, hold: null, takeBack: false, revert: false })
  })

  it('what is between two of its requests can be held before the next one', () => {
    const between = setOf(['unknown'], { canRevert: false, isBetweenSteps: true })
    expect(setActions(between)).toMatchObject({ send: null, hold: 'hold', takeBack: false })
  })

  it('what was sent can be reverted, once', () => {
    expect(setActions(setOf(['sent']))).toMatchObject({ revert: true, reverted: false })
    expect(setActions(setOf(['sent'], { canRevert: false }))).toMatchObject({ revert: false, reverted: true })
  })

  it('a set of thousands is judged by all its changes, not by those that are listed', () => {
    const large = setOf(['sent'], { changeCount: 5000, states: { sent: 4000, refused: 1000 } })
    expect(setActions(large)).toMatchObject({ send: 'Retry', takeBack: true })
  })

  it('a conflict alone is decided among the conflicts', () => {
    expect(setActions(setOf(['conflict']))).toMatchObject({ send: null, hold: null, takeBack: false })
  })

  it('what is refused because its product was deleted is not tried again, but decided in the product', () => {
    const ofDeleted = setOf(['refused', 'refused'])
    ofDeleted.changes = ofDeleted.changes.map((each) => ({ ...each, productId: 7, isOfDeletedProduct: true }))
    expect(setActions(ofDeleted)).toMatchObject({ send: null, deletedProduct: 7, takeBack: true })
    const [first] = ofDeleted.changes
    const some = { ...ofDeleted, changes: [first!, { ...first!, isOfDeletedProduct: false }] }
    expect(setActions(some)).toMatchObject({ send: 'Retry', deletedProduct: null })
  })
})
