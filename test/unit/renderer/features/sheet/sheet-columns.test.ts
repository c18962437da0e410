import { describe, expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { problemAt, textIn } from '../../../../../renderer/features/sheet/sheet-column'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { editsOf, withUnparsed } from '../../../../../renderer/stores/product-edits'
import { euros } from '../../../../support/store-in-euros'

const category = (id: number, name: string, parentId = 0) => ({ id, name, parentId, enabled: true, orderBy: id })
const categories = [
  category(1, 'Cups'),
  category(2, 'New'),
  category(3, 'Lamps'),
  category(4, 'New', 3),
  category(5, 'Blue', 1),
  category(6, 'Blue', 3),
]
const all = sheetColumnsOf([])
const words = { ...noWords, profile: euros, categories }
const column = (path: string) => all.find((each) => each.path === path)!
const read = (path: string, text: string, values = newProductFields) => column(path).typing!.read(text, values, words)

describe('a cell of the sheet', () => {
  it('gives back what it shows as text, for every column that is typed into', () => {
    const edits = editsOf({ ...newProductFields, categoryIds: [1, 4], name: 'Mug', price: 1299.5, weight: 0.25 })
    const again = all
      .filter(({ typing }) => typing)
      .flatMap(({ path }) => {
        const typed = read(path, textIn(column(path), edits, words), { ...edits.base })
        return 'text' in typed ? [[path, typed.text]] : []
      })
    expect(again).toEqual([])
  })

  it('reads numbers as the store writes them, a word by its beginning, and stock that is unlimited', () => {
    expect(read('price', '€ 1.299,50')).toEqual({ values: { price: 1299.5 } })
    expect(read('enabled', 'n')).toEqual({ values: { enabled: false } })
    expect(read('quantity', '12')).toEqual({ values: { unlimited: false, quantity: 12 } })
    expect(read('quantity', 'unl')).toEqual({ values: { unlimited: true, quantity: undefined } })
  })

  it('reads a switch as other programs write one', () => {
    const said = ['WAHR', 'false', 'oui', '0', 'o'].map((text) => read('enabled', text))
    expect(said.map((each) => ('text' in each ? null : each.values.enabled))).toEqual([true, false, true, false, null])
  })

  it('keeps what may mean two things, or nothing, and says so', () => {
    expect(read('price', '1,500')).toEqual({ text: '1,500' })
    const edits = withUnparsed(editsOf(newProductFields), 'price', '1,500')
    expect(problemAt(column('price'), edits, words)).toContain('Choose what you mean')
    expect(textIn(column('price'), edits, words)).toBe('1,500')
  })

  it('names categories, with those above them where two are called the same', () => {
    const edits = editsOf({ ...newProductFields, categoryIds: [1, 4] })
    expect(textIn(column('categoryIds'), edits, words)).toBe('Cups; Lamps > New')
    expect(read('categoryIds', 'cups; lamps > new')).toEqual({ values: { categoryIds: [1, 4] } })
    expect(read('categoryIds', 'Blue')).toEqual({ text: 'Blue' })
    const wrong = withUnparsed(edits, 'categoryIds', 'Cups; Plates')
    expect(problemAt(column('categoryIds'), wrong, words)).toBe(
      'No category is called Plates. Put a semicolon between two of them.',
    )
  })
})
