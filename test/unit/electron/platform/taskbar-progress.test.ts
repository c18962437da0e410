import { describe, expect, it } from 'vitest'
import { progressOfUploads } from '../../../../electron/platform/progress-of-uploads'
import { createTaskbarProgress } from '../../../../electron/platform/taskbar-progress'
import type { ChangesSummary } from '../../../../electron/shared/change'
import type { Connection } from '../../../../electron/shared/connection'
import { aPictureJob } from '../../../support/a-picture-job'

const online = { isOnline: true, held: new Set<string>() }
const uploading = (sent: number, total: number, more: Parameters<typeof aPictureJob>[0] = {}) =>
  aPictureJob({ state: 'uploading', ...more, progress: { total, prepared: total, sent, ...more.progress } })

describe('how far the uploads are', () => {
  it('is nothing while nothing runs, and without an end while files are looked at', () => {
    expect(progressOfUploads([], online)).toBeNull()
    expect(progressOfUploads([aPictureJob({ state: 'review' }), uploading(5, 5, { state: 'done' })], online)).toBeNull()
    for (const state of ['scanning', 'matching'] as const) {
      expect(progressOfUploads([aPictureJob({ state })], online)).toEqual({ mode: 'indeterminate' })
    }
  })

  it('moves with preparing, sending and failing, and ends at the end', () => {
    const values = [
      { prepared: 0, sent: 0 },
      { prepared: 50, sent: 0 },
      { prepared: 100, sent: 0 },
      { prepared: 100, sent: 60 },
      { prepared: 90, sent: 60, failed: 10 },
      { prepared: 90, sent: 90, failed: 10 },
    ].map((progress) => {
      const shown = progressOfUploads([uploading(0, 100, { state: 'preparing', progress })], online)
      return shown?.mode === 'normal' ? shown.value : NaN
    })
    expect(values).toEqual([...values].sort((a, b) => a - b))
    expect(new Set(values).size).toBe(values.length)
    expect(values[0]).toBe(0)
    expect(values.at(-1)).toBe(1)
  })

  it('counts the pictures of all stores together, and one that runs before one that is looked at', () => {
    const jobs = [uploading(10, 10), uploading(0, 30, { connectionId: 'other' }), aPictureJob({ state: 'scanning' })]
    expect(progressOfUploads(jobs, online)).toEqual({ value: (10 * 0.95 + 40 * 0.05) / 40, mode: 'normal' })
  })

  it('rests when its owner pauses all of it, keeps the queue back, or the network is gone', () => {
    const paused = uploading(1, 2, { isHeld: true })
    expect(progressOfUploads([paused], online)).toMatchObject({ mode: 'paused' })
    expect(progressOfUploads([paused, uploading(1, 2)], online)).toMatchObject({ mode: 'normal' })
    expect(progressOfUploads([uploading(1, 2)], { ...online, isOnline: false })).toMatchObject({ mode: 'paused' })
    const held = { isOnline: true, held: new Set(['shop']) }
    expect(progressOfUploads([uploading(1, 2)], held)).toMatchObject({ mode: 'paused' })
    expect(progressOfUploads([uploading(1, 2, { connectionId: 'other' })], held)).toMatchObject({ mode: 'normal' })
  })

  it('is red when a problem stops one of them', () => {
    const stopped = uploading(1, 2, { isHeld: true, problem: 'The disk is full.' })
    expect(progressOfUploads([stopped, uploading(1, 2)], online)).toMatchObject({ mode: 'error' })
  })
})

describe('the bar on the taskbar', () => {
  function setUp() {
    const shown: unknown[][] = []
    const bar = createTaskbarProgress(() => ({ setProgressBar: (...all) => shown.push(all) }))
    return { bar, shown }
  }

  it('shows each step once and goes away at the end', () => {
    const { bar, shown } = setUp()
    bar.hear('pictureJobs.changed', aPictureJob({ state: 'scanning' }))
    bar.hear('pictureJobs.changed', aPictureJob({ state: 'matching' }))
    bar.hear('pictureJobs.changed', aPictureJob({ state: 'review' }))
    bar.hear('pictureJobs.changed', uploading(1, 2))
    bar.hear('pictureJobs.changed', uploading(1, 2))
    bar.hear('network.changed', { online: false })
    bar.hear('network.changed', { online: true })
    bar.hear('changes.changed', { connectionId: 'shop', holdAll: true } as ChangesSummary)
    bar.hear('changes.changed', { connectionId: 'shop', holdAll: false } as ChangesSummary)
    bar.hear('pictureJobs.changed', uploading(2, 2, { state: 'done' }))
    const half = (mode: string) => [expect.closeTo(0.525), { mode }]
    expect(shown).toEqual([
      [2, { mode: 'indeterminate' }],
      [-1],
      half('normal'),
      half('paused'),
      half('normal'),
      half('paused'),
      half('normal'),
      [-1],
    ])
  })

  it('forgets the uploads of a store that was removed', () => {
    const { bar, shown } = setUp()
    bar.hear('pictureJobs.changed', uploading(1, 2))
    bar.hear('connections.changed', [{ id: 'another' } as Connection])
    expect(shown.at(-1)).toEqual([-1])
  })
})
