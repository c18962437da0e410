import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BridgeApi } from '../../../../electron/shared/bridge-api'
import { AppError, toErrorInfo } from '../../../../electron/shared/errors'
import type { PictureIntake } from '../../../../electron/shared/picture-intake'
import { type ProductDetail } from '../../../../electron/shared/product'
import { newProductFields } from '../../../../electron/shared/fields/product-fields'
import {
  addPictures,
  addressOf,
  cancelIncoming,
  dismissRefusals,
  usePictureStore,
} from '../../../../renderer/stores/picture-store'

type Handler = (input: never) => unknown
const sent: { name: string; input: unknown }[] = []

/** Main, as far as pictures go: `/dir` is a folder of two files, names with `bad` are refused. */
function mainAnswering(more: Record<string, Handler> = {}): BridgeApi {
  const verdictOn = (file: string): PictureIntake => {
    const name = file.split('/').pop() ?? ''
    if (name.startsWith('bad')) return { ok: false, file, name, reason: 'It is damaged.' }
    return {
      ok: true,
      file,
      name,
      type: 'png',
      bytes: 10,
      width: 1,
      height: 1,
      needsConversion: false,
      isTurned: false,
      note: null,
    }
  }
  const handlers: Record<string, Handler> = {
    'pictures.inspect': ({ files }: { files: string[] }) =>
      files.flatMap((path) => (path === '/dir' ? ['/dir/1.png', '/dir/2.png'] : [path])).map(verdictOn),
    'pictures.stage': ({ file }: { file: string }) => ({ hash: hashOf(file) }),
    'pictures.stageBytes': ({ name }: { name: string }) => ({ hash: hashOf(name) }),
    'pictures.checkUrl': () => ({ name: 'link.png', type: 'image/png', bytes: 10 }),
    'catalogue.product': () => productWith(1),
    'changes.apply': () => ({ changeSetId: 7, productIds: [5] }),
    ...more,
  }
  return {
    call: (async (name: string, input: never) => {
      sent.push({ name, input })
      try {
        return { ok: true, value: await handlers[name]?.(input) }
      } catch (error) {
        return { ok: false, error: toErrorInfo(error) }
      }
    }) as BridgeApi['call'],
    on: () => () => {},
    tokensOf: (files) => files.map(({ name }) => (name.startsWith('memory') ? '' : `/${name}`)),
  }
}

const hashOf = (text: string): string => text
const productWith = (pictures: number): Partial<ProductDetail> => ({
  fields: { ...newProductFields, name: 'Mug' },
  pictures: Array.from({ length: pictures }, () => ({}) as ProductDetail['pictures'][number]),
})
const file = (name: string, type = 'image/png') => new File(['bytes'], name, { type })
const applied = () => sent.filter(({ name }) => name === 'changes.apply').map(({ input }) => input)
const request = { connectionId: 'c', productId: 5, urls: [] as string[], role: 'gallery' as const }

beforeEach(() => {
  sent.length = 0
  usePictureStore.setState({ incoming: {}, refusals: [] })
  vi.stubGlobal('window', { stockroom: mainAnswering() })
})
afterEach(() => vi.unstubAllGlobals())

