import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needlesOf, skuNeedlesOf, textParts } from '../../../../../renderer/features/catalogue/highlight'

/** The marked stretches in square brackets. */
function marked(text: string, query: { text?: string; keyword?: string }, needlesFor = needlesOf): string {
  return textParts(text, needlesFor(query))
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('')
}

describe('marking the searched words', () => {
  it('marks the beginnings of words while typing', () => {
    expect(marked('Blue mug, mugs and smug', { text: 'mug' })).toBe('Blue [mug], [mug]s and smug')
    expect(marked('Blue mug', { text: 'mug bl' })).toBe('[Bl]ue [mug]')
  })

  it('pays no heed to case and accents and leaves the text as it is written', () => {
    expect(marked('CRÈME Brûlée', { text: 'creme brulee' })).toBe('[CRÈME] [Brûlée]')
    expect(marked('cafe\u0301 au lait', { text: 'café' })).toBe('[cafe\u0301] au lait')
  })

  it('marks any part of a SKU', () => {
    expect(marked('MUG-0107-BL', { text: '107' }, skuNeedlesOf)).toBe('MUG-0[107]-BL')
    expect(marked('MUG-01', { text: 'mug-01' }, skuNeedlesOf)).toBe('[MUG]-[01]')
  })

  it('marks whole words of a keyword, and beginnings only with a star', () => {
    expect(marked('mug mugs', { keyword: 'mug' })).toBe('[mug] mugs')
    expect(marked('mug mugs', { keyword: 'mug*' })).toBe('[mug] [mug]s')
    expect(marked('hand thrown mug', { keyword: '"hand thrown"' })).toBe('[hand] [thrown] mug')
  })

  it('never loses or changes a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 4 }), (text, typed) => {
        const parts = textParts(text, skuNeedlesOf({ text: typed }))
        expect(parts.map((part) => part.text).join('')).toBe(text)
      }),
    )
  })
})
