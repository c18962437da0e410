import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { requests, type RequestName } from '../../../../electron/shared/contract'
import { answersWhenReached, requestNames } from '../../../support/answers-when-reached'
import { unboundedPaths } from '../../../support/unbounded-paths'

/** What may be as long as it is in the store, or is no text at all; the size of the whole message bounds it. */
const allowed: { call: RequestName; below: string; because: string }[] = [
  { call: 'changes.apply', below: '.operations[].fields', because: 'a product is as its store has it' },
  { call: 'changes.apply', below: '.operations[].base', because: 'a product is as its store has it' },
  { call: 'drafts.put', below: '.drafts[].draft', because: 'the form of a product as its store has it' },
  { call: 'bulk.preview', below: '.action.fields', because: 'fields of a product as their stores may have them' },
  { call: 'bulk.propose', below: '.action.fields', because: 'fields of a product as their stores may have them' },
  { call: 'bulk.stockList', below: '.answers', because: 'one for each text of the list that is asked about' },
  { call: 'drafts.putShelf', below: '.draft', because: 'the page of a category as its store has it' },
  { call: 'stores.setNewDefaults', below: '.set', because: 'fields of a product as its store may have them' },
  { call: 'changes.resolve', below: '.value', because: 'the schema of its field reads it' },
  { call: 'pictures.stageBytes', below: '.bytes', because: 'whoever reads a picture measures it' },
  { call: 'pictureJobs.prepared', below: '.result.bytes', because: 'whoever reads a picture measures it' },
]

const all = requestNames.flatMap((call) => unboundedPaths(requests[call].input).map((path) => ({ call, path })))
const isBelow = (path: string, start: string) => path.startsWith(start) && /^([.[{]|$)/.test(path.slice(start.length))
const isAllowed = ({ call, path }: { call: RequestName; path: string }) =>
  allowed.some((each) => each.call === call && isBelow(path, each.below))

/** A message that holds the value at a path of `unboundedPaths`. */
function plant(path: string, value: unknown): unknown {
  const steps = path.match(/\.[^.[{]+|\[\]|\{\w*\}/g) ?? []
  return steps.reduceRight<unknown>((inner, step) => {
    if (step === '[]') return [inner]
    return { [step.startsWith('{') ? 'key' : step.slice(1)]: inner }
  }, value)
}

const { answer: answerTo } = answersWhenReached()

const reached = (call: RequestName) => ({ ok: true, value: call })
const refused = (message: string) => ({
  ok: false,
  error: expect.objectContaining({ code: 'invalid-input', message }) as unknown,
})

describe('limits of what the window may send', () => {
  it('finds a text, list, record or anything without a limit wherever it is planted', () => {
    const planted = z.strictObject({
      fine: z.string().max(5),
      list: z.array(z.strictObject({ name: z.string(), few: z.array(z.number()).max(3) })),
      either: z.union([z.literal('a'), z.strictObject({ deep: z.string().nullable() })]),
      record: z.record(z.string(), z.string()),
      any: z.unknown().optional(),
      loose: z.looseObject({}),
    })
    expect(unboundedPaths(planted).toSorted()).toEqual(
      ['.list[]', '.list[].name', '.either.deep', '.record{}', '.record{key}', '.record{value}', '.any']
        .concat('.loose{}', '.loose{value}')
        .toSorted(),
    )
  })

  it('has a limit at every text, list and record of every call, except where a product is as its store has it', () => {
    expect(all.filter((each) => !isAllowed(each))).toEqual([])
  })

  it.each(allowed)('still needs the exception for $call $below', ({ call, below }) => {
    expect(all.some((each) => each.call === call && isBelow(each.path, below))).toBe(true)
  })

  it('refuses a text of ten million letters at each of the exceptions', async () => {
    const large = 'n'.repeat(10_000_000)
    for (const { call, path } of all) {
      expect(await answerTo(call, plant(path, large)), path).toEqual(
        refused(expect.stringMatching('larger than anything')),
      )
    }
  })

  it('refuses a value that holds itself', async () => {
    const round: { inner?: unknown } = {}
    round.inner = round
    expect(await answerTo('changes.resolve', { value: round })).toEqual(
      refused(expect.stringMatching('larger than anything')),
    )
  })

  it('says of a text that is too long what a person can do', async () => {
    const search = { connectionId: 'a', query: { text: 'mug '.repeat(3000) }, offset: 0, limit: 50 }
    expect(await answerTo('catalogue.search', search)).toEqual(
      refused('This is longer than 10,000 characters. Try it with less.'),
    )
    const url = `https://example.com/${'a'.repeat(5000)}.jpg`
    expect(await answerTo('pictures.checkUrl', { url })).toEqual(
      refused('This link is too long: a link has at most 4096 characters'),
    )
  })

  it('says in its own words what is wrong with any input, with the sentence of its field where there is one', async () => {
    const apply = (operation: object) => {
      const label = { code: 'add-category', category: 'n' }
      return answerTo('changes.apply', { connectionId: 'a', source: 'form', label, operations: [operation] })
    }
    const name = 'n'.repeat(256)
    expect(await apply({ kind: 'category.create', name, parentId: 0 })).toEqual(
      refused('A category’s name has at most 255 characters. Shorten it.'),
    )
    expect(await apply({ kind: 'type.create', name })).toEqual(
      refused('A name has at most 255 characters. Shorten it.'),
    )
    const source = { url: 'https://example.com/a.png' }
    expect(
      await apply({
        kind: 'picture.add',
        productId: 1,
        source,
        role: 'main',
        fileName: 'a.png',
        alt: 'a'.repeat(1001),
      }),
    ).toEqual(refused('This is longer than 1,000 characters. Shorten it.'))
    const query = { text: '' }
    expect(await answerTo('catalogue.search', { connectionId: 'a', query, offset: 0, limit: 501 })).toEqual(
      refused('This is larger than anything Stockroom takes here. Enter 500 or less.'),
    )
    for (const call of requestNames) {
      for (const input of [7, { connectionId: 7, other: true }]) {
        const answer = await answerTo(call, input)
        if (!answer.ok)
          expect(answer.error.message, call).not.toMatch(/invalid|expected|unrecogni[sz]ed|too (big|small)/i)
      }
    }
  })

  it('takes 50,000 files, a product as its store has it, and the bytes of a large picture', async () => {
    const files = Array.from({ length: 50_000 }, () => crypto.randomUUID())
    expect(await answerTo('pictureJobs.start', { connectionId: 'a', files })).toEqual(reached('pictureJobs.start'))
    const fields = { name: 'n'.repeat(100_000), description: 'd'.repeat(2_000_000) }
    const operations = [{ kind: 'update', productId: 1, fields }]
    const label = { code: 'edit-product', product: 'n'.repeat(200) }
    const edit = { connectionId: 'a', source: 'form', label, operations }
    expect(await answerTo('changes.apply', edit)).toEqual(reached('changes.apply'))
    const picture = { connectionId: 'a', name: 'a.png', bytes: new Uint8Array(50_000_000) }
    expect(await answerTo('pictures.stageBytes', picture)).toEqual(reached('pictures.stageBytes'))
  })
})
