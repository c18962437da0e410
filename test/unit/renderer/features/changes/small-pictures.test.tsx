// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { expect, it } from 'vitest'
import { SmallPictures } from '../../../../../renderer/features/changes/SmallPictures'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()

const show = (count: number) =>
  act(() =>
    root.render(
      <MantineProvider>
        <SmallPictures connectionId="a" sources={Array.from({ length: count }, (_, at) => `https://a.example/${at}`)} />
      </MantineProvider>,
    ),
  )
const shown = () => document.querySelectorAll('img').length
const more = () => document.querySelector('button')

it('says how many pictures it does not show, and shows them when asked', () => {
  show(11)
  expect(shown()).toBe(8)
  expect(more()?.textContent).toBe('3 more')
  act(() => more()?.click())
  expect(shown()).toBe(11)
  expect(more()).toBeNull()
})

it('shows as many as fit without a word', () => {
  show(8)
  expect(shown()).toBe(8)
  expect(more()).toBeNull()
})
