// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { expect, it } from 'vitest'
import type { Picture } from '../../../../../electron/shared/product'
import { MediaTab } from '../../../../../renderer/features/pictures/MediaTab'
import { usePictureSelection } from '../../../../../renderer/features/pictures/picture-selection'
import { openProduct, refreshProduct } from '../../../../../renderer/stores/product-store'
import { aPicture } from '../../../../support/a-picture'
import { aProductDetail } from '../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { framesAndSight } from '../../../../support/frames-and-sight'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
const { untilDrawn } = framesAndSight()
const detail = aProductDetail({ state: 'waiting' })
let pictures: Picture[]

/** The Media tab with pictures named by their numbers; those that are deleted are gone from it at once. */
async function showTab(count: number): Promise<void> {
  pictures = Array.from({ length: count }, (_, n) => aPicture(n))
  installFakeBridge({ 'catalogue.product': () => structuredClone({ ...detail, pictures, videos: [], files: [] }) })
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

const grid = () => document.querySelector<HTMLElement>('[aria-label="Pictures"]')
const part = (n: number, what: string) => document.querySelector<HTMLElement>(`[data-picture="local:${n}"] ${what}`)
const handle = (n: number) => part(n, '[data-handle]')
const bar = () => document.querySelector<HTMLElement>('[aria-label="Selected pictures"]')
const selected = () => [...usePictureSelection.getState().ids]
const click = (at: HTMLElement | null, held: MouseEventInit = {}) =>
  act(async () => void at?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...held })))
const press = (at: HTMLElement | null, key: string, held: KeyboardEventInit = {}) =>
  act(
    async () => void at?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })),
  )

it('pictures that are gone are not selected any more', async () => {
  await showTab(5)
  await click(handle(1))
  await click(handle(2), { ctrlKey: true })
  pictures = pictures.filter(({ key }) => key !== 'local:1' && key !== 'local:2')
  await act(refreshProduct)
  expect(grid()?.dataset['selecting']).toBe('false')
  await click(handle(4), { ctrlKey: true })
  expect(selected()).toEqual(['local:4'])
  await click(handle(3), { shiftKey: true, ctrlKey: true })
  expect(selected()).toEqual(['local:4', 'local:3'])
})

const deletions: { name: string; key: string; focused: () => HTMLElement | null }[] = [
  { name: 'the box of a card that was clicked', key: 'Delete', focused: () => part(2, '[data-select]') },
  { name: 'the box of a card that was let go of', key: 'Delete', focused: () => part(3, '[data-select]') },
  { name: 'a picture', key: 'Backspace', focused: () => handle(2) },
  { name: 'the bar of what is selected', key: 'Delete', focused: () => bar()?.querySelector('button') ?? null },
  { name: 'the bar of what is selected', key: 'Backspace', focused: () => bar()?.querySelector('button') ?? null },
]
it.each(deletions)('$key at $name deletes what is selected', async ({ key, focused }) => {
  await showTab(5)
  for (const n of [1, 2, 3, 3]) await click(part(n, '[data-select]'))
  const bridge = installFakeBridge({
    'catalogue.product': () => ({ ...detail, pictures, videos: [], files: [] }),
    'changes.apply': () => ({ changeSetId: 9, productIds: [1] }),
  })
  await press(focused(), key)
  const removed = bridge.asked.flatMap(({ name, input }) => (name === 'changes.apply' ? [JSON.stringify(input)] : []))
  expect(removed).toHaveLength(1)
  expect([0, 1, 2, 3, 4].filter((n) => removed[0]?.includes(`"local:${n}"`))).toEqual([1, 2])
})

it('a picture that is shown large takes the keys: none behind it is selected', async () => {
  await showTab(3)
  await act(async () => void handle(1)?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })))
  const dialog = document.querySelector<HTMLElement>('[role="dialog"]')
  expect(dialog).not.toBeNull()
  await press(dialog, 'a', { ctrlKey: true })
  expect(selected()).toEqual([])
})

it('a picture at the first place is only said to be the main one where no video is', async () => {
  await showTab(3)
  const said = () => document.querySelector('output.visually-hidden')?.textContent
  const videos = [{ key: 'v', url: 'https://vimeo.com/1', title: 'Film', thumbnail: null, isMain: true, adding: null }]
  pictures = pictures.map((picture) => ({ ...picture, isMain: false }))
  let answer = () => {}
  const kept = new Promise<void>((resolve) => (answer = resolve))
  installFakeBridge({
    'catalogue.product': () => structuredClone({ ...detail, pictures, videos, files: [] }),
    'changes.apply': () => kept.then(() => ({ changeSetId: 9, productIds: [1] })),
  })
  await act(refreshProduct)
  await press(handle(1), 'ArrowLeft', { altKey: true })
  expect(said()).toBe('Picture moved to place 1 of 3.')
  expect(document.querySelector('[data-main="true"]')).toBeNull()
  await act(async () => answer())
})

it('the right button opens the menu of the picture, and on several that are selected what is done with all of them', async () => {
  await showTab(5)
  const rightClick = (at: HTMLElement | null) =>
    act(async () => void at?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })))
  const menu = () => document.querySelector<HTMLElement>('[role="menu"]')
  const items = () => [...(menu()?.querySelectorAll('[role="menuitem"]') ?? [])].map(({ textContent }) => textContent)
  await click(handle(1))
  await click(handle(2), { ctrlKey: true })
  await rightClick(handle(2))
  expect(items()).toEqual(['Move to front', 'Move to end', 'Alt text', 'Delete'])
  expect(selected()).toEqual(['local:1', 'local:2'])
  await rightClick(handle(4))
  expect(items()[0]).toBe('View larger')
  expect(selected()).toEqual(['local:4'])
})
