import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import { dropFiles } from '../support/drop-files'
import { onTheWeb } from '../support/on-the-web'
import { pngBytes } from '../support/picture-files'
import { cards, dropPlace, handle, openMedia, selectedBar } from './pages/media-tab'
import { search } from './pages/product-list'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-menu-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const name = 'A mug with a menu'

test('the right button opens what can be done with a picture, and with all that are selected', async ({
  page,
  store,
}) => {
  await onTheWeb(store, 'POST', '/products', JSON.stringify({ name, price: 1 }))
  await connect(page, store)
  await search(page).fill(name)
  await openMedia(page, name)
  const paths = [3, 4, 5, 6].map((width) => join(folder, `${width}.png`))
  paths.forEach((path, at) => writeFileSync(path, pngBytes(at + 3, 4)))
  await dropFiles(dropPlace(page), paths)
  await expect(cards(page)).toHaveCount(4)

  await handle(page, /^Picture 2 of/).click({ button: 'right' })
  const one = page.getByRole('menu', { name: 'Actions for picture 2' })
  await expect(one.getByRole('menuitem', { name: 'View larger' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(one).toHaveCount(0)
  await expect(selectedBar(page)).toContainText('1 picture selected')

  await page.getByRole('checkbox', { name: 'Select picture 3' }).click()
  await handle(page, /^Picture 3 of/).click({ button: 'right' })
  const both = page.getByRole('menu', { name: 'Actions for 2 pictures' })
  await both.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(cards(page)).toHaveCount(2)
  await expect(both).toHaveCount(0)
  await expect(handle(page, /^Picture 2 of/)).toBeFocused()
})
