import { afterEach, beforeEach, expect, it } from 'vitest'
import { newPictureJobOptions } from '../../../../electron/shared/picture-job'
import { openMugs } from '../changes/catalogue-of-mugs'

let shop: ReturnType<typeof openMugs>
beforeEach(() => {
  shop = openMugs()
})
afterEach(() => shop.close())

it('files of a job are found by the names of their products as everywhere', () => {
  const { pictureJobs, pictureJobFiles } = shop.catalogue
  const names = ['Gießkanne groß', 'Işıklı Ayna', 'Mug']
  const products = names.map((name, at) => shop.put(700 + at, { name }))
  const jobId = pictureJobs.insert({
    label: { file: 'x', more: 0 },
    createdAt: 1,
    paths: ['/x'],
    options: newPictureJobOptions,
  })
  const picture = {
    bytes: 1,
    type: 'png',
    width: 60,
    height: 60,
    isTurned: false,
    refusal: null,
    warning: null,
  } as const
  pictureJobFiles.add(
    jobId,
    names.map((_, at) => ({ ...picture, path: `/x/${at}.png`, folder: 'x', name: `${at}.png` })),
  )
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
