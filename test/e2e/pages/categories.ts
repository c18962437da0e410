import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './screens'

export const tree = (page: Page): Locator => page.getByRole('tree', { name: 'Categories' })
export const line = (page: Page, name: string): Locator =>
  tree(page)
    .getByRole('treeitem')
    .filter({ has: page.getByText(name, { exact: true }) })
export const categoryPage = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: `Category ${name}` })

export async function showCategories(page: Page): Promise<void> {
  await goTo(page, 'Categories')
  await expect(tree(page)).toBeVisible()
}

/** What the menu of a line offers. */
export async function chooseFor(page: Page, name: string, action: string): Promise<void> {
  await line(page, name).hover()
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

/** Names and levels of the lines from this one on that are below it. */
export async function below(page: Page, name: string): Promise<string[]> {
  const lines = await tree(page)
    .getByRole('treeitem')
    .evaluateAll((all) =>
      all
        .map((each) => ({
          top: each.getBoundingClientRect().top,
          level: Number(each.ariaLevel ?? each.getAttribute('aria-level')),
          name: each.querySelector('[data-name]')?.textContent ?? '',
        }))
        .sort((a, b) => a.top - b.top),
    )
  const at = lines.findIndex((each) => each.name === name)
  const rest = lines.slice(at + 1)
  const end = rest.findIndex(({ level }) => level <= (lines[at]?.level ?? 0))
  return rest
    .slice(0, end < 0 ? undefined : end)
    .filter(({ level }) => level === (lines[at]?.level ?? 0) + 1)
    .map((each) => each.name)
}
