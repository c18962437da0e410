import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { dropFiles } from '../support/drop-files'
import { keptPrice } from '../support/kept-draft'
import { pngBytes } from '../support/picture-files'
import { readProduct, readProducts } from '../support/stored-product'
import { field, nameField, open, pill, save, tab } from './pages/product-form'

async function addressOfPicture(store: DemoStore, productId: number): Promise<string> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const answer = await fetch(`${store.baseUrl}/products/${productId}`, { headers })
  return ((await answer.json()) as { imageUrl: string }).imageUrl
}

test('a name alone makes a product, and Ecwid gives it a SKU', async ({ app, page, store }) => {
  await connect(page, store)
  await page.getByRole('button', { name: /New product/ }).click()
  await nameField(page).fill('Salt pig')
  await page.keyboard.press('Control+s')

  await expect(pill(page, 'In the store')).toBeVisible()
  const made = await readProduct(store, 'Salt pig')
  expect(made.sku).not.toBe('')
  await expect(page.getByText(`SKU ${made.sku}`)).toBeVisible()
  await page.getByRole('button', { name: `Copy the product ID ${made.id}` }).click()
  await expect(page.getByText('Copied', { exact: true }).first()).toBeVisible()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(String(made.id))
})

test('a product is made by keyboard alone, and the keys go on in the form and in the list', async ({ page, store }) => {
  await connect(page, store)
  const grid = page.getByRole('grid', { name: 'Products' })
  await grid.focus()
  await page.keyboard.press('n')
  await expect(nameField(page)).toBeFocused()
  await page.keyboard.type('Salt pig')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Salt pig' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'General' })).toBeFocused()
  await page.getByRole('textbox', { name: /^Subtitle/ }).focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tab', { name: 'General' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Salt pig' })).toHaveCount(0)
  await expect(grid).toBeFocused()
})

