// @vitest-environment jsdom
import { rendersOf } from '../../../../support/count-renders'
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { FileForBuyers, Picture, Video } from '../../../../../electron/shared/product'
import { MediaTab } from '../../../../../renderer/features/pictures/MediaTab'
import { usePictureStore, type IncomingPicture } from '../../../../../renderer/stores/picture-store'
import { openProduct, refreshProduct } from '../../../../../renderer/stores/product-store'
import { noteSavings } from '../../../../../renderer/stores/savings-store'
import { noteUploads } from '../../../../../renderer/stores/uploads-store'
import { aProductDetail } from '../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let pictures: Picture[]
let videos: Video[]
let files: FileForBuyers[]

const pictureOf = (n: number): Picture => ({
  key: `local:${n}`,
  madeAs: `local:${n}`,
  thumbnail: `staged:${n}`,
  full: `staged:${n}`,
  alt: '',
  altTexts: {},
  isMain: n === 0,
  fileName: `${n}.png`,
  upload: { changeId: n, state: 'waiting', progress: 0, problem: null },
})

const videoOf = (n: number): Video => ({
  key: `vimeo.com/${n}`,
  url: `https://vimeo.com/${n}`,
  title: `Film ${n}`,
  thumbnail: null,
  isMain: false,
  adding: null,
})

const fileOf = (id: number): FileForBuyers => ({ id, name: `${id}.pdf`, description: '', size: 9, upload: null })

const incomingOf = (n: number): IncomingPicture => ({
  id: `in-${n}`,
  connectionId: 'a',
  productId: 1,
  name: `${n}.png`,
  preview: null,
  step: 'checking',
})

/** The Media tab with so many pictures, videos and files in the product, and as many pictures still on their way in. */
async function showTab(count: number): Promise<void> {
  pictures = Array.from({ length: count }, (_, n) => pictureOf(n))
  files = Array.from({ length: count }, (_, n) => fileOf(n))
  videos = Array.from({ length: count }, (_, n) => videoOf(n))
  noteUploads('a', [])
  installFakeBridge({
    // Read anew each time, as it comes from main.
    'catalogue.product': () => structuredClone({ ...detail, pictures, videos, files }),
  })
  usePictureStore.setState({
    incoming: Object.fromEntries(pictures.map((_, n) => [`in-${n}`, incomingOf(n)])),
    refusals: [],
  })
  await act(() => openProduct('a', 1))
  act(() =>
    root.render(
      <MantineProvider>
        <MediaTab productId={1} />
      </MantineProvider>,
    ),
  )
  expect(document.querySelectorAll('[data-picture]')).toHaveLength(count)
}

const detail = aProductDetail({ state: 'waiting' })

const events: { name: string; happen: () => Promise<void> | void }[] = [
  {
    name: 'a step of a picture on its way in',
    happen: () =>
      act(() =>
        usePictureStore.setState(({ incoming }) => ({
          incoming: { ...incoming, 'in-3': { ...incomingOf(3), step: 'copying' } },
        })),
      ),
  },
  {
    name: 'bytes of an upload',
    happen: () =>
      act(() => noteUploads('a', [{ changeId: 2, changeSetId: 1, productId: 1, name: '2.png', progress: 0.5 }])),
  },
  {
    name: 'a picture that begins to be sent',
    happen: async () => {
      const sending = { changeId: 2, state: 'sending' as const, progress: 0, problem: null }
      pictures = pictures.map((picture, n) => (n === 2 ? { ...picture, upload: sending } : picture))
      await act(refreshProduct)
    },
  },
  {
    name: 'a picture that arrived in the store',
    happen: async () => {
      const arrived = { ...pictureOf(2), key: 'https://shop/2.png', upload: null }
      pictures = pictures.map((picture, n) => (n === 2 ? arrived : picture))
      await act(refreshProduct)
    },
  },
  {
    name: 'a video that is added',
    happen: async () => {
      const adding = { changeId: 99, state: 'waiting' as const, progress: 0, problem: null }
      videos = [...videos, { ...videoOf(99), adding }]
      await act(refreshProduct)
    },
  },
  {
    name: 'a file that is added',
    happen: async () => {
      const upload = { changeId: 98, state: 'waiting' as const, progress: 0, problem: null }
      files = [...files, { ...fileOf(-98), upload }]
      await act(refreshProduct)
    },
  },
  { name: 'news that change nothing', happen: () => act(refreshProduct) },
]

describe('the work of the Media tab', () => {
  it.each(events)('for $name does not grow with the number of its pictures, videos and files', async ({ happen }) => {
    await showTab(5)
    const few = await rendersOf(happen)
    act(() => root.render(null))
    await showTab(40)
    const many = await rendersOf(happen)
    // One more for each of the 35 pictures more would be 35.
    expect(many - few).toBeLessThan(10)
  })

  it('is counted: what does change is drawn', async () => {
    await showTab(5)
    expect(await rendersOf(events[0]?.happen ?? (() => {}))).toBeGreaterThan(0)
  })
})

it('a file that is being saved on this computer says how far it is, and can be cancelled', async () => {
  await showTab(2)
  const row = () => [...document.querySelectorAll('li')].find((each) => each.textContent?.includes('1.pdf'))
  const stop = () => row()?.querySelector<HTMLElement>('[aria-label="Stop saving 1.pdf"]')
  expect(stop()).toBeNull()
  act(() => noteSavings('a', [{ productId: 1, fileId: 1, progress: 0.5 }]))
  expect(row()?.textContent).toContain('Saving 50 %')
  const asked: unknown[] = []
  installFakeBridge({ 'files.stopSaving': (input) => (asked.push(input), null) })
  await act(async () => stop()?.click())
  expect(asked).toEqual([{ connectionId: 'a', productId: 1, fileId: 1 }])
  act(() => noteSavings('a', []))
  expect(stop()).toBeNull()
})

it('a card stays with its picture when several arrive and are in another order at once', async () => {
  await showTab(3)
  const cards = () => [...document.querySelectorAll<HTMLElement>('[data-picture]')]
  const third = cards()[2]
  third?.querySelector<HTMLElement>('[data-handle]')?.focus()
  const arrived = (n: number) => ({ ...pictureOf(n), key: `https://shop/${n}.png`, isMain: n === 0, upload: null })
  pictures = [arrived(0), arrived(2), arrived(1)]
  await act(refreshProduct)
  expect(cards().map((card) => card.dataset['picture'])).toEqual(['local:0', 'local:2', 'local:1'])
  expect(cards()[1]).toBe(third)
  expect(third?.contains(document.activeElement)).toBe(true)
})
