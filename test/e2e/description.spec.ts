import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'

const excel =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0 cellpadding=0><tr><td class=xl65>Size</td><td>Weight</td></tr><tr><td>S</td><td x:num>120</td></tr></table></body></html>'
const clobbering =
  '<form><input name=nodeName><input name=attributes><input name=childNodes></form><img name=body><img name=querySelectorAll><p>Still here</p>'

async function describeMug(store: DemoStore, description: string): Promise<void> {
  const { products } = (await store.control('GET', '/state')) as { products: { id: number; name: string }[] }
  const mug = products.find(({ name }) => name === 'Stoneware mug')
  await store.control('POST', `/products/${mug?.id}`, { description })
}

async function copy(app: ElectronApplication, html: string, text: string): Promise<void> {
  await app.evaluate(
    async ({ clipboard, ...electron }, copied) => {
      // Electron made its clipboard like the web's between the oldest and the newest version this runs on.
      if ('writeImage' in clipboard) await clipboard.write(copied as never)
      else {
        const parts = { 'text/html': new Blob([copied.html]), 'text/plain': new Blob([copied.text]) }
        await (clipboard as Electron.Clipboard).write([new electron.ClipboardItem(parts)])
      }
    },
    { html, text },
  )
}

test('a table from the clipboard stays a table, a picture left out is said, and undo takes one paste back', async ({
  app,
  page,
  store,
}) => {
  await describeMug(store, '<p>Before after</p>')
  await connect(page, store)
  await page.getByText('Stoneware mug', { exact: true }).first().click()
  const description = page.getByRole('textbox', { name: 'Description' })
  await description.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' typed')
  await copy(app, excel, 'Size\tWeight')
  await page.keyboard.press('Control+v')
  await expect(description.getByRole('cell', { name: '120' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(description.getByRole('table')).toHaveCount(0)
  await expect(description).toHaveText('Before after typed')

  const picture = '<p>One <img src="data:image/png;base64,AAAA"> two</p>'
  await copy(app, picture, 'One two')
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('alert').filter({ hasText: 'A picture was left out' })).toBeVisible()
  await expect(description).toContainText('One two')
})

test('a description whose names clobber the page opens as source, with its preview', async ({ page, store }) => {
  await describeMug(store, clobbering)
  await connect(page, store)
  await page.getByText('Stoneware mug', { exact: true }).first().click()
  await expect(page.getByText('a form', { exact: false })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue(clobbering)
  await expect(page.getByText('Still here', { exact: true })).toBeVisible()
})
