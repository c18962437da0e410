import { describe, expect, it } from 'vitest'
import { readyToOpen, readyToShow } from '../../../../electron/pictures/mend-picture'
import { gifBytes, jpegBytes, pngBytes } from '../../../support/picture-files'
import { hugeClaims } from '../../../support/huge-claims'

describe('what the window is given to show', () => {
  it.each(Object.entries(hugeClaims(30_000)))(
    'is no small file that claims 30,000 x 30,000 pixels: %s',
    async (_type, bytes) => {
      await expect(readyToShow(bytes)).rejects.toMatchObject({ code: 'not-found', message: /30000 x 30000/ })
      await expect(readyToShow(bytes.subarray(0, -3))).rejects.toMatchObject({ code: 'not-found' })
      await expect(readyToOpen(new Uint8Array(bytes))).rejects.toMatchObject({ code: 'invalid-input' })
    },
  )

  it('is no GIF whose frame is larger than its screen, because browsers show the frame', async () => {
    const bytes = gifBytes(10, 10)
    const frame = bytes.indexOf(0x2c, 19)
    bytes.writeUInt16LE(30_000, frame + 5)
    bytes.writeUInt16LE(30_000, frame + 7)
    await expect(readyToShow(bytes)).rejects.toMatchObject({ code: 'not-found', message: /30000 x 30000/ })
  })

  it('is what is whole, and what was cut as far as it goes', async () => {
    for (const [bytes, contentType] of [
      [pngBytes(), 'image/png'],
      [jpegBytes(60, 40), 'image/jpeg'],
      [jpegBytes(60, 40).subarray(0, -30), 'image/jpeg'],
      [pngBytes(60, 40).subarray(0, -30), 'image/png'],
    ] as const) {
      expect(await readyToShow(Buffer.from(bytes))).toEqual({ bytes: Buffer.from(bytes), contentType })
    }
  })

  it('is nothing whose size cannot be read', async () => {
    await expect(readyToShow(Buffer.from('ffd8ff00ff', 'hex'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(readyToShow(Buffer.from('<svg/>'))).rejects.toMatchObject({ code: 'not-found' })
  })
})
