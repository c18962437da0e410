// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import type { PictureJob, PictureToPrepare, PreparedResult } from '../../../../electron/shared/picture-job'
import {
  choosePictureJob,
  forgetPictureJob,
  loadPictureJobs,
  notePictureJob,
  shownJob,
  startPictureJob,
  toldJob,
  usePictureJobsStore,
} from '../../../../renderer/stores/picture-jobs-store'
import { NotConverted } from '../../../../renderer/stores/convert-picture'
import { createPicturePreparer } from '../../../../renderer/stores/picture-preparer'
import { aPictureJob } from '../../../support/a-picture-job'
import { installFakeBridge } from '../../../support/fake-bridge'

beforeEach(() => usePictureJobsStore.setState({ byConnection: {}, chosen: {} }))
const jobs = () => usePictureJobsStore.getState().byConnection.shop ?? []

describe('the list of uploads', () => {
  it('takes news of a job in its place and new jobs in front', () => {
    notePictureJob(aPictureJob({ id: 1 }))
    notePictureJob(aPictureJob({ id: 2 }))
    notePictureJob(aPictureJob({ id: 1, state: 'done' }))
    expect(jobs().map(({ id, state }) => [id, state])).toEqual([
      [2, 'review'],
      [1, 'done'],
    ])
  })

  it('does not let late news bring back what was taken off', () => {
    const job = aPictureJob({ id: 77 })
    notePictureJob(job)
    forgetPictureJob(job)
    notePictureJob({ ...job, state: 'cancelled' })
    expect(jobs()).toEqual([])
  })

  it('is read once, and news that came meanwhile is newer than what was read', async () => {
    const bridge = installFakeBridge({
      'pictureJobs.list': () => {
        notePictureJob(aPictureJob({ id: 3, connectionId: 'other', state: 'done' }))
        return [aPictureJob({ id: 3, connectionId: 'other', state: 'uploading' })]
      },
    })
    await Promise.all([loadPictureJobs('other'), loadPictureJobs('other')])
    expect(usePictureJobsStore.getState().byConnection.other?.[0]?.state).toBe('done')
    expect(bridge.asked).toHaveLength(1)
  })

  it('shows a job from the moment it is started', async () => {
    installFakeBridge({ 'pictureJobs.start': () => aPictureJob({ id: 9, state: 'scanning' }) })
    await startPictureJob('shop', ['/shoot'])
    expect(usePictureJobsStore.getState().chosen.shop).toBe(9)
    expect(jobs()[0]?.id).toBe(9)
  })
})

describe('what is shown', () => {
  const done = aPictureJob({ id: 1, state: 'done' })
  const review = aPictureJob({ id: 2 })
  const uploading = aPictureJob({ id: 3, state: 'uploading' })
  it('is what was chosen', () => expect(shownJob([review, done], 1)).toBe(done))
  it('is the place to drop when that was chosen', () => expect(shownJob([review], 'new')).toBeNull())
  it('is what has not ended when nothing was chosen, or it is gone', () => {
    expect(shownJob([done, review], undefined)).toBe(review)
    expect(shownJob([done, review], 99)).toBe(review)
  })
  it('is the place to drop when all has ended', () => expect(shownJob([done], undefined)).toBeNull())
  it('in the sidebar is the upload before the review', () => expect(toldJob([review, uploading])).toBe(uploading))
  it('is chosen for each store', () => {
    choosePictureJob('shop', 1)
    choosePictureJob('other', 'new')
    expect(usePictureJobsStore.getState().chosen).toEqual({ shop: 1, other: 'new' })
  })
})

describe('preparing', () => {
  const preparing = (more: Partial<PictureJob> = {}) =>
    aPictureJob({ state: 'preparing', progress: { total: 5, needPreparing: 5 }, ...more })
  const toPrepare = (fileId: number): PictureToPrepare => ({
    fileId,
    name: `${fileId}.webp`,
    type: 'webp',
    bytes: 1,
    width: 1,
    height: 1,
    because: 'type',
    maxBytes: 1,
    options: { longestSide: null, quality: 0.9, removeMetadata: false },
  })
  const ready: PreparedResult = { ok: true, name: 'a.jpg', bytes: new Uint8Array(1) }

  function setUp(count: number, prepare: (file: PictureToPrepare) => Promise<PreparedResult>) {
    const queue = Array.from({ length: count }, (_, at) => toPrepare(at + 1))
    const delivered: [number, PreparedResult][] = []
    const asked: number[] = []
    const preparer = createPicturePreparer({
      atOnce: 2,
      toPrepare: async (_job, limit) => {
        asked.push(limit)
        return queue.splice(0, limit)
      },
      prepare: (_job, file) => prepare(file),
      deliver: async (_job, fileId, result) => delivered.push([fileId, result]),
    })
    return { preparer, delivered, asked }
  }

  it('delivers every file, so many at once and no more', async () => {
    let working = 0
    let most = 0
    const { preparer, delivered } = setUp(5, async () => {
      most = Math.max(most, ++working)
      await Promise.resolve()
      working--
      return ready
    })
    await preparer.note(preparing())
    expect(delivered.map(([id]) => id).sort()).toEqual([1, 2, 3, 4, 5])
    expect(most).toBe(2)
  })

  it('delivers why a file cannot be converted, and goes on', async () => {
    const { preparer, delivered } = setUp(3, async ({ fileId }) => {
      if (fileId === 1) throw new NotConverted({ says: 'opens-too-long' })
      if (fileId === 2) throw new Error('The file is no longer there.')
      return ready
    })
    await preparer.note(preparing())
    expect(delivered).toContainEqual([1, { ok: false, reason: { says: 'opens-too-long' } }])
    expect(delivered).toContainEqual([2, { ok: false, reason: { says: 'text', text: 'The file is no longer there.' } }])
    expect(delivered).toContainEqual([3, ready])
  })

  it('does not begin while the job is held, reviewed, or has nothing to convert', async () => {
    const { preparer, asked } = setUp(5, async () => ready)
    await preparer.note(preparing({ isHeld: true }))
    await preparer.note(aPictureJob({ state: 'review' }))
    await preparer.note(aPictureJob({ state: 'preparing' }))
    expect(asked).toEqual([])
  })

  it('asks again only when the job has moved on', async () => {
    const { preparer, asked } = setUp(0, async () => ready)
    await preparer.note(preparing())
    const first = asked.length
    await preparer.note(preparing())
    expect(asked).toHaveLength(first)
    await preparer.note(aPictureJob({ state: 'preparing', progress: { total: 5, needPreparing: 4, prepared: 1 } }))
    expect(asked.length).toBeGreaterThan(first)
  })
})
