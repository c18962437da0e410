import { expect, it } from 'vitest'
import { laidOptions } from '../../../../electron/bulk/laid-options'
import { noWords } from '../../../../electron/shared/fields/kind'
import { growth } from '../../../support/growth'

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

it('eight times as many rows of an option take about eight times as long', async () => {
  function laying(count: number): () => void {
    const [rows, [choice]] = [rowsOf(count), laidOptions([], rowsOf(count), of).options]
    return () => {
      const { options } = laidOptions(choice ? [choice] : [], rows, of)
      expect(options).toMatchObject([{ choices: { length: count } }])
    }
  }
  // The square would take 64 times as long.
  expect(await growth({ small: laying(1000), large: laying(8000), limit: 24, rounds: 3 })).toBeLessThan(24)
})
