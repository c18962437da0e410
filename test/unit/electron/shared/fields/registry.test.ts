import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeField } from '../../../../../electron/changes/merge'
import { textFields } from '../../../../../electron/demo-store/product-view'
import { fieldOrders } from '../../../../../electron/shared/fields/field'
import { listedFields, orderBy } from '../../../../../electron/shared/fields/listed-fields'
import { noWords } from '../../../../../electron/shared/fields/kind'
import {
  fieldOf,
  layField,
  newProductFields,
  productFieldNames,
  readField,
  readFields,
  writeFields,
} from '../../../../../electron/shared/fields/product-fields'
import { inLanguages, remoteProductSchema } from '../../../../../electron/shared/remote-product'
import { valuesOfField } from '../../../../support/field-values'
import { euros } from '../../../../support/store-in-euros'
import { faultText } from '../../../../../electron/shared/words/fault'

const remote = inLanguages(
  remoteProductSchema.parse({
    id: 7,
    name: 'Mug',
    price: 14.5,
    quantity: 16,
    unlimited: false,
    showOnFrontpage: 2,
    categoryIds: [4],
    attributes: [{ id: 1, name: 'UPC', value: '400', type: 'UPC' }],
    nameTranslated: { en: 'Mug', de: 'Becher' },
    somethingNew: { kept: true },
  }),
  ['en', 'de', 'fr', 'pt_BR'],
)

describe.each(productFieldNames)('the field %s', (name) => {
  const { kind, json, empty, problem } = fieldOf(name)
  const values = valuesOfField(name)

  it('is read as it was laid over a product, and touches no other field', () => {
    fc.assert(
      fc.property(values, (value) => {
        const laid = layField(remote, name, value)
        expect(kind.isSame(readField(laid, name), value)).toBe(true)
        expect(laid.somethingNew).toEqual({ kept: true })
        // Unlimited stock has no number.
        const others = productFieldNames.filter((other) => other !== name && other !== 'quantity')
        expect(
          others.filter((other) => !fieldOf(other).kind.isSame(readField(laid, other), readField(remote, other))),
        ).toEqual([])
      }),
    )
  })

  it('is read as it was sent', () => {
    fc.assert(
      fc.property(values, (value) => {
        const sent = { ...remote, ...writeFields({ [name]: value }, remote) }
        expect(kind.isSame(readField(sent, name), value)).toBe(true)
      }),
    )
  })

  it('has a value where the store says nothing or something odd', () => {
    expect(json.get({ id: 1 })).toEqual(empty)
    for (const odd of [null, [], 'x', {}, -1]) {
      const product = remoteProductSchema.parse({ id: 1, [name]: odd })
      expect(kind.schema.safeParse(json.get(product)).success).toBe(true)
    }
  })

  it('is sent when only we changed it, and asked about or joined when both did', () => {
    fc.assert(
      fc.property(values, values, (before, mine) => {
        const merge = mergeField(name, before, mine, before)
        if (kind.isSame(before, mine)) expect(merge).toEqual({ outcome: 'same' })
        else expect(merge.outcome === 'send' && kind.isSame(merge.value, mine)).toBe(true)
      }),
    )
  })

  it('is shown in words, and nothing that is judged breaks', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(kind.shown(value, { ...noWords, profile: euros })).not.toMatch(/undefined|NaN|\[object/)
        const fault = problem(value, newProductFields)
        expect(fault ? faultText(fault) : 'Fine.').toMatch(/^[A-Z].*\.$/)
      }),
    )
    expect(problem(empty, newProductFields) === null || name === 'name').toBe(true)
  })

  it('is read back from its box as it was written there', () => {
    const typed = kind.typed?.(euros)
    if (!typed) return expect(kind.name).not.toBe('number')
    fc.assert(
      fc.property(values, (value) => {
        if (typeof value !== 'number') expect(typed.blank).toBe(value)
        else expect(typed.read(typed.write(value))).toEqual({ kind: 'value', value })
      }),
    )
  })
})

describe('the fields of a product', () => {
  it('each have a name of their own, on the screen and in files', () => {
    const labels = productFieldNames.map((name) => fieldOf(name).label)
    const columns = productFieldNames.flatMap((name) => Object.keys(fieldOf(name).inFiles))
    expect([new Set(labels).size, new Set(columns).size]).toEqual([labels.length, columns.length])
  })

  it('each that is translated have one beside for the other languages', () => {
    const translated = productFieldNames.filter((name) => fieldOf(name).isTranslated)
    const twins = productFieldNames.filter((name) => fieldOf(name).kind.name === 'translations')
    expect(twins).toEqual(translated.map((name) => `${name}Translated`))
  })

  it('are translated where the store keeps a text for each language', () => {
    const translated = productFieldNames.filter((name) => fieldOf(name).isTranslated)
    expect(translated.toSorted()).toEqual([...textFields, 'ribbon'].toSorted())
  })

  it('sort the list by each order once, and by nothing that has no order', () => {
    const sorting = productFieldNames.filter((name) => fieldOf(name).sortedBy !== null)
    const words = sorting.map(orderBy)
    expect(new Set(words).size).toBe(sorting.length)
    expect(words).toEqual(expect.arrayContaining(Object.keys(fieldOrders)))
    expect(sorting.filter((name) => fieldOf(name).kind.inOrder === null)).toEqual([])
  })

  it('have a column in the table of the list only where it can hold their values', () => {
    expect(listedFields.filter((name) => !['choice', 'number'].includes(fieldOf(name).kind.name))).toEqual([])
  })

  it('of an empty product are those of a new one', () => {
    expect(readFields({ id: 1 })).toEqual(newProductFields)
  })
})
