// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../../electron/shared/errors'
import { toSetAlt } from '../../../../../electron/shared/change-address'
import type { ConflictView } from '../../../../../electron/shared/change'
import { newProductFields, productFieldNames } from '../../../../../electron/shared/fields/product-fields'
import { ConflictValue } from '../../../../../renderer/features/changes/ConflictValue'
import { aConflict } from '../../../../support/a-conflict'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let bridge: FakeBridge

beforeEach(() => {
  bridge = installFakeBridge({ 'changes.resolve': () => null as never })
})

async function ask(parts: Partial<ConflictView>): Promise<void> {
  const conflict = aConflict({ id: 9, mine: parts.after ?? '', ...parts })
  act(() =>
    root.render(
      <MantineProvider env="test">
        <ConflictValue
          connectionId="a"
          conflict={conflict}
          description={({ value, onChange }) => (
            <button type="button" onClick={() => onChange(`${value}<p>More.</p>`)}>
              Write
            </button>
          )}
        />
      </MantineProvider>,
    ),
  )
  await press('Other…')
}

async function press(name: string): Promise<void> {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  await act(async () => found?.click())
}

const taken = () => bridge.asked.filter(({ name }) => name === 'changes.resolve').map(({ input }) => input)

function type(selector: string, text: string): void {
  const box = document.querySelector<HTMLInputElement>(selector)
  if (!box) throw new Error(`Nothing at ${selector}.`)
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

describe('a third value', () => {
  it.each(productFieldNames)('is offered for %s, starting from mine', async (field) => {
    const after = newProductFields[field]
    await ask({ field, after })
    await press('Take this')
    expect(taken()).toEqual([{ connectionId: 'a', changeIds: [9], take: 'value', value: after }])
  })

  it('of a description is written in its editor', async () => {
    await ask({ field: 'description', after: '<p>Mine.</p>' })
    await press('Write')
    await press('Take this')
    expect(taken()).toMatchObject([{ take: 'value', value: '<p>Mine.</p><p>More.</p>' }])
  })

  it('of a record is edited part by part, each in its own format', async () => {
    await ask({ field: 'dimensions', after: { length: 1, width: 2, height: 3 } })
    const boxes = document.querySelectorAll('form input')
    expect([...boxes].map((box) => (box as HTMLInputElement).value)).toEqual(['1', '2', '3'])
    type('form div:nth-child(2) > div input', 'wide')
    await press('Take this')
    expect(taken()).toEqual([])
    expect(document.body.textContent).toContain('Enter a number.')
    type('form div:nth-child(2) > div input', '2.5')
    await press('Take this')
    expect(taken()).toMatchObject([{ value: { length: 1, width: 2.5, height: 3 } }])
  })

  it('of a record says at the part that is refused what is wrong with it', async () => {
    bridge = installFakeBridge({
      'changes.resolve': () => {
        throw new AppError('invalid-input', 'Too wide.', { fields: { 'dimensions.width': 'Too wide.' } })
      },
    })
    await ask({ field: 'dimensions', after: { length: 1, width: 2, height: 3 } })
    await press('Take this')
    const refused = [...document.querySelectorAll('form [aria-invalid="true"]')]
    expect(refused.map((box) => (box as HTMLInputElement).value)).toEqual(['2'])
    expect(document.body.textContent?.split('Too wide.')).toHaveLength(2)
  })

  it('of a record has the boxes that the form has for it', async () => {
    await ask({ field: 'shipping', after: { ...newProductFields.shipping, type: 'FLAT_RATE', flatRate: 4 } })
    const boxes = [...document.querySelectorAll('form [data-field]')].map((each) => each.getAttribute('data-field'))
    expect(boxes).toEqual(['shipping.type', 'shipping.flatRate'])
  })

  it('may be another text for a picture, and nothing for a picture itself', async () => {
    await ask({ ...toSetAlt('https://x/1.jpg'), after: 'A mug' })
    type('form input', 'A cup')
    await press('Take this')
    expect(taken()).toMatchObject([{ value: 'A cup' }])
  })
})
