import { describe, expect, it } from 'vitest'
import { readTyped, typedNumber } from '../../../../../electron/shared/fields/typed'
import { euros } from '../../../../support/store-in-euros'

describe('a number in its box', () => {
  it('stands at a field or at a part of one', () => {
    const paths = ['price', 'weight', 'quantity', 'dimensions.width', 'shipping.flatRate', 'shipping.methodMarkup']
    expect(paths.filter((path) => !typedNumber(path, euros))).toEqual([])
    const others = [
      'name',
      'dimensions',
      'dimensions.depth',
      'shipping.type',
      'nothing',
      'dimensions.constructor',
      'toString',
    ]
    expect(others.filter((path) => typedNumber(path, euros))).toEqual([])
  })

  it('may be left empty where the field says what that means', () => {
    const blank = (path: string) => readTyped(' ', typedNumber(path, euros)!)
    expect(blank('compareToPrice')).toEqual({ kind: 'value', value: null })
    expect(blank('costPrice')).toEqual({ kind: 'value', value: 0 })
    expect(blank('price')).toMatchObject({ kind: 'problem', message: 'Enter the price as a number; 0 is free.' })
  })
})
