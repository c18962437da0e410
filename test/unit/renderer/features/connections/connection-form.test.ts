import { describe, expect, it } from 'vitest'
import { checkConnection, storeIdOf } from '../../../../../renderer/features/connections/connection-form'
import { foundSentence, mayBeSavedUntested } from '../../../../../renderer/features/connections/connection-test'

describe('the connection form', () => {
  it('takes a store ID as people copy it', () => {
    expect(storeIdOf(' 12 345 678 ')).toBe(12_345_678)
    expect(storeIdOf('#1003')).toBe(1003)
    expect(storeIdOf('shop')).toBeNaN()
    expect(storeIdOf('')).toBeNaN()
  })

  it('says at each field what must be mended, and asks for a name only to save', () => {
    const empty = { name: ' ', storeId: '', key: 'abc' }
    expect(Object.keys(checkConnection(empty, ['storeId', 'key']))).toEqual(['storeId', 'key'])
    expect(checkConnection(empty, ['name', 'storeId', 'key']).name).toBe('Give the connection a name')
    expect(checkConnection({ name: 'A', storeId: '1003', key: ' secret_x ' }, ['name', 'storeId', 'key'])).toEqual({})
  })

  it('answers a test in a sentence', () => {
    const shop = { storeName: 'Harbour Goods', keyKind: 'secret' as const }
    expect(foundSentence({ ...shop, productCount: 60 })).toBe('The key works: Harbour Goods, 60 products.')
    expect(foundSentence({ ...shop, productCount: 1 })).toBe('The key works: Harbour Goods, 1 product.')
    expect(foundSentence({ ...shop, keyKind: 'public', productCount: null })).toBe(
      'The key works: Harbour Goods, read-only.',
    )
  })

  it('offers to save untested only when the store could not be asked', () => {
    expect(mayBeSavedUntested({ code: 'offline', message: '' })).toBe(true)
    expect(mayBeSavedUntested({ code: 'bad-key', message: '' })).toBe(false)
    expect(mayBeSavedUntested({ code: 'wrong-store', message: '' })).toBe(false)
  })
})
