// @vitest-environment jsdom
import { act } from 'react'
import { expect, it } from 'vitest'
import { ShelfField } from '../../../../../renderer/features/shelves/ShelfField'
import { openShelf, shelfPatch, useShelfStore } from '../../../../../renderer/stores/shelf-store'
import { aShelfDetail } from '../../../../support/a-shelf-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { boxOf, draw, openWindow, type } from '../../../../support/in-the-window'
import { giveJsdomSizes } from '../../../../support/mantine-in-jsdom'

it('the slug of a category shows what the store makes of its name, and says what cannot be in one', async () => {
  giveJsdomSizes()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const root = openWindow()
  installFakeBridge({
    'catalogue.shelf': () => aShelfDetail({ fields: { name: 'Mugs', customSlug: '' } }),
    'drafts.putShelf': () => null,
  })
  await openShelf({ connectionId: 'shop', thing: 'category', key: 7 })
  await draw(root, <ShelfField field="customSlug" placeholder="mugs-7" readOnly={false} />)
  expect(boxOf('URL slug').placeholder).toBe('mugs-7')
  await type(boxOf('URL slug'), 'two words')
  expect(document.body.textContent).toContain('Use hyphens instead.')
  await type(boxOf('URL slug'), 'two-words')
  expect(document.body.textContent).not.toContain('Use hyphens instead.')
  expect(shelfPatch(useShelfStore.getState()).patch).toEqual({ customSlug: 'two-words' })
  await act(async () => root.unmount())
})
