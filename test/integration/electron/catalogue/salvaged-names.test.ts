import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../../../electron/catalogue/catalogue'
import { writeSet } from '../../../../electron/changes/write-set'
import { openTemporary, put, temporaryFile } from './open-catalogue'

const written = (catalogue: Catalogue) =>
  writeSet(catalogue, 1, { source: 'form', label: { code: 'text', text: 'Test' } })

describe('what is salvaged from a damaged file', () => {
  it('names the products that are made here by what they are called now, and categories as before', () => {
    const file = temporaryFile()
    const old = openTemporary(file)
    const mug = put(old, { id: 70, name: 'Mug' })
    old.transaction(() => {
      const set = written(old)
      set.ask([{ kind: 'create', fields: { name: 'Bowl' } }])
      set.ask([{ kind: 'category.create', name: 'Cups', parentId: 0 }])
    })
    const open = old.changes.allOpen(10)
    const bowl = open.find(({ thing }) => thing === 'product')!.productId
    const cups = open.find(({ thing }) => thing === 'category')!.productId
    const fields = { relatedProducts: [{ productId: -bowl }], categoryIds: [cups] }
    old.transaction(() => void written(old).ask([{ kind: 'update', productId: mug, fields }]))
    old.meta.set('new products', { categoryIds: [cups] })

    const fresh = openTemporary()
    for (const id of [1, 2, 3]) put(fresh, { id, name: `Plate ${id}` })
    fresh.salvageFrom(file)
    const now = fresh.changes.allOpen(10)
    const bowlNow = now.find(({ thing, verb }) => thing === 'product' && verb === 'create')!.productId
    expect(bowlNow).not.toBe(bowl)
    const wrote = (field: string) => now.find((change) => change.field === field)?.after
    expect(wrote('relatedProducts')).toEqual([{ productId: -bowlNow }])
    expect(wrote('categoryIds')).toEqual([cups])
    expect(fresh.shelves.get(cups)).toMatchObject({ thing: 'category' })
  })
})
