import { expect, it } from 'vitest'
import { laidOptions } from '../../../../electron/bulk/laid-options'
import { noWords } from '../../../../electron/shared/fields/kind'

const of = { price: 10, words: noWords }
const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => ({ name: 'Size', choice: `Choice ${at}` }))

it('options that differ in their letter case alone are each laid by their own rows', () => {
  const options = ['Size', 'size'].map((name) => ({ name, type: 'SELECT', choices: [{ text: name }] }))
  const rows = options.map(({ name }) => ({ name, choice: name }))
  expect(laidOptions(options, rows, of).options).toMatchObject(options)
  expect(laidOptions(options, [{ name: 'SIZE', choice: 'L' }], of).options).toMatchObject([
    { choices: [{ text: 'Size' }, { text: 'L' }] },
    { choices: [{ text: 'size' }] },
  ])
})

it('twice as many rows of an option take about twice as long', () => {
  function timed(count: number): number {
    const [choice] = laidOptions([], rowsOf(count), of).options
    const from = performance.now()
    const { options } = laidOptions(choice ? [choice] : [], rowsOf(count), of)
    expect(options).toMatchObject([{ choices: { length: count } }])
    return performance.now() - from
  }
  timed(500)
  const some = Math.min(timed(2500), timed(2500), timed(2500))
  const double = Math.min(timed(5000), timed(5000), timed(5000))
  expect(double / some).toBeLessThan(3.2)
})
