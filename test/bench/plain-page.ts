import type { Page } from '@playwright/test'

/** A page of text so many pixels tall, `#plain`, without anything to compute. */
export async function fillWithText(page: Page, tall: number): Promise<void> {
  await page.evaluate((height) => {
    document.body.style.margin = '0'
    document.body.innerHTML = '<div id="plain" style="height:100vh;overflow:auto"></div>'
    const plain = document.querySelector('#plain')
    const rows = Math.ceil(height / 52)
    const row = '<div style="height:52px">A product, its SKU, a price and a stock</div>'
    if (plain) plain.innerHTML = row.repeat(rows)
  }, tall)
}
