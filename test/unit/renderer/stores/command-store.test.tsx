// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCommand, useCommand } from '../../../../renderer/stores/command-store'
import { showScreen } from '../../../../renderer/stores/view-store'

function Answering({ name, heard }: { name: string; heard: string[] }) {
  useCommand('save', () => heard.push(name))
  return null
}

describe('commands of the menu', () => {
  beforeAll(() => {
    ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  })

  it('go to the part that came last, and back when it is gone', () => {
    const heard: string[] = []
    const root = createRoot(document.createElement('div'))
    act(() => root.render([<Answering key="list" name="list" heard={heard} />]))
    runCommand('save')
    act(() =>
      root.render([
        <Answering key="list" name="list" heard={heard} />,
        <Answering key="form" name="form" heard={heard} />,
      ]),
    )
    runCommand('save')
    act(() => root.render([<Answering key="list" name="list" heard={heard} />]))
    runCommand('save')
    act(() => root.unmount())
    expect(heard).toEqual(['list', 'form', 'list'])
    expect(runCommand('save')).toBe(false)
  })

  it('about a product do nothing while another screen covers it', () => {
    const heard: string[] = []
    const root = createRoot(document.createElement('div'))
    act(() => root.render(<Answering name="form" heard={heard} />))
    showScreen('changes')
    expect(runCommand('save')).toBe(false)
    showScreen('catalogue')
    expect(runCommand('save')).toBe(true)
    act(() => root.unmount())
    expect(heard).toEqual(['form'])
  })
})
