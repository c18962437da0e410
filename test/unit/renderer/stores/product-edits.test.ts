import { describe, expect, it } from 'vitest'
import {
  newProductFields,
  productFieldNames,
  type ProductFields,
} from '../../../../electron/shared/fields/product-fields'
import { stepOf, withoutEdit, withoutStep, withStep, type EditStep } from '../../../../renderer/stores/edit-steps'
import { afterSave } from '../../../../renderer/stores/edits-being-saved'
import {
  editsOf,
  isEdited,
  isMoved,
  rebased,
  isSameEdits,
  overNow,
  valuesOf,
  withField,
  withUnparsed,
} from '../../../../renderer/stores/product-edits'

const mug: ProductFields = { ...newProductFields, name: 'Mug', price: 10, categoryIds: [1, 2] }

describe('edits of a product', () => {
  it('hold only what was touched', () => {
    const edits = withField(editsOf(mug), 'price', 12)
    expect(edits.patch).toEqual({ price: 12 })
    expect(valuesOf(edits)).toEqual({ ...mug, price: 12 })
  })

  it('forget a field that was set back', () => {
    const edits = withField(withField(editsOf(mug), 'price', 12), 'price', 10)
    expect(isEdited(edits)).toBe(false)
  })

  it('do not see a new order of categories or an emptied attribute as a change', () => {
    const filed = editsOf({ ...mug, categoryIds: [1, 2], attributes: {} })
    expect(isEdited(withField(filed, 'categoryIds', [2, 1]))).toBe(false)
    expect(isEdited(withField(filed, 'attributes', { 5: '' }))).toBe(false)
    expect(isEdited(withField(filed, 'attributes', { 5: 'red' }))).toBe(true)
    expect(isEdited(withField(filed, 'categoryIds', [1]))).toBe(true)
    expect(isEdited(withField(filed, 'compareToPrice', 0))).toBe(true)
  })

  it('differ by an emptied text, and by text that is no value yet', () => {
    const edits = editsOf(mug)
    expect(isSameEdits(edits, withField(edits, 'name', ''))).toBe(false)
    expect(isSameEdits(edits, withUnparsed(edits, 'price', '12,'))).toBe(false)
    expect(isSameEdits(withField(edits, 'name', 'Cup'), withField(edits, 'name', 'Cup'))).toBe(true)
  })

  it('keep text that is no value yet, and count it as an edit', () => {
    const edits = withUnparsed(editsOf(mug), 'price', '12,')
    expect(isEdited(edits)).toBe(true)
    expect(isEdited(withUnparsed(edits, 'price', null))).toBe(false)
  })

  describe('when the product changes underneath', () => {
    const edits = withField(editsOf(mug), 'price', 12)

    it('follow it in untouched fields', () => {
      expect(valuesOf(rebased(edits, { ...mug, name: 'Large mug' }, []))).toEqual({
        ...mug,
        name: 'Large mug',
        price: 12,
      })
    })

    it('keep the typed value, the value it replaced, and tell', () => {
      const now = { ...mug, price: 11 }
      const after = rebased(edits, now, [])
      expect(after.patch).toEqual({ price: 12 })
      expect(after.base.price).toBe(10)
      expect(productFieldNames.filter((field) => isMoved(after, now, field))).toEqual(['price'])
      expect(productFieldNames.filter((field) => isMoved(edits, mug, field))).toEqual([])
    })

    it('are meant to take the place of what others did, once their owner says so', () => {
      const now = { ...mug, price: 11 }
      const after = overNow(rebased(edits, now, []), now, 'price')
      expect([after.base.price, after.patch]).toEqual([11, { price: 12 }])
      expect(isMoved(after, now, 'price')).toBe(false)
    })

    it('end where both sides agree', () => {
      const after = rebased(edits, { ...mug, price: 12 }, [])
      expect(isEdited(after)).toBe(false)
      expect(after.base.price).toBe(12)
    })

    it('keep the base of a field that holds unfinished text', () => {
      const after = rebased(
        withUnparsed(editsOf(mug), 'dimensions.length', '3,'),
        {
          ...mug,
          dimensions: { length: 9, width: 9, height: 9 },
        },
        [],
      )
      expect(after.base.dimensions.length).toBe(0)
      expect(after.unparsed).toEqual({ 'dimensions.length': '3,' })
    })
  })

  it('keep what was typed while a save was on its way', () => {
    const sent = { price: 12, name: 'Mug 2' }
    const typedSince = withField(withField(withField(editsOf(mug), 'price', 12), 'name', 'Mug 23'), 'sku', 'M-1')
    const after = afterSave(typedSince, { patch: sent, variations: {} })
    expect(after.patch).toEqual({ name: 'Mug 23', sku: 'M-1' })
    expect(after.base.price).toBe(12)
    expect(after.base.name).toBe('Mug 2')
  })
})

