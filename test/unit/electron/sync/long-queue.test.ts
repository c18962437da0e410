import { expect, it } from 'vitest'
import { createLongQueue } from '../../../../electron/sync/long-queue'

function told(...notes: { open: number; needOwner: number }[]): string[] {
  const sentences: string[] = []
  const queue = createLongQueue((sentence) => sentences.push(sentence))
  for (const note of notes) queue.note(note)
  return sentences
}

const at = (open: number, needOwner = 0) => ({ open, needOwner })

it('tells once when a long queue has run empty', () => {
  expect(told(at(25), at(300), at(4), at(0), at(0))).toEqual(['All changes are in the store, 300 of them just now.'])
})

it('is silent about a few changes, which are gone before one looks away', () => {
  expect(told(at(3), at(0), at(19), at(0))).toEqual([])
})

it('says that some changes need a look', () => {
  expect(told(at(40), at(0, 2))).toEqual([
    'The queue has been sent. 2 changes need a look: the Changes screen says why.',
  ])
})