test('a new product goes on with its pictures', async ({ page, store }) => {
  await connect(page, store)
  await page.getByRole('button', { name: /New product/ }).click()
  await page.getByRole('tab', { name: 'Media' }).click()
  const create = page.getByRole('button', { name: 'Create and add pictures' })
  await create.click()
  await expect(page.getByText('Give the product a name.')).toBeVisible()
  await nameField(page).fill('Salt pig')
  await page.getByRole('tab', { name: 'Media' }).click()
  await create.click()
  await expect(page.getByRole('heading', { name: 'Salt pig' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Media', selected: true })).toBeVisible()
  await expect(pill(page, 'In the store')).toBeVisible()
  await expect(create).toHaveCount(0)
})

test('pictures dropped on a product that does not exist yet arrive with it', async ({ page, store }) => {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-new-product-'))
  try {
    const file = join(folder, 'salt-pig.png')
    writeFileSync(file, pngBytes())
    await connect(page, store)
    await page.getByRole('button', { name: /New product/ }).click()
    await nameField(page).fill('Salt pig')
    await page.getByRole('tab', { name: 'Media' }).click()
    await dropFiles(page.getByText('Drop pictures here'), [file])
    await expect(page.getByRole('heading', { name: 'Salt pig' })).toBeVisible()
    await expect(page.locator('[data-picture]')).toHaveCount(1)
    await expect(pill(page, 'In the store')).toBeVisible()
    const { media } = await readProduct(store, 'Salt pig')
    expect(media).toMatchObject({ images: [{}] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('price, stock and category arrive in the store, and nothing else changes', async ({ page, store }) => {
  const before = await readProduct(store, 'Stoneware mug')
  // Fields that this app knows nothing of must come through a save.
  await store.control('POST', `/products/${before.id}`, { externalReferenceId: 'ERP-77', customsHsTariffCode: '6912' })
  await connect(page, store)
  await open(page, 'Stoneware mug')

  await field(page, 'Price').fill('17,9')
  await field(page, 'In stock').fill('44')
  await page.getByLabel('Add a category').fill('lamps')
  await page.getByRole('option').first().click()
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()

  const after = await readProduct(store, 'Stoneware mug')
  expect(after).toMatchObject({ price: 17.9, quantity: 44, externalReferenceId: 'ERP-77', customsHsTariffCode: '6912' })
  const had = before.categoryIds as number[]
  expect(after.categoryIds).toHaveLength(had.length + 1)
  expect(after.categoryIds).toEqual(expect.arrayContaining(had))
  for (const part of ['options', 'combinations', 'wholesalePrices', 'attributes', 'media', 'description', 'tax']) {
    expect(after[part], part).toEqual(before[part])
  }
})

test('a category that is missing is made where it is looked for, and is in the store before the product in it', async ({
  page,
  store,
}) => {
  const before = (await readProduct(store, 'Stoneware mug')).categoryIds as number[]
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await page.getByLabel('Add a category').fill('Picnic')
  await page.getByRole('option', { name: 'Create “Picnic”' }).click()
  await expect(page.getByRole('button', { name: 'Remove Picnic' })).toBeVisible()
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove Picnic' })).toBeVisible()

  const { categoryIds } = await readProduct(store, 'Stoneware mug')
  const [made] = (categoryIds as number[]).filter((id) => !before.includes(id))
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const category = await fetch(`${store.baseUrl}/categories/${made}`, { headers })
  expect(await category.json()).toMatchObject({ name: 'Picnic', enabled: true })
})

test('numbers are read as the store writes them, and what reads two ways is asked about', async ({ page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await field(page, 'In stock').fill('1.000')
  await field(page, 'Low stock at').fill('١٬٢٠٠')
  await field(page, 'Price').fill('１２，５０')
  await field(page, 'Weight').fill('1.500')

  const choice = page.getByRole('group', { name: 'Weight: the number you mean' })
  await expect(page.getByText('1500 or 1,5? Choose what you mean.')).toBeVisible()
  await save(page)
  await expect(field(page, 'Weight')).toBeFocused()
  await expect(field(page, 'Weight')).toHaveValue('1.500')
  expect((await readProduct(store, 'Stoneware mug')).price).toBe(14.5)

  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(choice.getByRole('button', { name: '1,5', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(choice).toBeHidden()
  await expect(field(page, 'Weight')).toHaveValue('1,5')
  await field(page, 'Cost price').fill('12,345')
  await expect(page.getByText('EUR has 2 decimals. Write the amount with no more.')).toBeVisible()
  await field(page, 'Cost price').fill('12,34')
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  const saved = { price: 12.5, quantity: 1000, warningLimit: 1200, weight: 1.5, costPrice: 12.34 }
  expect(await readProduct(store, 'Stoneware mug')).toMatchObject(saved)
})

test('a description is not changed by a byte while other fields are saved', async ({ page, store }) => {
  const odd =
    '<P>Two  spaces,<br/>an <b>old</b> tag&nbsp;and\r\n a <A HREF="https://example.com">link</A></P>\n<!-- end -->\n'
  const plain = '<ul>\n  <li>One</li>\n  <li><b>Two</b></li>\n</ul>\n'
  const mug = await readProduct(store, 'Stoneware mug')
  for (const description of [odd, plain]) {
    await store.control('POST', `/products/${mug.id}`, { description })
  }
  await connect(page, store)
  await open(page, 'Stoneware mug')
  // Into the editor and out again, as a reader would.
  await page.getByRole('textbox', { name: 'Description' }).click()
  await page.getByText('Source', { exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue(plain)
  await page.getByText('Text', { exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
  await field(page, 'Price').fill('15')
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  expect((await readProduct(store, 'Stoneware mug')).description).toBe(plain)

  await store.control('POST', `/products/${mug.id}`, { description: odd })
  await page.getByRole('button', { name: 'Bring in news from the store now' }).click()
  await expect(page.getByText('it is edited as source', { exact: false })).toBeVisible()
  await field(page, 'Price').fill('16')
  await save(page)
  await expect.poll(async () => (await readProduct(store, 'Stoneware mug')).price).toBe(16)
  expect((await readProduct(store, 'Stoneware mug')).description).toBe(odd)
})

test('an edit of the description is saved as clean HTML, with its pictures', async ({ page, store }) => {
  const mug = await readProduct(store, 'Stoneware mug')
  const picture = `<p><img src="${await addressOfPicture(store, mug.id)}" alt="A mug" width="120"></p>`
  await store.control('POST', `/products/${mug.id}`, {
    description: `<p>Hand <b>thrown</b>.</p>${picture}<ul><li>Safe</li></ul>`,
  })
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await page.getByRole('textbox', { name: 'Description' }).click()
  const shown = page.getByRole('textbox', { name: 'Description' }).getByRole('img', { name: 'A mug' })
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('New: ')
  await expect(pill(page, 'Unsaved changes')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(pill(page, 'In the store')).toBeVisible()
  expect((await readProduct(store, 'Stoneware mug')).description).toBe(
    `<p>New: Hand <strong>thrown</strong>.</p>${picture}<ul><li>Safe</li></ul>`,
  )
})

test('what is typed survives a power cut, also half a number', async ({ page, store, relaunch }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await nameField(page).fill('Stoneware mug, large')
  await field(page, 'Price').fill('12,')
  await expect(page.getByText('Enter the price as a number')).toBeVisible()
  await expect.poll(() => keptPrice(page, 'MUG-01')).toBe('12,')

  const again = await relaunch({ kill: true })
  await again.getByText('Stoneware mug').first().click()
  await expect(again.getByText('Unsaved changes restored')).toBeVisible()
  await expect(again.getByRole('textbox', { name: /^Name/ })).toHaveValue('Stoneware mug, large')
  await expect(field(again, 'Price')).toHaveValue('12,')

  await again.getByRole('button', { name: 'Discard them' }).click()
  await expect(again.getByRole('textbox', { name: /^Name/ })).toHaveValue('Stoneware mug')
  await expect(again.getByText('Unsaved changes restored')).toBeHidden()
})

test('a save without a network waits and says so, and goes out when the store is back', async ({ page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await store.stop()
  await field(page, 'Price').fill('18')
  await save(page)
  await expect(pill(page, 'Waiting to be sent')).toBeVisible()
  await expect(page.getByRole('row', { name: /Stoneware mug/ })).toContainText('€18,00')
  await store.start()
  await page.getByRole('button', { name: 'Bring in news from the store now' }).click()
  await expect(pill(page, 'In the store')).toBeVisible({ timeout: 40_000 })
  expect((await readProduct(store, 'Stoneware mug')).price).toBe(18)
})

test('errors are counted on the tabs, and F8 goes through them', async ({ page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await nameField(page).fill('')
  await field(page, 'Price').fill('cheap')
  await page.getByRole('tab', { name: /SEO/ }).click()
  await field(page, 'URL slug').fill('two words')
  await expect(page.getByRole('tab', { name: 'General 2 errors' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'SEO 1 error' })).toBeVisible()

  await page.keyboard.press('F8')
  await expect(nameField(page)).toBeFocused()
  await page.keyboard.press('F8')
  await expect(field(page, 'Price')).toBeFocused()
  await page.keyboard.press('F8')
  await expect(field(page, 'URL slug')).toBeFocused()

  await page.keyboard.press('Control+s')
  await expect(nameField(page)).toBeFocused()
  await expect(page.getByText('Give the product a name.')).toBeVisible()

  await nameField(page).fill('\u200b\u200b')
  await expect(page.getByText('Give the product a name.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No name' })).toBeVisible()
  expect((await readProduct(store, 'Stoneware mug')).price).toBe(14.5)
})

test('an SKU that is taken shows its owner, and the refusal of the store stands at the field', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  const other = (await readProducts(store)).find(({ name }) => name !== 'Stoneware mug')
  await field(page, 'SKU').fill(other?.sku ?? '')
  await expect(page.getByText(`${other?.name} has this SKU`)).toBeVisible()
  await save(page)
  await expect(page.getByText('The store refused this')).toBeVisible()
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(field(page, 'SKU')).toHaveValue('MUG-01')
  await expect(pill(page, 'In the store')).toBeVisible()
})

test('a copy is made with its options, and a deleted product comes back', async ({ page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(page.getByRole('heading', { name: 'Stoneware mug (copy)' })).toBeVisible()
  await expect(pill(page, 'In the store')).toBeVisible({ timeout: 30_000 })
  const [original, copy] = [await readProduct(store, 'Stoneware mug'), await readProduct(store, 'Stoneware mug (copy)')]
  expect(copy.sku).not.toBe(original.sku)
  expect((copy.options as unknown[]).length).toBe((original.options as unknown[]).length)

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'Stoneware mug (copy)' })).toBeVisible()
  await expect(pill(page, 'In the store')).toBeVisible({ timeout: 30_000 })
  await expect.poll(async () => (await readProducts(store)).map(({ name }) => name)).toContain('Stoneware mug (copy)')
})

test('with a public key the form shows and does not change', async ({ page, store }) => {
  await connect(page, store, 'public')
  await open(page, 'Stoneware mug')
  await expect(page.getByText('Read-only', { exact: true })).toBeVisible()
  await expect(field(page, 'Price')).toHaveAttribute('readonly', '')
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
})

test('a change made in the store meanwhile is told, and what was typed stays', async ({ page, store }) => {
  const mug = await readProduct(store, 'Stoneware mug')
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await field(page, 'Price').fill('17')
  await store.control('POST', `/products/${mug.id}`, { price: 21, subtitle: 'Back in stock' })
  await page.getByRole('button', { name: 'Bring in news from the store now' }).click()
  await expect(page.getByText('Changed in the store meanwhile: €21,00')).toBeVisible()
  await expect(field(page, 'Price')).toHaveValue('17,00')
  await expect(field(page, 'Subtitle')).toHaveValue('Back in stock')
})

test('when both sides changed a price, the person decides at the field', async ({ page, store }) => {
  const mug = await readProduct(store, 'Stoneware mug')
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await store.control('POST', `/products/${mug.id}`, { price: 21 })
  await field(page, 'Price').fill('17')
  await save(page)
  await expect(pill(page, 'Conflict')).toBeVisible()
  await expect(page.getByText('It was changed in the store too: €21,00.')).toBeVisible()
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(pill(page, 'In the store')).toBeVisible()
  expect((await readProduct(store, 'Stoneware mug')).price).toBe(17)
})

test('no tab of the form has a serious fault for people with a screen reader', async ({ page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
  await field(page, 'Price').fill('cheap')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await expect(page.getByRole('tabpanel')).toBeVisible()
      expect(await seriousFaults(page), `${colorScheme}, ${await tab.textContent()}`).toEqual([])
    }
  }
})

/** axe-core, which is in the page already, asked about the product alone. */
function seriousFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run('section[aria-label="Product"]')
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

test('length, width and height stand side by side', async ({ page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await tab(page, /Shipping/).click()
  const boxes = await Promise.all(['Length', 'Width', 'Height'].map((label) => field(page, label).boundingBox()))
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1)
})
