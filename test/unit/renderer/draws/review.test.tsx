// @vitest-environment jsdom
import { drawsPerEvent, growing } from '../../../support/draws-per-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PictureJobFile, PictureJobProduct, PictureVerdict } from '../../../../electron/shared/picture-job'
import { PictureJobsScreen } from '../../../../renderer/features/picture-jobs/PictureJobsScreen'
import { showTab, select, touchReview } from '../../../../renderer/features/picture-jobs/review-store'
import { notePictureJob } from '../../../../renderer/stores/picture-jobs-store'
import { aPictureJob } from '../../../support/a-picture-job'
import { newsOfTheStore, openShopWindow } from '../../../support/a-shop-window'

let files: PictureJobFile[] = []
let products: PictureJobProduct[] = []
let jobId = 0
let shop: ReturnType<typeof openShopWindow>

beforeEach(() => {
  vi.useFakeTimers()
  shop = openShopWindow({
    'pictureJobs.list': () => [],
    'pictureJobs.files': ({ offset, limit }) => ({ total: files.length, files: files.slice(offset, offset + limit) }),
    'pictureJobs.products': ({ offset, limit }) => ({
      total: products.length,
      products: products.slice(offset, offset + limit),
    }),
  })
})
afterEach(() => {
  shop.close()
  vi.useRealTimers()
})

const aFile = (id: number, verdict: PictureVerdict): PictureJobFile => ({
  id,
  name: `M-${id}.jpg`,
  folder: '',
  bytes: 1000,
  type: 'jpeg',
  width: 10,
  height: 10,
  verdict,
  reason: 'SKU, exact',
  note: null,
  warning: null,
  target: null,
  candidates: [],
  position: null,
  byHand: false,
  alt: '',
  step: 'none',
  problem: null,
  changeId: null,
})

const aProduct = (productId: number): PictureJobProduct => ({
  productId,
  name: `Mug ${productId}`,
  sku: `M-${productId}`,
  current: [],
  files: [aFile(productId, 'matched')],
  variations: [],
  removed: [],
  mainFileId: null,
  doubtful: 0,
  hasVariations: false,
  skipped: null,
})

/** The job in review as it is now; `leftOut` counts what was decided. */
const job = (leftOut = 0) =>
  aPictureJob({
    connectionId: 'a',
    id: jobId,
    counts: { matched: products.length, doubtful: files.length, unmatched: 0, refused: 0, already: 0, leftOut },
  })
const show = (tab: PictureVerdict) => {
  jobId += 1
  notePictureJob(job())
  showTab(tab)
  return <PictureJobsScreen />
}
const told = [
  { name: 'news that change nothing', happen: () => shop.emit('pictureJobs.changed', job()) },
  { name: 'news of what was decided', happen: () => shop.emit('pictureJobs.changed', job(1)) },
]
const counted = (count: number) => Array.from({ length: count }, (_, n) => n + 1)

describe('the work for an event of the review does not grow with what is in view', () => {
  it('of the products', async () => {
    const draws = await drawsPerEvent({
      show: (count) => {
        files = []
        products = counted(count).map(aProduct)
        return show('matched')
      },
      entry: '[data-product]',
      happenings: [
        ...told,
        {
          name: 'another picture for one of them',
          happen: () => {
            const added = { ...aProduct(3), files: [aFile(3, 'matched'), aFile(1003, 'matched')] }
            products = products.map((product) => (product.productId === 3 ? added : product))
            touchReview()
          },
        },
        ...newsOfTheStore(shop),
      ],
    })
    expect(growing(draws)).toEqual([])
    expect(draws[2]?.drawn[0]).toBeGreaterThan(0)
  }, 120_000)

  it('of the doubtful files', async () => {
    const draws = await drawsPerEvent({
      show: (count) => {
        products = []
        files = counted(count).map((id) => aFile(id, 'doubtful'))
        return show('doubtful')
      },
      // A row is some sixty components.
      counts: [25, 100],
      entry: '[data-verdict="doubtful"][data-index]',
      happenings: [
        ...told,
        { name: 'one of them is selected', happen: () => select([3], true) },
        {
          name: 'one of them has another reason',
          happen: () => {
            files = files.map((file) => (file.id === 3 ? { ...file, reason: 'name, 92 %' } : file))
            touchReview()
          },
        },
        ...newsOfTheStore(shop),
      ],
    })
    expect(growing(draws)).toEqual([])
    expect(draws[2]?.drawn[0]).toBeGreaterThan(0)
  }, 120_000)
})
