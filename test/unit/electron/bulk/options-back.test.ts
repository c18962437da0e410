import { expect, it } from 'vitest'
import { optionsBack } from '../../../../electron/bulk/options-back'
import type { BulkProduct } from '../../../../electron/bulk/planner'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { entriesOf } from '../../../../electron/shared/fields/list-kind'
import { readFields } from '../../../../electron/shared/fields/product-fields'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'

// What is known of names since: nothing is taken for a rename that may be something else.

const sizes = (...texts: string[]): Entry[] => [
  { type: 'SELECT', name: 'Size', choices: texts.map((text) => ({ text })) },
]

/** Variations by their ids, each of one size. */
function product(options: Entry[], variations: Readonly<Record<number, string>>): BulkProduct {
  const fields = { ...readFields(remoteProductSchema.parse({ id: 1 })), options }
  const all = Object.entries(variations).map(([id, value]) => {
    const pairs = [{ name: String(options[0]?.['name']), value }]
    return { id: Number(id), label: value, options: pairs, own: {} }
  })
  return { id: 1, namedBy: 1001, fields, variations: all }
}

function namesOfChoices(was: BulkProduct, now: BulkProduct, changes: Parameters<typeof optionsBack>[1] = []) {
  const choices = optionsBack({ was, now }, changes).flatMap((option) => entriesOf(option['choices']))
  return Object.fromEntries(choices.map(({ text, formerly }) => [text, formerly]))
}
const was = product(sizes('S', 'L'), { 71: 'S', 72: 'L' })

it('a choice with another name is known by its variation', () => {
  const now = product(sizes('M', 'L'), { 71: 'M', 72: 'L' })
  expect(namesOfChoices(was, now)).toEqual({ S: ['M'], L: undefined })
})

it('a choice that is still there was not renamed, though its variation was moved away', () => {
  const now = product(sizes('S', 'L', 'M'), { 71: 'M', 72: 'L' })
  expect(namesOfChoices(was, now)).toEqual({ S: undefined, L: undefined })
})

it('two that became one are not told apart', () => {
  const now = product(sizes('M'), { 71: 'M', 72: 'M' })
  expect(namesOfChoices(was, now)).toEqual({ S: undefined, L: undefined })
})

it('of one without a variation, the changes tell all names that it has had since', () => {
  const bare = product(sizes('S', 'L'), { 72: 'L' })
  const now = product(sizes('XS', 'L'), { 72: 'L', 73: 'XS' })
  const renamed = (from: string, to: string) => {
    const [option] = sizes(to, 'L')
    const choices = [{ text: to, formerly: [from] }, { text: 'L' }]
    return { before: sizes(from, 'L'), after: [{ ...option, choices }] }
  }
  expect(namesOfChoices(bare, now, [renamed('S', 'M'), renamed('M', 'XS')])).toEqual({ S: ['XS', 'M'], L: undefined })
})

it('what was taken away and what was added by others is none', () => {
  const bare = product(sizes('S', 'L'), { 72: 'L' })
  const now = product(sizes('M', 'L'), { 72: 'L', 73: 'M' })
  expect(namesOfChoices(bare, now, [{ before: sizes('S', 'L'), after: sizes('M', 'L') }])).toEqual({
    S: undefined,
    L: undefined,
  })
})