describe('adding pictures', () => {
  it('makes one change set of a drop, in its order, folders opened up', async () => {
    const files = [file('b.png'), file('dir', ''), file('a.png'), file('memory.png')]
    const outcome = await addPictures({ ...request, files, urls: ['https://a.example/x.png'] })
    expect(outcome).toEqual({ added: 6, refused: [], changeSetId: 7, productName: 'Mug' })
    const hash = (text: string) => ({ hash: text })
    const sources = [
      hash('/b.png'),
      hash('/dir/1.png'),
      hash('/dir/2.png'),
      hash('/a.png'),
      hash('memory.png'),
      { url: 'https://a.example/x.png' },
    ]
    expect(applied()).toEqual([
      {
        connectionId: 'c',
        source: 'pictures',
        label: { code: 'add-pictures', product: 'Mug', pictures: 6 },
        operations: sources.map((source) => expect.objectContaining({ kind: 'picture.add', source, role: 'gallery' })),
      },
    ])
    expect(usePictureStore.getState()).toEqual({ incoming: {}, refusals: [] })
  })

  it('makes the first picture of a product its main one', async () => {
    vi.stubGlobal('window', { stockroom: mainAnswering({ 'catalogue.product': () => productWith(0) }) })
    await addPictures({ ...request, files: [file('a.png'), file('b.png')] })
    expect(applied()[0]).toMatchObject({ operations: [{ role: 'main' }, { role: 'gallery' }] })
  })

  it('replaces the main picture with the first one only', async () => {
    await addPictures({ ...request, role: 'main', files: [file('a.png'), file('b.png')] })
    expect(applied()[0]).toMatchObject({ operations: [{ role: 'main' }, { role: 'gallery' }] })
  })

  it('lets the others go on when one is refused, and keeps its sentence until it is dismissed', async () => {
    const outcome = await addPictures({ ...request, files: [file('a.png'), file('bad.png'), file('c.png')] })
    expect(outcome.added).toBe(2)
    const { refusals } = usePictureStore.getState()
    expect(refusals).toMatchObject([{ name: 'bad.png', reason: 'It is damaged.', productId: 5 }])
    expect(outcome.refused).toEqual(refusals)
    dismissRefusals(refusals.map(({ id }) => id))
    expect(usePictureStore.getState().refusals).toEqual([])
  })

  it('asks for nothing to be changed when nothing is left', async () => {
    const outcome = await addPictures({ ...request, files: [file('bad.png')] })
    expect(outcome).toMatchObject({ added: 0, changeSetId: null })
    expect(applied()).toEqual([])
  })

  it('shows a file from its bytes while main looks at it', async () => {
    let answer = () => {}
    const inspecting = new Promise<void>((resolve) => {
      answer = resolve
    })
    const main = mainAnswering({ 'pictures.inspect': () => inspecting.then(() => []) })
    vi.stubGlobal('window', { stockroom: main })
    const adding = addPictures({ ...request, files: [file('a.png')] })
    const [shown] = Object.values(usePictureStore.getState().incoming)
    expect(shown).toMatchObject({ name: 'a.png', step: 'checking' })
    expect(addressOf(shown!.file!)).toMatch(/^blob:/)
    answer()
    await adding
    expect(usePictureStore.getState().incoming).toEqual({})
  })

  it('leaves out what was taken back meanwhile', async () => {
    const main = mainAnswering({
      'pictures.stage': ({ file }: { file: string }) => {
        for (const { id, name } of Object.values(usePictureStore.getState().incoming))
          if (name === 'a.png') cancelIncoming(id)
        return { hash: file }
      },
    })
    vi.stubGlobal('window', { stockroom: main })
    const outcome = await addPictures({ ...request, files: [file('a.png'), file('b.png')] })
    expect(outcome).toMatchObject({ added: 1, refused: [] })
    expect(applied()[0]).toMatchObject({ label: { pictures: 1 }, operations: [{ source: { hash: '/b.png' } }] })
  })

  it('says at every file why when the whole change could not be kept', async () => {
    const full = () => {
      throw new AppError('storage', 'The disk is full.')
    }
    vi.stubGlobal('window', { stockroom: mainAnswering({ 'changes.apply': full }) })
    const outcome = await addPictures({ ...request, files: [file('a.png'), file('b.png')] })
    expect(outcome.added).toBe(0)
    expect(usePictureStore.getState().refusals.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      'a.png The disk is full.',
      'b.png The disk is full.',
    ])
  })

  it('refuses bytes over 20 MB without asking main', async () => {
    const large = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'memory.png', { type: 'image/png' })
    const outcome = await addPictures({ ...request, files: [large] })
    expect(outcome.refused).toMatchObject([{ reason: expect.stringContaining('20 MB') }])
    expect(sent.map(({ name }) => name)).not.toContain('pictures.stageBytes')
  })
})
