// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Category } from '../../../../electron/shared/store'
import { CategoryPicker } from '../../../../renderer/components/controls/CategoryPicker'
import { reactRoot } from '../../../support/react-root'

const root = reactRoot()
let asked: string[] = []
beforeEach(() => {
  asked = []
})

const box = () => document.querySelector<HTMLInputElement>('[aria-label="Add a category"]')
const text = () => document.body.textContent ?? ''
const option = () => document.querySelector<HTMLElement>('[role="option"]')

async function type(typed: string): Promise<void> {
  await act(async () => {
    box()?.focus()
    // React hears of it only where the input itself does not.
    Reflect.set(HTMLInputElement.prototype, 'value', typed, box())
    box()?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

async function show(answer: string | null, categories: Category[] = []): Promise<void> {
  const onMake = async (name: string) => {
    asked.push(name)
    return answer
  }
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <CategoryPicker categories={categories} chosen={[]} onChange={() => {}} readOnly={false} onMake={onMake} />
      </MantineProvider>,
    ),
  )
}

describe('the picker of categories of a store that has none', () => {
  it('offers to make one once it has a name', async () => {
    await show(null)
    await act(async () => box()?.focus())
    expect(text()).toContain('This store has no categories yet')
    expect(option()).toBeNull()
    await type('  ')
    expect(option()).toBeNull()
    await type('Mugs')
    expect(option()?.textContent).toBe('Create “Mugs”')
    await act(async () => option()?.click())
    expect(asked).toEqual(['Mugs'])
    expect(box()?.value).toBe('')
  })

  it('keeps the name where it could not be made, beside the reason', async () => {
    await show('The disk is full.')
    await type('Mugs')
    await act(async () => option()?.click())
    expect(text()).toContain('The disk is full.')
    expect(box()?.value).toBe('Mugs')
  })
})

it('offers to make one that others only resemble, after those, and none that is there', async () => {
  await show(null, [{ id: 1, parentId: 0, name: 'Large mugs', enabled: true, orderBy: 0 }])
  const options = () => [...document.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent)
  await type('mugs')
  expect(options()).toEqual(['Large mugs', 'Create “mugs”'])
  await type('large MUGS')
  expect(options()).toEqual(['Large mugs'])
})
