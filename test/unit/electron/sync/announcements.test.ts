import { beforeEach, describe, expect, it } from 'vitest'
import type { PictureJobRecord } from '../../../../electron/catalogue/picture-jobs-table'
import { createAnnouncements } from '../../../../electron/sync/announcements'

let told: string[]
let now: number
let states: PictureJobRecord['state'][]
beforeEach(() => {
  told = []
  now = 10_000
  states = []
})

function announcements() {
  const unfinished = () => states.map((state) => ({ state }) as PictureJobRecord)
  // Of the jobs nothing else is asked.
  const catalogue = { pictureJobs: { unfinished } } as Parameters<typeof createAnnouncements>[0]['catalogue']
  return createAnnouncements({ catalogue, now: () => now, announce: (sentence) => told.push(sentence) })
}

describe('what is told of a queue that has ended', () => {
  it('is nothing while an upload that filled it goes on', () => {
    const { ofStore } = announcements()
    for (const state of ['preparing', 'uploading'] as const) {
      states = [state]
      ofStore('All is sent.', 'queue')
    }
    expect(told).toEqual([])
    states = ['review']
    ofStore('All is sent.', 'queue')
    expect(told).toEqual(['All is sent.'])
  })

  it('is nothing right after the upload told its end', () => {
    const { ofStore, ofUpload } = announcements()
    ofUpload('60 pictures are uploaded.', { connectionId: 'a', jobId: 1 })
    now += 999
    ofStore('All is sent.', 'queue')
    now += 1
    ofStore('All else is sent.', 'queue')
    expect(told).toEqual(['60 pictures are uploaded.', 'All else is sent.'])
  })
})

it('tells of a first pull whatever is uploaded', () => {
  states = ['uploading']
  announcements().ofStore('All products are here.', 'pull')
  expect(told).toEqual(['All products are here.'])
})
