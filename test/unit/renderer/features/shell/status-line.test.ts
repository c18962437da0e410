import { describe, expect, it } from 'vitest'
import { initialSyncStatus, type SyncStatus } from '../../../../../electron/shared/store'
import { statusLine, type Standing } from '../../../../../renderer/features/shell/status-line'
import { aSummary } from '../../../../support/a-shop-window'

const now = new Date(2026, 4, 3, 14, 30).getTime()
const calm = aSummary()
const idle: SyncStatus = { ...initialSyncStatus, phase: 'idle', syncedAt: now - 10_000 }

function textOf(patch: Partial<Standing>): string {
  const standing: Standing = {
    online: true,
    offlineSince: null,
    keyPlace: 'keychain',
    sync: idle,
    summary: calm,
    ...patch,
  }
  return statusLine(standing, now).text
}

describe('the status line', () => {
  it('says how fresh the copy is when nothing else matters', () => {
    expect(textOf({})).toBe('Up to date 10 s ago')
    expect(textOf({ sync: { ...idle, syncedAt: now } })).toBe('Up to date')
  })

  it('says what its owner holds back, one by one or all of it', () => {
    expect(textOf({ summary: { ...calm, held: 3, waiting: 2 } })).toBe('3 unsent changes held')
    expect(textOf({ summary: { ...calm, holdAll: true, waiting: 1 } })).toBe('1 unsent change held')
    expect(textOf({ summary: { ...calm, holdAll: true } })).toBe('Up to date 10 s ago')
  })

  it('says since when there is no network and what waits for it', () => {
    const offlineSince = new Date(2026, 4, 3, 14, 2).getTime()
    expect(textOf({ online: false, offlineSince, summary: { ...calm, waiting: 3 } })).toBe(
      'Offline since 14:02, 3 changes waiting',
    )
    expect(textOf({ online: false, offlineSince })).toBe('Offline since 14:02')
  })

  it('counts a pull', () => {
    const sync: SyncStatus = { ...idle, phase: 'pulling', done: 1240, total: 20_000 }
    expect(textOf({ sync })).toBe('Bringing in 1,240 of 20,000')
    expect(
      statusLine({ online: true, offlineSince: null, keyPlace: 'keychain', sync, summary: calm }, now),
    ).toMatchObject({ progress: 0.062 })
  })

  it('tells a wait that Ecwid asked for from one of its own', () => {
    expect(textOf({ sync: { ...idle, waitingUntil: now + 12_000 } })).toBe('Waiting 12 s because Ecwid asked')
    expect(textOf({ summary: { ...calm, waiting: 1, pausedUntil: now + 30_000 } })).toBe('Trying again in 30 s')
    expect(textOf({ sync: { ...idle, waitingUntil: now - 1 } })).toBe('Up to date 10 s ago')
  })

  it('puts a missing key before everything but the network', () => {
    expect(textOf({ keyPlace: 'missing', sync: { ...idle, phase: 'failed' } })).toBe('The key of this store is missing')
  })

  it('says what is on the way and what waits', () => {
    expect(textOf({ summary: { ...calm, sending: 1, waiting: 4 } })).toBe('Sending 1 of 5 changes')
    expect(textOf({ summary: { ...calm, sending: 1 } })).toBe('Sending 1 change')
    expect(textOf({ summary: { ...calm, sending: 1, waiting: 4, holdAll: true } })).toBe('Sending 1 change')
    expect(textOf({ summary: { ...calm, waiting: 4 } })).toBe('4 changes waiting')
  })
})