describe('undo in the form', () => {
  it('takes back the last field, however much was typed into it', () => {
    let edits = editsOf(mug)
    let steps: readonly EditStep[] = []
    const type = <Field extends keyof ProductFields>(field: Field, value: ProductFields[Field]) => {
      const before = edits
      edits = withField(edits, field, value)
      steps = withStep(steps, before, field, edits)
    }
    type('name', 'M')
    type('name', 'My mug')
    type('price', 12)
    edits = withoutStep(edits, steps.at(-1)!)
    expect(valuesOf(edits)).toEqual({ ...mug, name: 'My mug' })
    edits = withoutStep(edits, steps.at(-2)!)
    expect(isEdited(edits)).toBe(false)
  })

  it('takes back a line with what was typed into it, line by line, and a way back to what was', () => {
    const [tier, other] = [
      { quantity: 5, price: 3 },
      { quantity: 9, price: 2 },
    ]
    const shown: unknown[] = []
    let edits = editsOf(mug)
    let steps: readonly EditStep[] = []
    const go = (next: typeof edits) => {
      steps = withStep(steps, edits, 'wholesalePrices', next)
      edits = next
    }
    for (const tiers of [[{}], [tier], [tier, {}], [tier, other]]) go(withField(edits, 'wholesalePrices', tiers))
    go(withoutEdit(edits, 'wholesalePrices'))
    expect(isEdited(edits)).toBe(false)
    for (const step of steps.toReversed()) {
      edits = withoutStep(edits, step)
      shown.push(valuesOf(edits).wholesalePrices)
    }
    expect(shown).toEqual([[tier, other], [tier], []])
  })

  it('leads there again from what the field showed before', () => {
    const typed = withUnparsed(editsOf(mug), 'price', '12,')
    const [step] = withStep([], editsOf(mug), 'price', typed)
    const undone = stepOf(typed, 'price')
    const back = withoutStep(typed, step!)
    expect(isEdited(back)).toBe(false)
    expect(withoutStep(back, undone)).toEqual(typed)
  })

  it('goes back to what one box of several was', () => {
    const typed = withField(editsOf(mug), 'dimensions', { length: 3, width: 2, height: 0 })
    const half = withUnparsed(withUnparsed(typed, 'dimensions.width', '2,'), 'dimensions.height', '1,')
    const back = withoutEdit(half, 'dimensions', 'dimensions.width')
    expect(valuesOf(back).dimensions).toEqual({ length: 3, width: 0, height: 0 })
    expect(back.unparsed).toEqual({ 'dimensions.height': '1,' })
  })

  it('takes text that is no value yet with it', () => {
    const edits = withUnparsed(editsOf(mug), 'price', '12,')
    const steps = withStep([], editsOf(mug), 'price', edits)
    expect(isEdited(withoutStep(edits, steps[0]!))).toBe(false)
  })

  it('start from the SKU as it was saved, without the spaces around it', () => {
    const edits = withField(editsOf(mug), 'sku', 'CUP ')
    expect(afterSave(edits, edits)).toMatchObject({ base: { sku: 'CUP' }, patch: {} })
    const since = afterSave(withField(edits, 'sku', 'CUP 1'), edits)
    expect(since).toMatchObject({ base: { sku: 'CUP' }, patch: { sku: 'CUP 1' } })
  })
})
