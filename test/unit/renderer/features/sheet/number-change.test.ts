// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { changed, readChange } from '../../../../../renderer/features/sheet/number-change'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { euros } from '../../../../support/store-in-euros'

const words = { ...noWords, profile: euros }
const column = (path: string) => sheetColumnsOf([]).find((each) => each.path === path)!

describe('numbers of selected cells', () => {
  it('go up and down by what is typed, as the store writes numbers', () => {
    expect(readChange('-10 %', words)).toEqual({ by: 'percent', value: -10 })
    expect(readChange('+ 2,50', words)).toEqual({ by: 'amount', value: 2.5 })
    expect(readChange('12,5%', words)).toEqual({ by: 'percent', value: 12.5 })
    expect(readChange('ten', words)).toMatch(/Enter a number/)
    expect(readChange('', words)).toMatch(/Enter a number/)
  })

  it('are rounded once, to the cent, to whole pieces, or as fine as they are', () => {
    expect(changed(14.5, { by: 'percent', value: -10 }, column('price'), words)).toBe(13.05)
    expect(changed(0.35, { by: 'percent', value: 10 }, column('price'), words)).toBe(0.39)
    expect(changed(7, { by: 'percent', value: 10 }, column('quantity'), words)).toBe(8)
    expect(changed(1.234, { by: 'amount', value: 1 }, column('weight'), words)).toBe(2.234)
  })

  it('are written so that their cell reads the same number', () => {
    for (const each of sheetColumnsOf([])) {
      if (!each.written || !each.typing) continue
      const read = each.typing.read(each.written(12, words), {}, words)
      expect(['values' in read, each.path]).toEqual([true, each.path])
    }
  })
})
