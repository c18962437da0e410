import { describe, expect, it } from 'vitest'
import { altTextsOf, rewrittenAlt } from '../../../../electron/shared/alt-translations'

const before = { main: 'Scarf', translated: { en: 'Scarf', de: 'Schal' } }

describe('a rewritten alt text', () => {
  it('is in its map as well, where the old one was', () => {
    const rewritten = (alt: Parameters<typeof rewrittenAlt>[0], main: string) => rewrittenAlt(alt, { main }, undefined)
    expect(rewritten(before, 'A scarf')).toEqual({ main: 'A scarf', translated: { en: 'A scarf', de: 'Schal' } })
    expect(rewritten({ translated: { en: '' } }, 'New')).toEqual({ main: 'New', translated: { en: 'New' } })
    expect(rewritten({ translated: {} }, 'New')).toEqual({ main: 'New', translated: {} })
    expect(rewritten(undefined, 'New')).toEqual({ main: 'New' })
  })

  it('leaves alone what another language says in the same words', () => {
    const same = { main: 'Poster', translated: { en: 'Poster', de: 'Poster' } }
    const { translated } = rewrittenAlt(same, { main: 'A poster' }, ['en', 'de'])
    expect(translated).toEqual({ en: 'A poster', de: 'Poster' })
  })

  it('in other languages is sent with the text itself, and an emptied one as an empty one', () => {
    const rewritten = rewrittenAlt(before, { texts: { fr: 'Écharpe' } }, ['en', 'de', 'fr'])
    expect(rewritten).toEqual({ main: 'Scarf', translated: { en: 'Scarf', de: '', fr: 'Écharpe' } })
    expect(altTextsOf(rewritten, ['en', 'de', 'fr'])).toEqual({ fr: 'Écharpe' })
  })
})
