import { describe, expect, it } from 'vitest'
import { jpegHead } from '../../../../renderer/stores/small-jpeg'
import { createThumbnails } from '../../../../renderer/stores/thumbnails'
import { jpegBytes, pngBytes } from '../../../support/picture-files'

function workshop({ atOnce = 2, keep = 10 } = {}) {
  const started: string[] = []
  const released: string[] = []
  const open = new Map<string, { finish: (blob: Blob | null) => void; signal: AbortSignal }>()
  const thumbnails = createThumbnails({
    atOnce,
    keep,
    make: (key, signal) => {
      started.push(key)
      return new Promise((finish) => open.set(key, { finish, signal }))
    },
    urlOf: (blob) => `blob:${blob.size}`,
    release: (url) => released.push(url),
  })
  const answers: [string, string | null][] = []
  const want = (key: string) => thumbnails.want(key, (url) => answers.push([key, url]))
  /** The picture is there, or there is none; what follows has started once this resolves. */
  const finish = async (key: string, bytes: number | null) => {
    open.get(key)?.finish(bytes === null ? null : new Blob([new Uint8Array(bytes)]))
    await Promise.resolve()
  }
  return { thumbnails, started, released, answers, want, finish, signalOf: (key: string) => open.get(key)?.signal }
}

describe('thumbnails', () => {
  it('are made a few at a time, the one asked for last before those that wait', async () => {
    const { started, want, finish } = workshop()
    for (const key of ['a', 'b', 'c', 'd']) want(key)
    expect(started).toEqual(['a', 'b'])
    await finish('a', 1)
    expect(started).toEqual(['a', 'b', 'd'])
  })

  it('are not made for what scrolled out of sight, and stop where they have begun', async () => {
    const { started, answers, want, finish, signalOf } = workshop({ atOnce: 1 })
    const leaveA = want('a')
    const leaveB = want('b')
    want('c')
    leaveB()
    leaveA()
    expect(signalOf('a')?.aborted).toBe(true)
    await finish('a', null)
    expect(started).toEqual(['a', 'c'])
    expect(answers).toEqual([])
  })

  it('are made once for all who want the same one', async () => {
    const { thumbnails, started, answers, want, finish } = workshop()
    want('a')
    const leave = want('a')
    leave()
    await finish('a', 7)
    expect(started).toEqual(['a'])
    expect(answers).toEqual([['a', 'blob:7']])
    expect(thumbnails.known('a')).toBe('blob:7')
  })

  it('give back the ones not shown for the longest time', async () => {
    const { thumbnails, released, want, finish } = workshop({ keep: 2 })
    want('a')
    await finish('a', 1)
    want('b')
    await finish('b', 2)
    thumbnails.known('a')
    want('c')
    await finish('c', 3)
    expect(released).toEqual(['blob:2'])
    expect(thumbnails.known('b')).toBeUndefined()
    expect(thumbnails.known('a')).toBe('blob:1')
  })

  it('say that there is no picture, and look again the next time', async () => {
    const { started, answers, want, finish } = workshop()
    want('a')
    await finish('a', null)
    expect(answers).toEqual([['a', null]])
    want('a')
    expect(started).toEqual(['a', 'a'])
  })
})

describe('the head of a JPEG', () => {
  it('tells its size as stored and how the camera was held', () => {
    const plain = jpegBytes(40, 30)
    expect(jpegHead(plain)).toEqual({ width: 40, height: 30, orientation: null })
    const note = Buffer.alloc(40)
    note.write('Exif\0\0MM\0*', 0, 'latin1')
    note.writeUInt32BE(8, 10)
    note.writeUInt16BE(1, 14)
    note.writeUInt16BE(0x0112, 16)
    note.writeUInt16BE(3, 18)
    note.writeUInt32BE(1, 20)
    note.writeUInt16BE(6, 24)
    const turned = Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, 42]), note, plain.subarray(2)])
    expect(jpegHead(turned)).toEqual({ width: 40, height: 30, orientation: { offset: 31, value: 6 } })
  })

  it('is nothing for other files and for one that was cut off', () => {
    expect(jpegHead(pngBytes())).toBeNull()
    expect(jpegHead(jpegBytes(40, 30).subarray(0, 60))).toBeNull()
    expect(jpegHead(new Uint8Array(0))).toBeNull()
  })
})
