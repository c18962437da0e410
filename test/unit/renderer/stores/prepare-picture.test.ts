import { describe, expect, it } from 'vitest'
import { convertedName } from '../../../../renderer/stores/convert-picture'
import { isPrivateAddress } from '../../../../renderer/stores/prepare-picture'
import { webpOrientation } from '../../../../renderer/stores/webp-orientation'
import { webpAlpha, webpLossy, webpTurned } from '../../../support/picture-files'

describe('addresses Ecwid cannot look at', () => {
  it.each([
    'http://localhost:8080/a.png',
    'http://127.0.0.1/a.png',
    'http://[::1]/a.png',
    'http://[fd00::1]/a.png',
    'http://10.1.2.3/a.png',
    'http://172.16.0.1/a.png',
    'http://172.31.255.1/a.png',
    'http://192.168.1.5/a.png',
    'http://169.254.1.1/a.png',
    'http://nas/a.png',
    'http://nas.local/a.png',
  ])('%s', (url) => expect(isPrivateAddress(url)).toBe(true))

  it.each([
    'https://example.com/a.png',
    'https://172.32.0.1/a.png',
    'https://11.0.0.1/a.png',
    'https://localhost.example.com/a.png',
    'https://[2001:db8::1]/a.png',
  ])('but not %s', (url) => expect(isPrivateAddress(url)).toBe(false))
})

describe('a converted picture', () => {
  it.each([
    ['mug.webp', 'image/jpeg', 'mug.jpg'],
    ['mug.AVIF', 'image/png', 'mug.png'],
    ['mug.front.bmp', 'image/jpeg', 'mug.front.jpg'],
    ['photo.php', 'image/jpeg', 'photo.php.jpg'],
  ] as const)('%s as %s is called %s', (name, type, result) => {
    expect(convertedName(name, type)).toBe(result)
  })
})

describe("the camera's note in a WebP", () => {
  it.each([2, 3, 4, 5, 6, 7, 8])('is read: %i', (orientation) => {
    const bytes = webpTurned(orientation)
    const found = webpOrientation(bytes)
    expect(found?.value).toBe(orientation)
    expect(bytes[found?.offset ?? 0]).toBe(orientation)
  })

  it.each([
    ['none', webpLossy],
    ['upright', webpTurned(1)],
    ['nonsense', webpTurned(77)],
    ['no camera', webpAlpha],
    ['cut off', webpTurned(6).subarray(0, -10)],
  ])('is null for %s', (_what, bytes) => {
    expect(webpOrientation(bytes)).toBeNull()
  })
})
