import { afterEach, beforeEach, expect, it } from 'vitest'
import { openImports, type OpenImports } from './an-import'

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const damageOf = async (...skus: string[]) => {
  const { notes } = await table.imports.look(table.csv('SKU,Price', ...skus.map((sku) => `${sku},5`)), {})
  return notes[0]?.damage.map(({ kind, count }) => [kind, count])
}

it('what the store calls its products and variations is no date that a program made of a text', async () => {
  const combinations = [{ id: 8, combinationNumber: 1, options: [{ name: 'Size', value: 'S' }], sku: '1-2' }]
  table.mugs.put(1, { sku: 'MAR-1' })
  table.mugs.put(2, { combinations })
  expect(await damageOf('MAR-1', 'mar-1', '1-2', 'M-3', 'M-4', 'M-5')).toEqual([])
  expect(await damageOf('MAR-1', '1-Apr', 'M-3', 'M-4', 'M-5')).toEqual([['dates-of-texts', 1]])
})
