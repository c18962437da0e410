import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newPictureJobOptions } from '../../../../electron/shared/picture-job'
import { pngBytes } from '../../../support/picture-files'
import { openPictureJobs, type PictureJobsClient } from '../../../support/picture-jobs-client'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let client: PictureJobsClient
beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  client = openPictureJobs(synced)
})
afterEach(() => synced.close())

describe('the options of an upload', () => {
  it('keep what was chosen a moment before, whatever else is chosen then', async () => {
    client.put('mug.png', pngBytes(60, 60))
    const { id } = await client.jobs.start([client.folder])
    await client.reached(id, 'review')
    await Promise.all([
      client.jobs.setOptions(id, { prepare: { longestSide: 1200 } }),
      client.jobs.setOptions(id, { prepare: { removeMetadata: true } }),
      client.jobs.setOptions(id, { altPattern: '{name}' }),
    ])
    const prepare = { ...newPictureJobOptions.prepare, longestSide: 1200, removeMetadata: true }
    expect(client.jobs.get(id).options).toEqual({ ...newPictureJobOptions, altPattern: '{name}', prepare })
  })
})
