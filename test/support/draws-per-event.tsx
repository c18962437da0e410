import { rendersOf } from './count-renders'
import { MantineProvider } from '@mantine/core'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, vi } from 'vitest'
import { giveJsdomSizes } from './mantine-in-jsdom'

/** Something that happens while a list is on the screen. */
type Happening = { name: string; happen: () => unknown }

type List = {
  /** Makes so many entries and shows them. */
  show: (count: number) => Promise<ReactNode> | ReactNode
  /** What an entry is on the screen. */
  entry: string
  /** The button that shows more of them, by the beginning of its text. */
  more?: string
  happenings: Happening[]
  counts?: number[]
}

type Draws = { name: string; counts: readonly number[]; drawn: number[] }

/** How many components each happening draws with 25, 100 and 400 entries on the screen. Wants fake timers. */
export async function drawsPerEvent({
  show,
  entry,
  more,
  happenings,
  counts = [25, 100, 400],
}: List): Promise<Draws[]> {
  giveJsdomSizes()
  // So tall that every entry of a list which shows what is in view is in view.
  Object.defineProperties(Element.prototype, {
    clientWidth: { configurable: true, value: 1200 },
    clientHeight: { configurable: true, value: 1e6 },
  })
  Object.defineProperties(HTMLElement.prototype, { offsetHeight: { configurable: true, value: 50 } })
  const draws = happenings.map(({ name }): Draws => ({ name, counts, drawn: [] }))
  for (const count of counts) {
    const place = document.body.appendChild(document.createElement('div'))
    const root = createRoot(place)
    const screen = await show(count)
    await act(async () => root.render(<MantineProvider env="test">{screen}</MantineProvider>))
    await settle()
    for (let button = moreIn(place, more); button; button = moreIn(place, more)) {
      act(() => button?.click())
      await settle()
    }
    expect(place.querySelectorAll(entry)).toHaveLength(count)
    for (const [at, { happen }] of happenings.entries()) {
      const drawn = await rendersOf(async () => {
        await act(async () => void (await happen()))
        await settle()
      })
      draws[at]?.drawn.push(drawn)
    }
    act(() => root.unmount())
    place.remove()
  }
  return draws
}

const moreIn = (place: Element, text: string | undefined): HTMLButtonElement | undefined =>
  [...place.querySelectorAll('button')].find(({ textContent }) => text !== undefined && textContent.startsWith(text))

/** Whatever waits for its moment, such as the next look at what has changed, has had it. */
async function settle(): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(700))
}

/** What costs more the more is shown: a component for every fourth entry more is too much. */
export const growing = (draws: Draws[]): Draws[] =>
  draws.filter(({ drawn, counts }) => last(drawn) - first(drawn) > (last(counts) - first(counts)) / 4)

const first = (numbers: readonly number[]): number => numbers[0] ?? 0
const last = (numbers: readonly number[]): number => numbers.at(-1) ?? 0
