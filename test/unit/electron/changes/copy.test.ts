import { describe, expect, it } from 'vitest'
import { copiedBody } from '../../../../electron/changes/copy'
import { layField } from '../../../../electron/shared/fields/product-fields'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'
import { rewrittenAlt } from '../../../../electron/sync/arrange-pictures'

const scarf = remoteProductSchema.parse({
  id: 7,
  name: 'Scarf',
  nameTranslated: { en: 'Scarf', de: 'Schal' },
  subtitle: '',
  subtitleTranslated: { en: '' },
  seoTitle: 'Scarf',
  seoTitleTranslated: { en: 'Scarf', de: 'Schal' },
  ribbon: { text: 'New', color: '#cc3300' },
  ribbonTranslated: { en: 'New', de: 'Neu' },
})

describe('the translations of a copied product', () => {
  it('go along, empty ones too', () => {
    expect(copiedBody(scarf)).toEqual({
      nameTranslated: { en: 'Scarf', de: 'Schal' },
      subtitleTranslated: { en: '' },
      seoTitleTranslated: { en: 'Scarf', de: 'Schal' },
      ribbonTranslated: { en: 'New', de: 'Neu' },
    })
  })

  it('stay behind where an edit has rewritten the text, an empty one or one that was emptied too', () => {
    const edited = layField(layField(scarf, 'subtitle', 'Warm'), 'seoTitle', '')
    const body = copiedBody(layField(edited, 'ribbon', { text: 'Sale', color: '' }))
    expect(body).toEqual({ nameTranslated: { en: 'Scarf', de: 'Schal' } })
    expect(copiedBody(scarf, ['name'])).not.toHaveProperty('nameTranslated')
  })
})

describe('a rewritten alt text', () => {
  it('is in its map as well, where the old one was', () => {
    const before = { main: 'Scarf', translated: { en: 'Scarf', de: 'Schal' } }
    expect(rewrittenAlt(before, 'A scarf')).toEqual({ main: 'A scarf', translated: { en: 'A scarf', de: 'Schal' } })
    expect(rewrittenAlt({ translated: { en: '' } }, 'New')).toEqual({ main: 'New', translated: { en: 'New' } })
    expect(rewrittenAlt({ translated: {} }, 'New')).toEqual({ main: 'New', translated: {} })
    expect(rewrittenAlt(undefined, 'New')).toEqual({ main: 'New' })
  })
})
