import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../../../renderer/format/word-diff'

const short = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'removed' ? `[-${text}]` : kind === 'added' ? `[+${text}]` : text))
    .join(' ')

describe('wordDiff', () => {
  it('marks every place where the texts differ, not only from the first to the last', () => {
    expect(short('a washed apron with two pockets', 'a linen apron with three pockets')).toBe(
      'a [-washed] [+linen] apron with [-two] [+three] pockets',
    )
  })

  it('shows words that came or went alone', () => {
    expect(short('a washed apron', 'a washed linen apron')).toBe('a washed [+linen] apron')
    expect(short('', 'new text')).toBe('[+new text]')
  })

  it('cuts long shared parts to a few words', () => {
    expect(short('1 2 3 4 5 6 7 8 old 1 2 3 4 5 6 7 8', '1 2 3 4 5 6 7 8 new 1 2 3 4 5 6 7 8')).toBe(
      '… 3 4 5 6 7 8 [-old] [+new] 1 2 3 4 5 6 …',
    )
  })

  it('does not count a word twice that both ends share', () => {
    expect(short('a a', 'a a a')).toBe('a a [+a]')
  })

  it('shortens a long change, and compares huge texts as a whole', () => {
    expect(short('', 'word '.repeat(500)).length).toBeLessThan(420)
    const parts = wordDiff('x y '.repeat(2000), 'z w '.repeat(2000))
    expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
