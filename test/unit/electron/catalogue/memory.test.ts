import { expect, it } from 'vitest'
import { createRevisions } from '../../../../electron/catalogue/revisions'
import { createMemory } from '../../../../electron/catalogue/search/memory'

it('remembers until something the value was made from is written', () => {
  const revisions = createRevisions()
  const memory = createMemory(revisions, 10)
  let made = 0
  const ask = () => memory.of('key', ['price', 'words'], () => ++made)
  expect([ask(), ask()]).toEqual([1, 1])
  revisions.bump('state')
  expect(ask()).toBe(1)
  revisions.bump('words')
  expect([memory.has('key', ['price', 'words']), ask()]).toEqual([false, 2])
  revisions.bumpAll()
  expect(ask()).toBe(3)
})

it('lets go of what was unused the longest', () => {
  const memory = createMemory(createRevisions(), 2)
  const made: string[] = []
  const ask = (key: string) => memory.of(key, undefined, () => made.push(key))
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
