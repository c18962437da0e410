import { describe, expect, it } from 'vitest'
import { rewrittenAlt } from '../../../../electron/sync/arrange-pictures'

describe('a rewritten alt text', () => {
  it('is in its map as well, where the old one was', () => {
    const before = { main: 'Scarf', translated: { en: 'Scarf', de: 'Schal' } }
    expect(rewrittenAlt(before, 'A scarf')).toEqual({ main: 'A scarf', translated: { en: 'A scarf', de: 'Schal' } })
    expect(rewrittenAlt({ translated: { en: '' } }, 'New')).toEqual({ main: 'New', translated: { en: 'New' } })
    expect(rewrittenAlt({ translated: {} }, 'New')).toEqual({ main: 'New', translated: {} })
    expect(rewrittenAlt(undefined, 'New')).toEqual({ main: 'New' })
  })
})
