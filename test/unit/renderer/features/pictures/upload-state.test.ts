import { describe, expect, it } from 'vitest'
import type { PictureUpload } from '../../../../../electron/shared/product'
import { refusalMessage } from '../../../../../renderer/features/pictures/drop-on-product'
import { uploadStateOf } from '../../../../../renderer/features/pictures/upload-state'

const upload = (patch: Partial<PictureUpload>): PictureUpload => ({
  changeId: 1,
  state: 'waiting',
  progress: 0,
  problem: null,
  ...patch,
})

describe('a picture on its way', () => {
  it('waits, and can be taken back', () => {
    expect(uploadStateOf(upload({}), null)).toMatchObject({
      text: 'Waiting to be uploaded',
      canRetry: false,
      canCancel: true,
    })
  })

  it('says why it waits and can be sent now', () => {
    expect(uploadStateOf(upload({ problem: 'No network.' }), null)).toMatchObject({
      text: 'No network.',
      canRetry: true,
    })
  })

  it('shows the newest progress', () => {
    expect(uploadStateOf(upload({ state: 'sending', progress: 0.1 }), 0.456)).toMatchObject({
      text: 'Uploading 46 %',
      percent: 46,
      canCancel: false,
    })
    expect(uploadStateOf(upload({ state: 'sending', progress: 0.1 }), null).percent).toBe(10)
  })

  it('gives the store its say when it refused', () => {
    expect(uploadStateOf(upload({ state: 'refused', problem: 'Too large.' }), null)).toMatchObject({
      text: 'Too large.',
      tone: 'bad',
      canRetry: true,
      canCancel: true,
    })
  })
})

describe('files refused on a row of the list', () => {
  const refused = (count: number) =>
    Array.from({ length: count }, (_value, n) => ({
      id: String(n),
      connectionId: 'c',
      productId: 1,
      name: `${n}.png`,
      reason: 'Empty.',
    }))

  it('are named, the first three', () => {
    expect(refusalMessage({ refused: refused(2) })).toBe('0.png: Empty. 1.png: Empty.')
    expect(refusalMessage({ refused: refused(5) })).toMatch(/2\.png: Empty\. 2 more were not added/)
    expect(refusalMessage({ refused: [] })).toBeNull()
  })
})
