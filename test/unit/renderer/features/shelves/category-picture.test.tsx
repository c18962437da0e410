// @vitest-environment jsdom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ShelfDetail } from '../../../../../electron/shared/shelf'
import { CategoryPicture } from '../../../../../renderer/features/shelves/CategoryPicture'
import { openShelf, refreshShelf } from '../../../../../renderer/stores/shelf-store'
import { noteUploads } from '../../../../../renderer/stores/uploads-store'
import { aShelfDetail } from '../../../../support/a-shelf-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { draw, openWindow } from '../../../../support/in-the-window'
import { giveJsdomSizes } from '../../../../support/mantine-in-jsdom'

const mugs = { id: 7, parentId: 0, name: 'Mugs', enabled: true, orderBy: 0 }
let root: Root
let upload: ShelfDetail['upload']

beforeEach(() => {
  giveJsdomSizes()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  root = openWindow()
})
afterEach(() => act(() => root.unmount()))

it('a picture on its way to the store says so, and how far it is while its bytes go', async () => {
  upload = { changeId: 4, state: 'waiting' }
  installFakeBridge({
    'catalogue.shelf': () =>
      aShelfDetail({ state: 'waiting', picture: { source: 'staged:aa', alt: '', altTexts: {} }, upload }),
  })
  await openShelf({ connectionId: 'shop', thing: 'category', key: 7 })
  await draw(root, <CategoryPicture connectionId="shop" category={mugs} readOnly={false} />)
  const says = (text: string) => document.body.textContent?.includes(text)
  expect(says('Waiting to be uploaded')).toBe(true)
  upload = { changeId: 4, state: 'sending' }
  await act(() => refreshShelf())
  act(() => noteUploads('shop', [{ changeId: 4, changeSetId: 1, productId: -1, name: 'mugs.png', progress: 0.4 }]))
  expect(says('Uploading 40 %')).toBe(true)
  upload = null
  await act(() => refreshShelf())
  expect(says('Uploading')).toBe(false)
})
