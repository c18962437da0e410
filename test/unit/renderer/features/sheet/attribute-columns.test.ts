import { describe, expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import type { ProductType } from '../../../../../electron/shared/store'
import { ownShown, withOwnText } from '../../../../../renderer/features/sheet/own-cells'
import { isTyped, problemAt, shownIn, withText } from '../../../../../renderer/features/sheet/sheet-column'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { editsOf } from '../../../../../renderer/stores/product-edits'

const attribute = (id: number, name: string, type: 'CUSTOM' | 'UPC' | 'BRAND' = 'CUSTOM') => ({
  ...{ id, name, type, show: 'NOTSHOW' as const },
})
const type = (id: number, name: string, attributes: ProductType['attributes']): ProductType => ({
  id,
  name,
  attributes,
})
const productTypes = [
  type(0, '', [attribute(2, 'Brand', 'BRAND'), attribute(1, 'UPC', 'UPC')]),
  type(7, 'Lamps', [attribute(3, 'Socket'), attribute(4, 'Material')]),
  type(8, 'Cups', [attribute(5, 'Material')]),
]
const words = { ...noWords, productTypes }
const columns = sheetColumnsOf(productTypes)
const column = (title: string) => columns.find((each) => each.title === title)!
const lamp = editsOf({ ...newProductFields, productClassId: 7, attributes: { 2: 'Ikarus', 3: 'E27' } })

describe('the columns of attributes', () => {
  it('stand where the form has attributes: those of all products first, and what is called the same with its type', () => {
    const own = columns.filter(({ path }) => path.startsWith('attributes.')).map(({ title }) => title)
    expect(own).toEqual(['UPC', 'Brand', 'Socket', 'Material (Lamps)', 'Material (Cups)'])
  })

  it('take a value and leave the others of the product alone', () => {
    const typed = withText(lamp, column('Socket'), 'E14', words)
    expect(typed.patch).toEqual({ attributes: { 2: 'Ikarus', 3: 'E14' } })
    expect([isTyped(column('Socket'), typed), isTyped(column('Brand'), typed)]).toEqual([true, false])
    expect(withText(typed, column('Socket'), '', words).patch).toEqual({ attributes: { 2: 'Ikarus' } })
    expect(withText(typed, column('Socket'), 'E27', words).patch).toEqual({})
  })

  it('keep what is typed for a product whose type has no such attribute, and say so', () => {
    const typed = withText(lamp, column('Material (Cups)'), 'Clay', words)
    expect([typed.patch, shownIn(column('Material (Cups)'), typed, words)]).toEqual([{}, 'Clay'])
    expect(problemAt(column('Material (Cups)'), typed, words)).toContain('has no “Material”')
    expect(
      problemAt(column('Material (Cups)'), withText(typed, column('Material (Cups)'), ' ', words), words),
    ).toBeNull()
  })

  it('show and take what a variation has of its own', () => {
    const small = { id: 1, label: 'Small', own: { attributes: { 1: '4006381333931' } } }
    expect([ownShown(lamp, small, column('UPC'), words), ownShown(lamp, small, column('Brand'), words)]).toEqual([
      '4006381333931',
      'Ikarus',
    ])
    const typed = withOwnText(lamp, small, column('Brand'), 'Daedalus', words)
    expect(ownShown(typed, small, column('Brand'), words)).toBe('Daedalus')
    expect(ownShown(typed, small, column('UPC'), words)).toBe('4006381333931')
  })
})
