import { describe, expect, it } from 'vitest'
import { assertHandy } from '../../../../electron/ipc/message-size'
import { answersWhenReached, requestNames } from '../../../support/answers-when-reached'

const text = (length: number) => 'x'.repeat(length)
const nested = (levels: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = { value }
  return value
}

describe('a message of the window', () => {
  it.each([
    ['a text of ten million letters', { name: text(10_000_000) }],
    ['a name of ten million letters', { [text(10_000_000)]: 1 }],
    ['many texts that are large together', Array.from({ length: 20 }, () => text(4_000_000))],
    ['a list of two million', Array.from({ length: 2_000_000 }, () => 1)],
    ['a record of a million names', Object.fromEntries(Array.from({ length: 1_000_001 }, (_, at) => [at, at]))],
    ['a thousand levels', nested(1000)],
    ['bytes that no picture has', { bytes: new Uint8Array(300 * 1024 * 1024) }],
  ])('is refused with a sentence when it is %s', (_what, message) => {
    expect(() => assertHandy(message)).toThrow('larger than anything')
  })

  it.each([
    ['a folder of fifty thousand files', { files: Array.from({ length: 50_000 }, (_, at) => `token-${at}`) }],
    ['a description of two million letters', { fields: { description: text(2_000_000) } }],
    [
      'five thousand edits',
      Array.from({ length: 5000 }, () => ({ kind: 'update', fields: { price: 1, name: 'Mug' } })),
    ],
    ['a photo', { bytes: new Uint8Array(50_000_000) }],
    ['nothing', undefined],
  ])('passes when it is %s', (_what, message) => {
    expect(() => assertHandy(message)).not.toThrow()
  })

  it('is measured before anything else reads it, in every call', async () => {
    const { reached, answer } = answersWhenReached()
    const large = { connectionId: text(6_000_000), value: text(6_000_000) }
    for (const name of requestNames) {
      const message = expect.stringMatching('larger than anything') as string
      expect(await answer(name, large), name).toMatchObject({ ok: false, error: { message } })
    }
    expect(reached).toEqual([])
  })
})
