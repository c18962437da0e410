import { describe, expect, it } from 'vitest'
import {
  announcementOf,
  doneText,
  paceText,
  scanDetail,
  scanText,
  sizeText,
  snapshotText,
  standingText,
  targetText,
  undoSentence,
} from '../../../../../renderer/features/picture-jobs/job-text'
import { namesIn, outcomeTabs } from '../../../../../renderer/features/picture-jobs/report-words'
import { percentOf } from '../../../../../renderer/format/upload-progress'
import { aPictureJob } from '../../../../support/a-picture-job'

describe('while files are looked at', () => {
  const scan = { found: 5000, checked: 1200, skipped: 14, bytes: 412e6 }
  it('the count runs', () => {
    expect(scanText({ state: 'scanning', scan })).toBe('Looking at 1,200 of 5,000 files')
    expect(scanDetail({ scan })).toBe('412 MB · 14 passed over (hidden, system or for buyers)')
  })
  it('nothing is claimed before the first file', () => {
    expect(scanText({ state: 'scanning', scan: { found: 0, checked: 0, skipped: 0, bytes: 0 } })).toBe(
      'Looking for pictures',
    )
  })
  it('matching is told apart', () => {
    expect(scanText({ state: 'matching', scan })).toBe('Matching 5,000 files with your products')
  })
})

describe('the size', () => {
  it.each([
    [412e6, 96e6, '412 MB becomes 96 MB'],
    [412e6, null, '412 MB'],
    [412e6, 412.2e6, '412 MB'],
    [0, null, ''],
  ])('of %d that becomes %d: %s', (bytes, bytesAfter, text) => expect(sizeText({ bytes, bytesAfter })).toBe(text))
})

describe('an upload under way', () => {
  const running = aPictureJob({
    state: 'uploading',
    progress: {
      total: 5000,
      sent: 3120,
      prepared: 5000,
      perMinute: 480,
      secondsLeft: 540,
      sentBytes: 260e6,
      totalBytes: 412e6,
    },
  })
  it('says how far it is and how long it takes', () => {
    expect(doneText(running.progress)).toBe('3,120 of 5,000')
    expect(paceText(running, 0)).toBe('9 min left · 480 pictures a minute · 260 MB of 412 MB')
  })
  it('says why it waits, counting down, and is silent when the wait is over', () => {
    const waiting = aPictureJob({ ...running, progress: { ...running.progress, waitingUntil: 12_000 } })
    expect(paceText(waiting, 400)).toContain('waiting 12 s because Ecwid asked')
    expect(paceText(waiting, 12_000)).not.toContain('waiting')
  })
  it('calls a wait after a fault no wish of the store', () => {
    const waiting = aPictureJob({ ...running, progress: { ...running.progress, waitingUntil: 12_000 } })
    expect(paceText(waiting, 400, true)).toContain('trying again in 12 s')
  })
  it('says nothing else while it is held', () => expect(paceText({ ...running, isHeld: true }, 0)).toBe('Held'))
  it('says that a snapshot is taken before pictures are replaced, and only then', () => {
    const taking = { done: 1200, total: 5000 }
    const job = aPictureJob({ state: 'preparing', changeSetId: null })
    const replaces = { ...job, options: { ...job.options, mode: 'replace' as const } }
    expect(snapshotText(replaces, taking)).toBe('Taking a snapshot of your store first, 1,200 of 5,000')
    expect(snapshotText(replaces, null)).toBeNull()
    for (const other of [
      { ...replaces, changeSetId: 7 },
      { ...replaces, isHeld: true },
    ]) {
      expect(snapshotText(other, taking)).toBeNull()
    }
    expect(snapshotText({ ...job, options: { ...job.options, mode: 'append' } }, taking)).toBeNull()
  })
  it('is announced at quarters', () => {
    expect(announcementOf(running)).toBe('Uploading 5,000 pictures, 50 percent done.')
    expect(announcementOf(null)).toBe('')
  })
  it('never claims to be done before it is', () => {
    expect(percentOf({ total: 200, sent: 199, prepared: 200 })).toBeLessThan(100)
    expect(percentOf({ total: 200, sent: 200, prepared: 200 })).toBe(100)
    expect(percentOf({ total: 0, sent: 0, prepared: 0 })).toBe(0)
  })
})

describe('what an upload came to', () => {
  it.each([
    ['done', { sent: 318, failed: 2 }, '318 pictures uploaded, 2 failed'],
    ['done', { sent: 1 }, '1 picture uploaded'],
    ['cancelled', { sent: 3, total: 10 }, 'Cancelled after 3 of 10'],
    ['cancelled', {}, 'Cancelled'],
    ['review', {}, 'Waits for your review'],
  ] as const)('%s %j: %s', (state, progress, text) => expect(standingText(aPictureJob({ state, progress }))).toBe(text))
})

it('a variation is named with its own SKU', () => {
  const product = { productId: 1, productName: 'Mug', sku: 'MUG-1', thumbnail: null }
  expect(targetText({ ...product, variation: null })).toBe('Mug · MUG-1')
  expect(targetText({ ...product, variation: { id: 2, label: 'Blue', sku: 'MUG-1-BL' } })).toBe('Mug, Blue · MUG-1-BL')
})

describe('the report', () => {
  it('has tabs for what happened only', () => {
    expect(outcomeTabs({ added: 3, failed: 0, unmatched: 1 })).toEqual(['added', 'unmatched'])
  })
  it.each([
    ['/home/x/shoot/day 2/a.jpg', { fileName: 'a.jpg', folder: 'shoot / day 2' }],
    ['C:\\Shop\\a.jpg', { fileName: 'a.jpg', folder: 'C: / Shop' }],
    ['a.jpg', { fileName: 'a.jpg', folder: '' }],
  ])('names %s', (path, names) => expect(namesIn(path)).toEqual(names))
})

it('an upload that is undone does not say that its pictures are there', () => {
  const undone = aPictureJob({ state: 'done', progress: { sent: 9 }, undo: { standing: 0, underWay: 0, undone: 9 } })
  expect(standingText(undone)).toBe('9 pictures uploaded and removed again')
  const some = aPictureJob({ state: 'done', progress: { sent: 9 }, undo: { standing: 4, underWay: 0, undone: 5 } })
  expect([standingText(some), undoSentence(some)]).toEqual(['9 pictures uploaded', '5 pictures undone'])
})
