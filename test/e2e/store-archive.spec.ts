import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { savesTo } from '../support/save-dialog'
import { readProducts } from '../support/stored-product'
import { unzipped } from '../support/unzipped'
import { goTo } from './pages/screens'

// Each picture is drawn when it is asked for.
test.use({ storeArguments: ['--products', '8'] })

test('all of a store is kept in one file, with its pictures', async ({ app, page, store }, info) => {
  const file = info.outputPath('mugs.zip')
  await connect(page, store)
  await goTo(page, 'Snapshots')
  await savesTo(app, file)
  await page.getByRole('button', { name: 'Export archive…' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Export archive' })
  await dialog.getByRole('checkbox', { name: 'With pictures' }).check()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByText(/^mugs\.zip has 8 products, .* and [1-9]\d* pictures\.$/)).toBeVisible({
    timeout: 30_000,
  })
  await expect(dialog).toBeHidden()
  const files = await unzipped(file)
  const skus = (await readProducts(store)).map(({ sku }) => sku)
  const kept = JSON.parse(files.get('products.json')!.toString()) as { sku: string }[]
  expect(kept.map(({ sku }) => sku).sort()).toEqual(skus.sort())
})
