import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCatalogue, type Catalogue } from '../../../../electron/catalogue/catalogue'
import { createJobNews } from '../../../../electron/pictures/jobs/job/job-news'
import { toAddPicture } from '../../../../electron/shared/change-address'
import { newPictureJobOptions, type PictureJob } from '../../../../electron/shared/picture-job'

let folder: string
let catalogue: Catalogue
let now: number
let pausedUntil: number | null
let told: PictureJob | undefined
let news: ReturnType<typeof createJobNews>
let jobId: number
let fileIds: number[]
let changeIds: number[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-news-'))
  catalogue = openCatalogue(join(folder, 'c.sqlite'))
  now = 1_000_000
  pausedUntil = null
  news = createJobNews({
    connectionId: 'shop',
    catalogue,
    queue: () => ({ pausedUntil, blockedBy: null }),
    now: () => now,
    // The next news may go out at once.
    after: (_ms, run) => (run(), () => {}),
    onChanged: (job) => (told = job),
  })
  catalogue.transaction(() => {
    const { pictureJobs, pictureJobFiles, changes } = catalogue
    jobId = pictureJobs.insert({
      label: { file: 'shoot', more: 0 },
      createdAt: now,
      paths: [folder],
      options: newPictureJobOptions,
    })
    const image = { type: 'png' as const, width: 300, height: 300, refusal: null, warning: null, isTurned: false }
    const names = Array.from({ length: 1000 }, (_, at) => `${at}.png`)
    pictureJobFiles.add(
      jobId,
      names.map((name) => ({ path: join(folder, name), folder: '', name, bytes: 1000, ...image })),
    )
    fileIds = pictureJobFiles.after(jobId, 0, 2000).map(({ id }) => id)
    const setId = changes.insertSet({
      source: 'pictures',
      label: { code: 'text', text: 'Pictures' },
      createdAt: now,
      revertOf: null,
    })
    const change = { productId: 1, productName: 'Mug', ...toAddPicture, before: null }
    changeIds = fileIds.map(() => changes.insert(setId, { ...change, after: null }))
    fileIds.forEach((id, at) =>
      pictureJobFiles.update(id, { verdict: 'matched', step: 'queued', productId: 1, changeId: changeIds[at] ?? null }),
    )
    pictureJobs.update(jobId, { state: 'uploading', changeSetId: setId })
  })
})
afterEach(() => {
  catalogue.close()
  rmSync(folder, { recursive: true })
})

/** So many more pictures arrive within a second. */
function second(pictures: number): PictureJob {
  catalogue.transaction(() => {
    for (const id of changeIds.splice(0, pictures)) catalogue.changes.update(id, { state: 'sent', sentAt: now })
  })
  now += 1000
  news.tell(jobId)
  // The speed that was measured just now is told with the next news.
  news.tell(jobId)
  return told!
}

describe('the time left of an upload', () => {
  it('comes from the speed of the last seconds, to a fraction of a picture a second', () => {
    second(0)
    for (let at = 0; at < 10; at += 1) second(at % 2 === 0 ? 2 : 3)
    const { perMinute, secondsLeft, sent } = told!.progress
    expect(perMinute).toBeGreaterThan(140)
    expect(perMinute).toBeLessThan(160)
    expect(secondsLeft).toBeGreaterThan(((1000 - sent) / 2.7) | 0)
    expect(secondsLeft).toBeLessThan((1000 - sent) / 2.3)
  })

  it('stays what it was while the store makes everybody wait, plus the wait', () => {
    second(0)
    for (let at = 0; at < 10; at += 1) second(5)
    const before = told!.progress
    pausedUntil = now + 30_000
    for (let at = 0; at < 12; at += 1) second(0)
    const { secondsLeft, perMinute, waitingUntil } = told!.progress
    expect(waitingUntil).toBe(pausedUntil)
    expect(perMinute).toBeCloseTo(before.perMinute!, 0)
    // Twelve of the thirty seconds are over.
    expect(secondsLeft! - before.secondsLeft!).toBeGreaterThanOrEqual(17)
    expect(secondsLeft! - before.secondsLeft!).toBeLessThanOrEqual(19)
  })

  it('never counts on a speed of nothing', () => {
    second(0)
    for (let at = 0; at < 12; at += 1) second(0)
    expect(told!.progress.secondsLeft).toBe(Math.ceil((1000 * 60) / 400))
  })
})
