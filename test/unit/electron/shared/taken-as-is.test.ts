import { expect, it } from 'vitest'
import { z } from 'zod'
import { takenAsIs } from '../../../../electron/shared/taken-as-is'

it.each<[string, z.ZodType, unknown]>([
  ['a limit', z.string().max(3), 'abc'],
  ['a whole number', z.int(), 7],
  ['a plain object, which drops what it does not know', z.object({ id: z.number() }), { id: 7, other: 1 }],
  ['a strict object', z.strictObject({ id: z.number() }), { id: 7 }],
  ['what is made anew', z.string().transform(Number), '7'],
  ['what is filled in', z.string().default('a'), 'b'],
])('leaves %s to the schema', (_, schema, value) => {
  expect(takenAsIs(schema)(value)).toBe(false)
})

it('takes what a loose object holds, with names that it does not know', () => {
  const schema = z.looseObject({ id: z.number(), name: z.string().optional().catch(undefined) })
  expect(takenAsIs(schema)({ id: 7, name: 'Mug', other: null })).toBe(true)
  expect(takenAsIs(schema)({ id: 7, name: null })).toBe(false)
})
