// @vitest-environment jsdom
import type { Item } from '@glideapps/glide-data-grid'
import { act, useEffect } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { useDoubleClick } from '../../../../../renderer/features/sheet/use-double-click'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let time = 0
let isSecond: (cell: Item) => boolean = () => false

function Cells({ give }: { give: (clicked: typeof isSecond) => void }) {
  const clicked = useDoubleClick(() => time)
  useEffect(() => {
    give(clicked)
  })
  return null
}

beforeEach(async () => {
  time += 10_000
  await act(async () => root.render(<Cells key={time} give={(clicked) => (isSecond = clicked)} />))
})

it('is the second of two quick clicks on one cell, and not a quick one on another', () => {
  expect([isSecond([0, 0]), isSecond([0, 0])]).toEqual([false, true])
  expect([isSecond([0, 1]), isSecond([0, 2])]).toEqual([false, false])
})

it('is none where time has passed, and the third click begins anew', () => {
  expect(isSecond([0, 0])).toBe(false)
  time += 600
  expect([isSecond([0, 0]), isSecond([0, 0]), isSecond([0, 0])]).toEqual([false, true, false])
})
