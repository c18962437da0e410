import { afterEach, beforeEach, expect, it } from 'vitest'
import { pngBytes } from '../../../support/picture-files'
import { openPictureJobs, type PictureJobsClient } from '../../../support/picture-jobs-client'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// What ends the program must not end it at every start.

let synced: SyncedStore
let client: PictureJobsClient
beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  client = openPictureJobs(synced)
  client.put('MUG-01.png', pngBytes(20, 20, { shade: 5 }))
})
afterEach(() => synced.close())

it('a job that the program ended with is taken up once, and asks after the second time', async () => {
  const { id } = await client.jobs.start([client.folder])
  client.restart()
  expect(client.jobs.get(id)).toMatchObject({ isHeld: false, problem: null })
  client.restart()
  const job = client.jobs.get(id)
  expect(job).toMatchObject({
    state: 'scanning',
    isHeld: true,
    problem: expect.stringContaining('ended unexpectedly again') as string,
  })
  // A third start does not begin it either.
  client.restart()
  expect(client.jobs.get(id)).toMatchObject({ state: 'scanning', isHeld: true })
  client.jobs.hold(id, false)
  expect(await client.reached(id, 'review')).toMatchObject({ isHeld: false, problem: null })
})

it('an orderly end is none of them', async () => {
  const { id } = await client.jobs.start([client.folder])
  for (let start = 0; start < 4; start += 1) {
    await client.jobs.stopAll()
    client.restart()
    expect(client.jobs.get(id).isHeld).toBe(false)
  }
  await client.reached(id, 'review')
})
