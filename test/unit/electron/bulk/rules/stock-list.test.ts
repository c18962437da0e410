import { describe, expect, it } from 'vitest'
import { readStockList } from '../../../../../electron/bulk/rules/stock-list'
import { euros } from '../../../../support/store-in-euros'

const read = (pasted: string, answers?: Record<string, number>) => readStockList(pasted, euros, answers)
const amounts = (pasted: string) => read(pasted).lines.map(({ sku, amount }) => [sku, amount])

describe('A pasted list of SKUs and numbers', () => {
  it.each([
    ['from a program for tables', 'SKU\tStock\r\nA-1\t5\r\n"A ""2"""\t-3\r\n'],
    ['from a file with semicolons', 'A-1;5\n"A ""2""";-3'],
    ['from a file with commas', 'A-1,5\n"A ""2""","-3"\n'],
  ])('is read as it comes %s', (_, pasted) => {
    expect(amounts(pasted)).toEqual([
      ['A-1', 5],
      ['A "2"', -3],
    ])
  })

  it('takes numbers in the format of the store', () => {
    expect(amounts('A\t1 500\nB\t12,00\nC\t٣')).toEqual([
      ['A', 1500],
      ['B', 12],
      ['C', 3],
    ])
  })

  it('asks what a number means that may be another one, and decides nothing', () => {
    const { lines, asked } = read('A\t1.500\nB\t2')
    expect(lines).toEqual([{ line: 2, sku: 'B', amount: 2 }])
    expect(asked).toEqual([{ line: 1, sku: 'A', typed: '1.500', readings: [1500] }])
    expect(read('A\t1.500\nB\t2', { '1.500': 1500 }).lines).toHaveLength(2)
  })

  it('names every line that it does not take, and why', () => {
    const { lines, odd } = read('A\t5\nB\tfive\n\t7\na\t6\nC\t1,5\nD\t1\tred\nE\t2')
    expect(lines).toEqual([{ line: 7, sku: 'E', amount: 2 }])
    expect(odd.map(({ line, why }) => [line, why])).toEqual([
      [1, 'This SKU is in lines 1, 4.'],
      [2, 'This is no whole number.'],
      [3, 'There is no SKU.'],
      [4, 'This SKU is in lines 1, 4.'],
      [5, 'This is no whole number.'],
      [6, 'There are more than two boxes: a SKU and a number.'],
    ])
  })

  it('counts lines as their owner sees them', () => {
    expect(read('\n\nA\tx\n').odd).toMatchObject([])
    expect(read('SKU\tNumber\n\nA\tx').odd).toMatchObject([{ line: 3, typed: 'x' }])
  })
})
