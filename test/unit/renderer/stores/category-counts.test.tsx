// @vitest-environment jsdom
import '../../../support/count-renders'
import { act } from 'react'
import { expect, it } from 'vitest'
import { useCategoryCounts, useCountedCategories } from '../../../../renderer/stores/category-counts-store'
import { installFakeBridge } from '../../../support/fake-bridge'
import { draw, openWindow } from '../../../support/in-the-window'
import { giveJsdomSizes } from '../../../support/mantine-in-jsdom'

function Counted({ of }: { of: string }) {
  useCountedCategories(of)
  return null
}

it('shows what was counted in the store that is open, also where the other one answers last', async () => {
  giveJsdomSizes()
  let answerLate = (_: Record<number, number>): void => {}
  const late = new Promise<Record<number, number>>((resolve) => (answerLate = resolve))
  installFakeBridge({ 'catalogue.categoryCounts': ({ connectionId }) => (connectionId === 'one' ? late : { 5: 2 }) })
  const root = openWindow()
  await draw(root, <Counted of="one" />)
  await draw(root, <Counted of="two" />)
  await act(async () => answerLate({ 5: 900 }))
  expect(useCategoryCounts.getState()).toEqual({ connectionId: 'two', counts: { 5: 2 } })
  await act(async () => root.unmount())
})
