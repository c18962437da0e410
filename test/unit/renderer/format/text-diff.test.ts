import { describe, expect, it } from 'vitest'
import { textDiff } from '../../../../renderer/format/text-diff'

describe('textDiff', () => {
  it('shows what differs between the parts both texts share', () => {
    expect(textDiff('a washed apron with pockets', 'a washed linen apron with pockets')).toEqual({
      start: 'a washed',
      removed: '',
      added: 'linen',
      end: 'apron with pockets',
    })
  })

  it('cuts long shared parts to a few words', () => {
    const { start, end } = textDiff('1 2 3 4 5 6 7 8 old 1 2 3 4 5 6 7 8', '1 2 3 4 5 6 7 8 new 1 2 3 4 5 6 7 8')
    expect({ start, end }).toEqual({ start: '… 3 4 5 6 7 8', end: '1 2 3 4 5 6 …' })
  })

  it('does not count a word twice that both ends share', () => {
    expect(textDiff('a a', 'a a a')).toEqual({ start: 'a a', removed: '', added: 'a', end: '' })
  })

  it('shortens a long change', () => {
    expect(textDiff('', 'word '.repeat(200)).added.length).toBeLessThanOrEqual(240)
  })
})
