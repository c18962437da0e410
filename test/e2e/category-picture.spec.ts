import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { dropFiles } from '../support/drop-files'
import { pngBytes } from '../support/picture-files'
import { readState } from '../support/stored-product'
import { categoryPage, line, showCategories } from './pages/categories'
import { warning } from './pages/description-editor'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-categories-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Puts a picture into the folder: where it is, and its hash. */
function file(name: string, shade: number): { path: string; hash: string } {
  const bytes = pngBytes(300, 320, { shade })
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { path, hash: createHash('sha256').update(bytes).digest('hex') }
}

test('a category gets a picture by choosing, by a drop on its page and on its line, loses it and gets it back', async ({
  page,
  store,
}) => {
  const picture = async () =>
    (await readState(store)).categories.find(({ name }) => name === 'Kitchen & table')?.image?.sha256
  const [chosen, dropped, onLine] = [file('one.png', 20), file('two.png', 80), file('three.png', 140)]
  await connect(page, store)
  await showCategories(page)
  await line(page, 'Kitchen & table').click()
  const section = categoryPage(page, 'Kitchen & table')
  await expect(section.getByRole('button', { name: 'Replace' })).toBeVisible()

  const said = warning(page, 'not put in')
  await dropFiles(section.getByRole('textbox', { name: 'Description', exact: true }), [file('text.png', 200).path])
  await expect(said).toHaveText(/Drop it on the picture of the category/)
  await page.getByRole('button', { name: 'Product types' }).click()
  await expect(said).toHaveCount(0)
  await showCategories(page)

  await section.getByLabel('Picture file of the category').setInputFiles(chosen.path)
  await expect.poll(picture, { timeout: 15_000 }).toBe(chosen.hash)
  await dropFiles(section.getByText('Picture', { exact: true }).locator('..').locator('[data-over]'), [dropped.path])
  await expect.poll(picture, { timeout: 15_000 }).toBe(dropped.hash)
  await dropFiles(line(page, 'Kitchen & table'), [onLine.path])
  await expect.poll(picture, { timeout: 15_000 }).toBe(onLine.hash)

  const alt = section.getByLabel('Alt text of the picture')
  await alt.fill('A laid table')
  await alt.press('Enter')
  await expect
    .poll(async () => (await readState(store)).categories.find(({ name }) => name === 'Kitchen & table')?.['alt'])
    .toMatchObject({ main: 'A laid table' })
  expect(await axeFaults(page)).toEqual([])

  await section.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect.poll(picture, { timeout: 15_000 }).toBeUndefined()
  await expect(section.getByRole('button', { name: 'Choose a picture' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(picture, { timeout: 15_000 }).toBe(onLine.hash)
  await expect(alt).toHaveValue('A laid table')
})
