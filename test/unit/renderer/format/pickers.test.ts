import { describe, expect, it } from 'vitest'
import type { Category } from '../../../../electron/shared/store'
import { branchFilter, frontPage } from '../../../../renderer/format/category-tree'
import { optionsThatHold } from '../../../../renderer/format/options-that-hold'

const category = (id: number, name: string, parentId = 0) => ({ id, name, parentId, orderBy: id, enabled: true })

describe('a box of categories', () => {
  const filter = branchFilter([
    category(1, 'Küche & Straße'),
    category(2, 'Œufs brouillés', 1),
    category(3, '马克杯'),
  ] as Category[])
  const found = (typed: string) => [frontPage, 1, 2, 3].filter((id) => filter(typed, { value: String(id) }))

  it('finds by the folding rule, inside of words, words in any order', () => {
    expect(found('KUCHE')).toEqual([1, 2])
    expect(found('strasse kuch')).toEqual([1, 2])
    expect(found('oeufs')).toEqual([2])
    expect(found('克杯')).toEqual([3])
    expect(found('ｆront')).toEqual([frontPage])
    expect(found('plates')).toEqual([])
  })
})

describe('a box of names or values', () => {
  const options = ['Işıklı', 'Weiß', 'Grün', 'Gruen'].map((label) => ({ value: label, label }))
  const found = (search: string, limit = 100) => optionsThatHold({ options, search, limit }).map(({ label }) => label)

  it('finds by the folding rule', () => {
    expect(found('isik')).toEqual(['Işıklı'])
    expect(found('WEISS')).toEqual(['Weiß'])
    expect(found('grun')).toEqual(['Grün'])
    expect(found('')).toHaveLength(4)
  })

  it('shows no more than its limit', () => {
    expect(found('', 2)).toEqual(['Işıklı', 'Weiß'])
  })

  it('finds within groups, and leaves out those of which nothing is found', () => {
    const groups = [
      { group: 'Colours', items: options.slice(0, 2) },
      { group: 'Others', items: options.slice(2) },
    ]
    const asked = { options: groups, limit: 100 }
    expect(optionsThatHold({ ...asked, search: 'weiss' })).toEqual([{ group: 'Colours', items: [options[1]] }])
    expect(optionsThatHold({ ...asked, search: '', limit: 3 }).map(({ items }) => items.length)).toEqual([2, 1])
  })
})
