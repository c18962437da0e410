import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import { form, nameField } from './pages/product-form'

test('the head of a product with unsaved changes is whole in windows of every size, whatever its name', async ({
  app,
  page,
  store,
}) => {
  await connect(page, store)
  await page.getByText('Stoneware mug').first().click()
  const head = form(page).locator('header')
  await nameField(page).fill('Stoneware mug with a long name '.repeat(6))
  await expect(head.getByRole('button', { name: 'Discard' })).toBeVisible()
  for (const width of [1280, 1100, 900, 720]) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size, 800), width)
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width)
    await expect.poll(() => head.evaluate(cutOff), `${width} px`).toEqual([])
  }
})

/** What of an element stands beyond its edges, or has no room for its own text but an ellipsis. */
function cutOff(element: HTMLElement): string[] {
  const { left, right } = element.getBoundingClientRect()
  const beyond = [...element.querySelectorAll('button, output, h2')].filter((part) => {
    const box = part.getBoundingClientRect()
    return box.width > 0 && (box.left < left || box.right > Math.min(right, window.innerWidth) + 0.5)
  })
  const short = [...element.querySelectorAll('output span')].filter((part) => part.scrollWidth > part.clientWidth + 1)
  return [...beyond, ...short].map((part) => part.textContent || part.getAttribute('aria-label') || part.tagName)
}
