import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { copyHtml, copyPicture } from '../support/clipboard'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { pngBytes } from '../support/picture-files'
import { readProduct } from '../support/stored-product'
import { startWebServer } from '../support/web-server'
import { deleteTable, description, preview, warning } from './pages/description-editor'
import { form, open, pill, tab } from './pages/product-form'

const excel =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0 cellpadding=0><tr><td class=xl65>Size</td><td>Weight</td></tr><tr><td>S</td><td x:num>120</td></tr></table></body></html>'
const clobbering =
  '<form><input name=nodeName><input name=attributes><input name=childNodes></form><img name=body><img name=querySelectorAll><p>Still here</p>'

async function describeMug(store: DemoStore, description: string): Promise<void> {
  const { id } = await readProduct(store, 'Stoneware mug')
  await store.control('POST', `/products/${id}`, { description })
}

test('a table from the clipboard stays a table, a picture left out is said, and undo takes one paste back', async ({
  app,
  page,
  store,
}) => {
  await describeMug(store, '<p>Before after</p>')
  await connect(page, store)
  await open(page, 'Stoneware mug')
  const text = description(page)
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' typed')
  await copyHtml(app, excel, 'Size\tWeight')
  await page.keyboard.press('Control+v')
  await expect(text.getByRole('cell', { name: '120' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(text.getByRole('table')).toHaveCount(0)
  await expect(text).toHaveText('Before after typed')

  const picture = '<p>One <img src="data:image/png;base64,AAAA"> two</p>'
  await copyHtml(app, picture, 'One two')
  await page.keyboard.press('Control+v')
  const leftOut = warning(page, 'A picture was left out')
  await expect(leftOut).toBeVisible()
  await expect(text).toContainText('One two')
  await tab(page, 'SEO').click()
  await expect(leftOut).toHaveCount(0)
})

test('a description whose names clobber the page opens as source, with its preview', async ({ page, store }) => {
  await describeMug(store, clobbering)
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await expect(page.getByText('a form', { exact: false })).toBeVisible()
  await expect(description(page)).toHaveValue(clobbering)
  await expect(preview(page).getByText('Still here', { exact: true })).toBeVisible()
})

test('the preview of a source runs nothing and asks nobody, until a person has its pictures loaded', async ({
  page,
  store,
}) => {
  const elsewhere = await startWebServer((_request, response) => void response.end(pngBytes()))
  const listed = await fetch(`${store.baseUrl}/products?limit=1&token=${store.secretToken}`)
  const { items } = (await listed.json()) as { items: { originalImageUrl: string }[] }
  await describeMug(
    store,
    `<section><h2>A story</h2><script>document.title = 'ran'</script><img src="x" onerror="document.title = 'ran'">
    <iframe src="${elsewhere.origin}/frame"></iframe><p style="background: url(${elsewhere.origin}/style.png)">Told twice</p>
    <img alt="Spy" src="${elsewhere.origin}/spy.png"><img alt="Ours" src="${items[0]?.originalImageUrl}"><a href="${elsewhere.origin}">More</a></section>`,
  )
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await expect(preview(page).getByRole('heading', { name: 'A story' })).toBeVisible()
  await expect(form(page).getByText('2 pictures are not on this computer yet.')).toBeVisible()
  await expect(form(page).getByText('Scripts, forms and films in it are left out here.')).toBeVisible()
  await form(page).getByRole('button', { name: 'Load them' }).click()
  await expect(form(page).getByText('1 picture could not be loaded.')).toBeVisible()
  await expect(preview(page).getByAltText('Ours')).toHaveJSProperty('complete', true)
  await expect(preview(page).getByAltText('Ours')).not.toHaveJSProperty('naturalWidth', 0)
  await preview(page).getByText('More').click()
  await expect(preview(page).getByText('Told twice')).toBeVisible()
  expect(await page.title()).toBe('Stockroom')
  expect(elsewhere.requests).toEqual([])
  await elsewhere.stop()
})

test('the preview is as high as its text, has the colours of the window, and leaves it its keys', async ({
  page,
  store,
}) => {
  await describeMug(store, '<div><p>Short</p></div>')
  await connect(page, store)
  await open(page, 'Stoneware mug')
  const box = page.locator('iframe[title="Preview: Description"]')
  const height = async () => (await box.boundingBox())?.height ?? 0
  await expect(preview(page).getByText('Short')).toBeVisible()
  await expect.poll(height).toBeLessThan(100)
  await description(page).fill(
    `<div><p>Long</p>${'<p>and longer</p>'.repeat(30)}<a href="https://shop.example">More</a></div>`,
  )
  await expect.poll(height).toBe(360)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const colour = (element: Element) => getComputedStyle(element).color
    const body = await page.locator('body').evaluate(colour)
    await expect.poll(() => preview(page).getByText('Long', { exact: true }).evaluate(colour)).toBe(body)
    expect(await axeFaults(page, 'section[aria-label="Product"]'), colorScheme).toEqual([])
  }
  await description(page).focus()
  await page.keyboard.press('Tab')
  await expect(preview(page).getByRole('link', { name: 'More' })).toBeFocused()
  await expect(pill(page, 'Unsaved changes')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(pill(page, 'In the store')).toBeVisible()
})

test('picture files that are pasted or dropped into the text get a sentence, and change nothing', async ({
  app,
  page,
  store,
}) => {
  await describeMug(store, '<p>Before</p>')
  await connect(page, store)
  await open(page, 'Stoneware mug')
  const text = description(page)
  const said = warning(page, 'not put in')
  await text.click()
  await copyPicture(app, await page.screenshot({ clip: { x: 0, y: 0, width: 20, height: 20 } }))
  await page.keyboard.press('Control+v')
  await expect(said).toHaveText(/the picture file was not put in\. Add it in the Media tab/)

  await text.evaluate((element) => {
    const carried = new DataTransfer()
    for (const name of ['one.jpg', 'two.jpg']) carried.items.add(new File(['x'], name, { type: 'image/jpeg' }))
    const { x, y } = element.getBoundingClientRect()
    const at = { clientX: x + 20, clientY: y + 20, dataTransfer: carried, bubbles: true, cancelable: true }
    for (const type of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(type, at))
  })
  await expect(said.last()).toHaveText(/the 2 picture files were not put in/)
  await expect(text).toHaveText('Before')
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await expect(page.getByRole('heading', { name: 'Stoneware mug' })).toBeVisible()
})

test('a table in the text has no serious fault for people with a screen reader', async ({ page, store }) => {
  await describeMug(store, '<p>Before</p><table><tr><th>Size</th><td>S</td></tr></table>')
  await connect(page, store)
  await open(page, 'Stoneware mug')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.getByRole('cell', { name: 'S', exact: true }).click()
    await expect(deleteTable(page)).toBeEnabled()
    expect(await axeFaults(page, 'section[aria-label="Product"]'), colorScheme).toEqual([])
  }
})

test('the text stays where it is when the cursor goes into a table, and its frame shows the focus', async ({
  app,
  page,
  store,
}) => {
  await describeMug(store, '<p>Before</p><table><tr><th>Size</th><td>S</td></tr></table>')
  await connect(page, store)
  await open(page, 'Stoneware mug')
  const text = description(page)
  const frame = text.locator('xpath=ancestor::*[contains(@class, "RichTextEditor-root")]')
  const colour = () => frame.evaluate((element) => getComputedStyle(element).borderTopColor)
  const before = await colour()
  for (const width of [800, 900, 1280, 1400, 1600]) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size, 800), width)
    await page.waitForFunction((size) => window.innerWidth === size, width)
    await text.getByText('Before').click()
    await expect(deleteTable(page)).toBeDisabled()
    const top = () => text.evaluate((element) => (element as HTMLElement).offsetTop)
    const outside = await top()
    await text.getByRole('cell', { name: 'S', exact: true }).click()
    await expect(deleteTable(page)).toBeEnabled()
    expect(await top(), `${width} pixels`).toBe(outside)
  }
  expect(await colour()).not.toBe(before)
})
