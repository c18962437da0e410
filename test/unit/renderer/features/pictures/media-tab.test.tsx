// @vitest-environment jsdom
import { rendersOf } from '../../../../support/count-renders'
import { MantineProvider } from '@mantine/core'
import { notificationsStore } from '@mantine/notifications'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { RequestInput } from '../../../../../electron/shared/contract'
import type { FileForBuyers, Picture, Video } from '../../../../../electron/shared/product'
import { MediaTab } from '../../../../../renderer/features/pictures/MediaTab'
import { usePictureStore, type IncomingPicture } from '../../../../../renderer/stores/picture-store'
import { openProduct, refreshProduct } from '../../../../../renderer/stores/product-store'
import { noteSavings } from '../../../../../renderer/stores/savings-store'
import { noteUploads } from '../../../../../renderer/stores/uploads-store'
import { aPicture } from '../../../../support/a-picture'
import { aProductDetail } from '../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { framesAndSight } from '../../../../support/frames-and-sight'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
const { oneFrame, untilDrawn, see } = framesAndSight()
let pictures: Picture[]
let videos: Video[]
let files: FileForBuyers[]

const pictureOf = (n: number): Picture =>
  aPicture(n, { upload: { changeId: n, state: 'waiting', progress: 0, problem: null } })

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
  file: null,
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
  untilDrawn()
}

const places = () => [...document.querySelectorAll<HTMLElement>('[aria-label="Pictures"] > li')]
const handleOf = (place: Element | undefined) => place?.querySelector<HTMLElement>('[data-handle]')
/** By their places. */
const drawn = () => places().flatMap((place, at) => (place.querySelector('button') ? [at] : []))

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
  it('is drawing what is near sight, where hundreds of pictures come at once, each in its place from the first', async () => {
    await showTab(0)
    pictures = Array.from({ length: 400 }, (_, n) => pictureOf(n))
    await act(refreshProduct)
    expect(places()).toHaveLength(400)
    // All of these are shown at once, and their cards follow.
    const shown = places().flatMap((place, at) => (place.querySelector('img') ? [at] : []))
    expect(shown.length).toBeLessThan(25)
    expect(drawn()).toEqual([])
    oneFrame()
    expect(drawn()).toEqual([0, 1, 2])
    untilDrawn()
    expect(drawn()).toEqual(shown)
    see(places(), (at) => at >= 100 && at < 120)
    expect(drawn()).toEqual([0, ...Array.from({ length: 20 }, (_, at) => 100 + at), 399])
    expect(places()[50]?.textContent).toBe('Picture 51 of 400')
  })

  it('is the same where hundreds are on their way in', async () => {
    await showTab(0)
    const incoming = Array.from({ length: 400 }, (_, n) => [`in-${n}`, incomingOf(n)] as const)
    act(() => usePictureStore.setState({ incoming: Object.fromEntries(incoming) }))
    expect(places()).toHaveLength(400)
    expect(drawn()).toEqual([])
    untilDrawn()
    expect(drawn().length).toBeGreaterThan(10)
    expect(drawn().length).toBeLessThan(25)
    see(places(), (at) => at >= 100 && at < 120)
    expect(drawn()).toEqual(Array.from({ length: 20 }, (_, at) => 100 + at))
  })

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
  const cards = () => places().filter((place) => place.dataset['picture'])
  const third = cards()[2]
  act(() => handleOf(third)?.focus())
  const arrived = (n: number) => ({ ...pictureOf(n), key: `https://shop/${n}.png`, isMain: n === 0, upload: null })
  pictures = [arrived(0), arrived(2), arrived(1)]
  await act(refreshProduct)
  expect(cards().map((card) => card.dataset['picture'])).toEqual(['local:0', 'local:2', 'local:1'])
  expect(cards()[1]).toBe(third)
  expect(third?.contains(document.activeElement)).toBe(true)
})

it('a picture with the focus is drawn wherever it is scrolled to, until another one has it', async () => {
  await showTab(60)
  act(() => handleOf(places()[3])?.focus())
  see(places(), (at) => at >= 30 && at < 50)
  expect(handleOf(places()[3])).toBe(document.activeElement)
  act(() => handleOf(places()[40])?.focus())
  expect(handleOf(places()[3])).toBeNull()
  expect(handleOf(places()[40])).toBe(document.activeElement)
})

it('what is removed is named, in what is said of it and in the history', async () => {
  await showTab(2)
  const bridge = installFakeBridge({
    'catalogue.product': () => ({ ...detail, pictures, videos, files }),
    'changes.apply': () => ({ changeSetId: 9, productIds: [1] }),
  })
  const said = () => document.body.textContent
  const labels = () =>
    bridge.asked.flatMap(({ name, input }) =>
      name === 'changes.apply' ? [(input as RequestInput<'changes.apply'>).label] : [],
    )
  const press = (label: string) =>
    act(async () => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click())
  const pressDelete = new KeyboardEvent('keydown', { key: 'Delete', bubbles: true })
  await act(async () => void handleOf(places()[1])?.dispatchEvent(pressDelete))
  expect(said()).toContain('Picture “1.png” deleted.')
  await press('Remove Film 1')
  expect(said()).toContain('Video “Film 1” removed.')
  await press('Remove 1.pdf')
  expect(said()).toContain('File “1.pdf” removed.')
  expect(labels()).toEqual([
    { code: 'remove-picture', product: 'Mug', what: '1.png' },
    { code: 'remove-video', product: 'Mug', what: 'Film 1' },
    { code: 'remove-file', product: 'Mug', what: '1.pdf' },
  ])
})

it('a picture that was moved offers the way back, also while something is typed into the form', async () => {
  await showTab(3)
  const bridge = installFakeBridge({
    'catalogue.product': () => ({ ...detail, pictures, videos, files }),
    'changes.apply': () => ({ changeSetId: 9, productIds: [1] }),
  })
  const left = new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true })
  await act(async () => void handleOf(places()[1])?.dispatchEvent(left))
  expect(bridge.asked.map(({ name }) => name)).toContain('changes.apply')
  const { notifications } = notificationsStore.getState()
  expect(JSON.stringify(notifications.map(({ message }) => message))).toContain('Picture moved')
})
