import { afterEach, beforeEach, expect, it } from 'vitest'
import { assignFiles } from '../../../../electron/pictures/jobs/review/assign-files'
import { newPictureJobOptions } from '../../../../electron/shared/picture-job'
import { openMugs } from '../changes/catalogue-of-mugs'

let shop: ReturnType<typeof openMugs>
beforeEach(() => {
  shop = openMugs()
})
afterEach(() => shop.close())

const picture = {
  bytes: 1,
  type: 'png',
  width: 60,
  height: 60,
  isTurned: false,
  refusal: null,
  warning: null,
} as const

/** A job in review with files of these names; its id. */
function jobOf(names: readonly string[]): number {
  const { pictureJobs, pictureJobFiles } = shop.catalogue
  const jobId = pictureJobs.insert({
    label: { file: 'x', more: 0 },
    createdAt: 1,
    paths: ['/x'],
    options: newPictureJobOptions,
  })
  pictureJobFiles.add(
    jobId,
    names.map((name) => ({ ...picture, path: `/x/${name}`, folder: 'x', name })),
  )
  return jobId
}

it('files of a job are found by the names of their products as everywhere', () => {
  const { pictureJobFiles } = shop.catalogue
  const names = ['Gießkanne groß', 'Işıklı Ayna', 'Mug']
  const products = names.map((name, at) => shop.put(700 + at, { name }))
  const jobId = jobOf(names.map((_, at) => `${at}.png`))
  pictureJobFiles.after(jobId, 0, 10).forEach(({ id }, at) => {
    pictureJobFiles.update(id, { productId: products[at]!, verdict: 'matched' })
  })
  const found = (search: string) => {
    const query = { filter: null, search, offset: 0, limit: 10 }
    const { files } = pictureJobFiles.page(jobId, query)
    expect(pictureJobFiles.productPage(jobId, query).productIds).toEqual(files.map(({ productId }) => productId))
    return files.map(({ name }) => name)
  }
  expect(found('GIESSKANNE')).toEqual(['0.png'])
  expect(found('gross')).toEqual(['0.png'])
  expect(found('isikli')).toEqual(['1.png'])
  expect(found('m-702')).toEqual(['2.png'])
  expect(found('1.PNG')).toEqual(['1.png'])
  expect(found('%')).toEqual([])
})

it('all files that a tab and words find, but for some, are decided where they are', async () => {
  const { pictureJobFiles } = shop.catalogue
  const jobId = jobOf(['unknown-1.png', 'unknown-2.png', 'unknown-3.png', 'unknown-4.png', 'other.png'])
  const query = { filter: 'unmatched', search: 'unknown' } as const
  const [, , third] = pictureJobFiles.page(jobId, { ...query, offset: 0, limit: 10 }).files
  const files = { query, except: [third!.id] }
  expect(await assignFiles(shop.catalogue, jobId, files, { kind: 'leaveOut' })).toEqual({ changed: 3, alike: null })
  const left = pictureJobFiles.page(jobId, { filter: 'unmatched', search: '', offset: 0, limit: 10 }).files
  expect(left.map(({ name }) => name)).toEqual(['unknown-3.png', 'other.png'])
})
