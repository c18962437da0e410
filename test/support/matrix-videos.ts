import { expect } from 'vitest'
import type { Operation } from '../../electron/shared/change'
import { isPlain } from './matrix-plain'
import type { MatrixCell, MatrixWrite } from './matrix-writes'
import { onTheWeb } from './on-the-web'
import { comparable, type StoredProduct } from './stored-product'

const withVideo: MatrixWrite['prepare'] = ({ store }, ecwidId) =>
  onTheWeb(store, 'POST', `/products/${ecwidId}/gallery/video`, JSON.stringify({ url: 'https://vimeo.com/1' }))

/** One video more or less. */
const ofVideos = (
  name: string,
  method: 'POST' | 'DELETE',
  make: (cell: MatrixCell) => { operation: Operation; wanted: string[] },
): MatrixWrite => ({
  name,
  fits: isPlain,
  method,
  path: (id) => (method === 'POST' ? `/products/${id}/gallery/video$` : `/products/${id}/gallery/\\d+$`),
  prepare: withVideo,
  plan: async (cell) => {
    const { operation, wanted } = make(cell)
    const verify = ({ media }: StoredProduct) => expect(media.videos).toEqual(wanted)
    return { operations: [operation], touched: ['videos'], verify }
  },
})

export const videoWrites: MatrixWrite[] = [
  ofVideos('a video more', 'POST', ({ productId, number }) => {
    const url = `https://vimeo.com/${1000 + number}`
    const operation = { kind: 'video.add' as const, productId, url, role: 'gallery' as const }
    return { operation, wanted: ['https://vimeo.com/1', url] }
  }),
  ofVideos('a video less', 'DELETE', ({ productId }) => ({
    operation: { kind: 'video.remove', productId, video: 'vimeo.com/1' },
    wanted: [],
  })),
  {
    name: 'a video made the main one',
    fits: isPlain,
    method: 'POST',
    prepare: withVideo,
    path: (id) => `/products/${id}/video$`,
    plan: async ({ productId }) => ({
      operations: [{ kind: 'video.place', productId, video: 'vimeo.com/1', role: 'main' }],
      touched: ['videos', 'pictures'],
      verify(after, before) {
        expect(comparable(after).pictures).toEqual(comparable(before).pictures.slice(1))
        expect(after.media.videos).toEqual(['https://vimeo.com/1'])
      },
    }),
  },
]
