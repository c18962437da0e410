// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act, type ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { FillPanel } from '../../../../../renderer/features/bulk/FillPanel'
import { limitOf, firstLimit } from '../../../../../renderer/features/bulk/limit-choices'
import { PricesPanel } from '../../../../../renderer/features/bulk/PricesPanel'
import { firstWish, priceAction } from '../../../../../renderer/features/bulk/price-choices'
import { StockPanel } from '../../../../../renderer/features/bulk/StockPanel'
import { useStoreStore } from '../../../../../renderer/stores/store-store'
import { aSnapshot } from '../../../../support/a-snapshot'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { boxOf, type } from '../../../../support/in-the-window'
import { reactRoot } from '../../../../support/react-root'
import { euros } from '../../../../support/store-in-euros'

const root = reactRoot()
const draw = (node: ReactNode) => act(async () => root.render(<MantineProvider env="test">{node}</MantineProvider>))
const props = { connectionId: 'a', selection: { ids: [1] } }

it('A name that stands for nothing is said and marked at its place, and there is nothing to review until it is mended', async () => {
  const onAction = vi.fn()
  await draw(<FillPanel {...props} onAction={onAction} />)
  await type(boxOf('Pattern'), '{name:upper} {colour}')
  expect(document.body.textContent).toContain('There is no {colour}.')
  expect(document.querySelector('mark')?.textContent).toBe('{colour}')
  expect(onAction).toHaveBeenLastCalledWith(null)
  await type(boxOf('Pattern'), '{name:upper} {number:2}')
  await type(boxOf('First number'), '7')
  expect(document.querySelector('mark')).toBeNull()
  expect(onAction).toHaveBeenLastCalledWith({
    kind: 'fill',
    rule: { field: 'name', pattern: '{name:upper} {number:2}', of: 'products', onlyEmpty: false, start: 7, step: 1 },
  })
})

it('Pieces are read as the store writes numbers, in digits of any script, and what reads two ways is not decided', async () => {
  const onAction = vi.fn()
  const profile = { ...euros, currencyGroupSeparator: '.' }
  useStoreStore.setState({ snapshot: aSnapshot({ profile }) })
  await draw(<StockPanel {...props} onAction={onAction} />)
  const amountOf = async (text: string): Promise<unknown> => {
    await type(boxOf('Pieces'), text)
    const [action] = onAction.mock.lastCall as [{ rule: { amount: unknown } } | null]
    return action && action.rule.amount
  }
  expect(await amountOf('1.000')).toBe(1000)
  expect(await amountOf('１２')).toBe(12)
  expect(await amountOf('12,5')).toBeNull()
  expect(document.body.textContent).toContain('Enter a whole number.')
  expect(await amountOf('-3')).toBeNull()
  expect(await amountOf('1,000')).toBeNull()
  expect(document.body.textContent).toContain('This may mean two numbers.')
  useStoreStore.setState({ snapshot: null })
})

it('Lines of a pasted list that are not taken are named, and a number that reads two ways is asked about', async () => {
  const onAction = vi.fn()
  const bridge = installFakeBridge({
    'bulk.stockList': ({ answers }) => ({
      lines: [
        { line: 1, sku: 'A', amount: 3 },
        ...(answers['1.500'] === 1500 ? [{ line: 3, sku: 'C', amount: 1500 }] : []),
      ],
      odd: [{ line: 2, sku: 'NONE', typed: '1', why: 'No product has this SKU.' }],
      asked: answers['1.500'] === undefined ? [{ line: 3, sku: 'C', typed: '1.500', readings: [1500] }] : [],
    }),
  })
  await draw(<StockPanel {...props} onAction={onAction} />)
  const named = (text: string) =>
    [...document.querySelectorAll('label, button')].find((each) => each.textContent === text)
  await act(async () => (named('From a list') as HTMLElement).click())
  const box = document.querySelector('textarea')!
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, 'A\t3\nNONE\t1\nC\t1.500')
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await expect.poll(() => document.body.textContent).toContain('1 line of 3 can be used')
  expect(document.body.textContent).toContain('No product has this SKU.')
  await act(async () => (named('1500') as HTMLElement).click())
  await expect.poll(() => document.body.textContent).toContain('2 lines of 3 can be used')
  expect(bridge.asked.at(-1)?.input).toMatchObject({ answers: { '1.500': 1500 } })
  const amount = [
    { sku: 'A', amount: 3 },
    { sku: 'C', amount: 1500 },
  ]
  expect(onAction).toHaveBeenLastCalledWith({
    kind: 'stock',
    rule: { by: 'add', amount, variations: true, countUnlimited: false },
  })
})

it('A price is kept between limits, and there is nothing to review before they are complete', () => {
  const wish = { ...firstWish, number: -20 }
  expect(limitOf(firstLimit('amount'))).toBe('missing')
  expect(priceAction({ ...wish, floor: firstLimit('amount') })).toBeNull()
  const floor = { ...firstLimit('costPrice'), number: 10 }
  const ceiling = { ...firstLimit('amount'), number: 99 }
  expect(priceAction({ ...wish, deed: 'start-sale', floor, ceiling, onSale: 'anew' })).toMatchObject({
    kind: 'start-sale',
    sale: {
      floor: { kind: 'percent', of: 'costPrice', percent: 10 },
      ceiling: { kind: 'amount', amount: 99 },
      onSale: 'anew',
    },
  })
})

it('Says how many products are on sale already, before a sale is started', async () => {
  const bridge = installFakeBridge({ 'bulk.onSale': () => 12 })
  await draw(<PricesPanel {...props} onAction={() => {}} />)
  expect(bridge.asked).toEqual([])
  await act(async () => (document.querySelector('[data-autofocus]') as HTMLElement).click())
  const option = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(
    ({ textContent }) => textContent === 'Start a sale',
  )
  await act(async () => option?.click())
  await expect.poll(() => document.body.textContent).toContain('12 products are on sale now.')
})
