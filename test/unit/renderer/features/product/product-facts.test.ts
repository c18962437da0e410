import { describe, expect, it } from 'vitest'
import { barcodeProblem } from '../../../../../renderer/format/barcode'
import { categoryNodes } from '../../../../../electron/shared/category-nodes'
import { matchingCategories } from '../../../../../renderer/format/category-tree'
import { discountPercent, marginPercent } from '../../../../../renderer/features/product/margin'
import { attributesOf, lostAttributes } from '../../../../../renderer/format/product-type-attributes'

const category = (id: number, parentId: number, name: string, orderBy = id) => ({
  id,
  parentId,
  name,
  orderBy,
  enabled: true,
  productCount: 0,
})

describe('the category tree', () => {
  const nodes = categoryNodes([
    category(3, 1, 'Mugs', 20),
    category(2, 1, 'Bowls', 10),
    category(1, 0, 'Kitchen'),
    category(4, 99, 'Lost child'),
    category(5, 6, 'Ring A'),
    category(6, 5, 'Ring B'),
  ])

  it('has parents before children in the owner’s order, and misses nobody whose parent is hidden', () => {
    expect(nodes.map(({ path }) => path.join(' › '))).toEqual([
      'Kitchen',
      'Kitchen › Bowls',
      'Kitchen › Mugs',
      'Lost child',
    ])
  })

  it('is found by any words of the path', () => {
    expect(matchingCategories(nodes, 'mug KITCH').map(({ id }) => id)).toEqual([3])
    expect(matchingCategories(nodes, ' ').length).toBe(4)
  })
})

describe('numbers beside the prices', () => {
  it('say margin and discount where they mean something', () => {
    expect(marginPercent(20, 5)).toBe(75)
    expect(marginPercent(20, 0)).toBeNull()
    expect(marginPercent(0, 5)).toBeNull()
    expect(discountPercent(15, 20)).toBe(25)
    expect(discountPercent(20, 20)).toBeNull()
    expect(discountPercent(20, null)).toBeNull()
  })
})

describe('a bar code', () => {
  it('is checked by its last digit', () => {
    expect(barcodeProblem('4006381333931')).toBeNull()
    expect(barcodeProblem('036000291452')).toBeNull()
    expect(barcodeProblem('036000291453')).toContain('should be 2')
    expect(barcodeProblem('ABC-1')).toBeNull()
    expect(barcodeProblem('')).toBeNull()
  })
})

describe('attributes of a product type', () => {
  const attribute = (id: number, name: string, type = 'CUSTOM') => ({ id, name, type, show: 'DESCR' })
  const types = [
    {
      id: 0,
      name: '',
      attributes: [attribute(3, 'Season'), attribute(2, 'Brand', 'BRAND'), attribute(1, 'UPC', 'UPC')],
    },
    { id: 8, name: 'Books', attributes: [attribute(10, 'Author')] },
    { id: 9, name: 'Shirts', attributes: [attribute(11, 'Fabric')] },
  ]

  it('are the general ones, UPC and Brand first, and its own', () => {
    const { general, own } = attributesOf(types, 8)
    expect(general.map(({ name }) => name)).toEqual(['UPC', 'Brand', 'Season'])
    expect(own.map(({ name }) => name)).toEqual(['Author'])
    expect(attributesOf(types, 0).own).toEqual([])
  })

  it('that are lost with a new type are named', () => {
    const values = { '1': '4006381333931', '10': 'Ann Author', '11': '' }
    expect(lostAttributes(types, 8, values)).toEqual([])
    expect(lostAttributes(types, 9, values)).toEqual(['Author'])
  })
})
