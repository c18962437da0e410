// @vitest-environment jsdom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CancelQuestion } from '../../../../renderer/overlays/CancelQuestion'
import { Question } from '../../../../renderer/overlays/Question'
import { draw, openWindow, press } from '../../../support/in-the-window'
import { giveJsdomSizes } from '../../../support/mantine-in-jsdom'

let root: Root
let said: string[]
beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  giveJsdomSizes()
})
beforeEach(() => {
  said = []
  root = openWindow()
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
})

const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('section button')]
const labels = () => buttons().flatMap(({ textContent }) => textContent || [])
const say = (label: string) =>
  act(async () =>
    buttons()
      .find(({ textContent }) => textContent === label)
      ?.click(),
  )

describe('a question', () => {
  it('takes Escape for a no, and gives the no the focus', async () => {
    const yes = { label: 'Delete', act: () => said.push('yes') }
    await draw(
      root,
      <Question title="Delete it?" opened onNo={() => said.push('no')} yes={yes}>
        It is gone then.
      </Question>,
    )
    expect(document.querySelector('[role="dialog"]')?.textContent).toContain('It is gone then.')
    expect(document.querySelector('[data-autofocus]')?.textContent).toBe('Cancel')
    await press(document.body, 'Escape')
    await say('Delete')
    expect(said).toEqual(['no', 'yes'])
  })

  it('waits with its answers until a yes is done', async () => {
    let finish = () => {}
    const done = new Promise<void>((resolve) => (finish = resolve))
    const yes = { label: 'Undo', act: () => done }
    await draw(
      root,
      <Question title="Undo it?" opened onNo={() => {}} yes={yes}>
        It goes back.
      </Question>,
    )
    const isBusy = () => buttons().some((button) => button.dataset['loading'] === 'true')
    await say('Undo')
    expect(isBusy()).toBe(true)
    await act(async () => finish())
    expect(isBusy()).toBe(false)
  })
})

describe('the question before something is cancelled', () => {
  const words = { goOn: 'Go on', takeBack: 'Take it back', cancel: 'Cancel it' }
  const ask = (isSent: boolean, isCancelled = true) =>
    draw(
      root,
      <CancelQuestion
        title="Cancel it?"
        {...{ isSent, words }}
        opened
        onClose={() => said.push('closed')}
        onCancel={async (keepSent) => {
          said.push(keepSent ? 'kept' : 'taken back')
          return isCancelled
        }}
      >
        Some of it waits.
      </CancelQuestion>,
    )

  it('asks what becomes of what is in the store, once something is there', async () => {
    await ask(false)
    expect(labels()).toEqual(['Go on', 'Cancel it'])
    await ask(true)
    expect(labels()).toEqual(['Go on', 'Take it back', 'Keep what is there'])
    await say('Take it back')
    await say('Keep what is there')
    expect(said).toEqual(['taken back', 'closed', 'kept', 'closed'])
  })

  it('stays where it could not be cancelled', async () => {
    await ask(true, false)
    await say('Take it back')
    expect(said).toEqual(['taken back'])
  })
})
