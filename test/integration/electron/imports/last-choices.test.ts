import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createImports } from '../../../../electron/imports/imports'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import { openImports, type OpenImports, holdNothing } from './an-import'
import { wordsOfMugs } from './full-mug'

let open: OpenImports
beforeEach(() => {
  open = openImports()
  open.mugs.put(1)
})
afterEach(() => open.close())

/** As the next start of the program looks at it. */
async function lookedAt(header: string, words: StoreWords = wordsOfMugs) {
  const { catalogue } = open.mugs
  const imports = createImports({
    catalogue,
    words: () => words,
    proposals: open.bulk,
    holdStaged: holdNothing,
    now: () => 5000,
  })
  return (await imports.look(open.csv(header, 'M-1,1.299,x'), {})).asLast
}

describe('what was chosen for a table', () => {
  const chosen = {
    targets: ['sku', 'costPrice', 'subtitle'],
    decimals: [null, '.' as const, null],
    empties: [false, false, true],
  }

  it('is chosen again for one with the same header, whatever its letter case', async () => {
    expect(await lookedAt('SKU,Price,Note')).toBeNull()
    await open.imported(open.csv('SKU,Price,Note', 'M-1,1.299,'), chosen)
    expect(await lookedAt('Sku,PRICE, note')).toEqual({ at: expect.any(Number), ...chosen })
    expect(await lookedAt('SKU,Price,Notes')).toBeNull()
  })

  it('is not told where it is what the columns are called', async () => {
    await open.imported(open.csv('SKU,Price,Note', 'M-1,1.5,'))
    expect(await lookedAt('SKU,Price,Note')).toBeNull()
  })

  it('leaves out what the store has no more', async () => {
    const targets = ['sku', 'attributes.Material', null]
    await open.imported(open.csv('SKU,Price,Note', 'M-1,Clay,'), { targets })
    expect((await lookedAt('SKU,Price,Note', { ...wordsOfMugs, productTypes: [] }))?.targets).toEqual([
      'sku',
      null,
      null,
    ])
  })

  it('is not chosen for another table that has no header either', async () => {
    const path = open.csv('M-1,1.5,Old', 'M-2,2.5,')
    const choices = { headerRow: null }
    const { shape } = await open.imports.look(path, choices)
    await open.imported(path, { ...chosen, choices, columns: [...shape.columns] })
    expect((await open.imports.look(open.csv('5,M-1,x', '6,M-2,'), choices)).asLast).toBeNull()
  })

  it('is kept for as many tables as people have, the newest ones', async () => {
    const of = (n: number) => `SKU,Price,Note ${n}`
    for (let n = 0; n <= 40; n += 1)
      await open.imported(open.csv(of(n), 'M-1,1.5,'), { targets: ['sku', 'costPrice', null] })
    expect(await lookedAt(of(0))).toBeNull()
    expect(await lookedAt(of(1))).not.toBeNull()
  })
})
