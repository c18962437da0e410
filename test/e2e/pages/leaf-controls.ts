import { expect, type Locator, type Page } from '@playwright/test'
import type { Kind } from '../../../electron/shared/fields/kind'
import type { Leaf } from '../../support/editable-leaves'
import { sections, type SectionName } from '../../../electron/shared/fields/field'
import { fieldOf, type ProductField } from '../../../electron/shared/fields/product-fields'
import { tab } from './product-form'

const tabs: Record<(typeof sections)[SectionName]['tab'], string> = {
  general: 'General',
  prices: 'Prices',
  attributes: 'Attributes',
  options: 'Options & variations',
  shipping: 'Shipping & tax',
  seo: 'SEO',
  related: 'Related',
}

/** Opens the tab of a field, and its section. */
export async function show(page: Page, field: ProductField): Promise<void> {
  const { tab: place, title } = sections[fieldOf(field).section]
  await tab(page, tabs[place]).click()
  const folded = page.getByRole('button', { name: new RegExp(`^${title.replace(/[()]/g, '\\$&')}`), expanded: false })
  await expect(page.getByRole('tabpanel').locator('[data-field]').first()).toBeVisible()
  if (await folded.count()) await folded.click()
}

type Give = (page: Page, box: Locator, before: unknown) => Promise<unknown>

const pick = async (page: Page, box: Locator, label: string | RegExp): Promise<void> => {
  await box.locator('input:not([type="hidden"])').first().click()
  await page.getByRole('option', { name: label }).click()
}
const fill =
  (text: string, value: unknown): Give =>
  async (_, box) => {
    await box.locator('input, textarea').first().fill(text)
    return value
  }
const press =
  (named: (page: Page) => Locator): Give =>
  async (page, _, before) => {
    await named(page).press('Space')
    return before !== true
  }

/** The option whose settings are edited. */
const card = (page: Page): Locator => page.locator('[data-option]').nth(3)
const withNext = (before: unknown, next: unknown): unknown[] => [...(before as unknown[]), next]

/** What is not given as its kind is. */
const special: Readonly<Record<string, Give>> = {
  customSlug: fill('anew', 'anew'),
  // The switch of this one stands in the header.
  enabled: press((page) => page.getByRole('switch', { name: 'Enabled' })),
  async categoryIds(page, box, before) {
    await box.getByRole('textbox', { name: 'Add a category' }).fill('Lamps')
    await page.getByRole('option', { name: /Lamps/ }).click()
    return withNext(before, 200000060)
  },
  async defaultCategoryId(page, box) {
    await pick(page, box, /Mugs & cups/)
    return 200000020
  },
  async 'relatedCategory.categoryId'(page, box) {
    await pick(page, box, /Candles/)
    return 200000070
  },
  async productClassId(page, box) {
    await pick(page, box, 'Textiles')
    return 500000002
  },
  async relatedProducts(page, box, before) {
    await box.getByRole('textbox', { name: /^Add to/ }).fill('carafe')
    await page.getByRole('option', { name: /Water carafe/ }).click()
    return withNext(before, 700000110)
  },
  async 'shipping.type'(page, box) {
    await pick(page, box, 'A flat rate per item')
    return 'FLAT_RATE'
  },
  async 'shipping.enabledMethods'(_, box, before) {
    await box.getByRole('checkbox', { name: 'Pickup at the quay' }).press('Space')
    return withNext(before, 'pickup')
  },
  async 'shipping.disabledMethods'(_, box) {
    await box.getByRole('checkbox', { name: 'Pickup at the quay' }).press('Space')
    return []
  },
  async 'tax.enabledManualTaxes'(_, box) {
    await box.getByRole('checkbox', { name: /VAT/ }).press('Space')
    return []
  },
  async 'options.3.type'(page) {
    await card(page).getByRole('combobox', { name: 'How option 4 is shown' }).click()
    await page.getByRole('option', { name: 'Radio buttons' }).click()
    return 'RADIO'
  },
  'options.3.required': press((page) => card(page).getByRole('checkbox', { name: 'Required' })),
  'options.3.useImageAsSwatchSelector': press((page) =>
    card(page).getByRole('checkbox', { name: 'Show product pictures as swatches' }),
  ),
  async 'options.3.defaultChoice'(page) {
    await card(page).getByRole('combobox', { name: 'Chosen first' }).click()
    await page.getByRole('option', { name: 'None' }).click()
    return null
  },
  // The box of a price change takes both.
  'options.3.choices.0.priceModifierType': async (page) => {
    await page.locator('[data-field="options.3.choices.0.priceModifier"] input').fill('27 %')
    return 'PERCENT'
  },
  'options.3.choices': async (page, _, before) => {
    const next = card(page).getByRole('textbox', { name: /^New choice of/ })
    await next.fill('More')
    await next.press('Enter')
    const choice = { text: 'More', textTranslated: { en: 'More' }, priceModifier: 0, priceModifierType: 'ABSOLUTE' }
    return withNext(before, choice)
  },
  'options.3.choices.0.hexCodes': async (page) => {
    await card(page)
      .getByRole('textbox', { name: /^Colour of/ })
      .first()
      .fill('#123456')
    return ['#123456']
  },
  async 'options.3.choices.0.picture'(page, box) {
    await box.getByRole('button', { name: /^Picture of/ }).click()
    await page.getByRole('option').nth(2).click()
    return '5000000154'
  },
}

/** Gives a control another value as its owner would; answers the value. `before`: what the store has. */
export async function give(
  page: Page,
  box: Locator,
  { path, kind }: Pick<Leaf, 'path' | 'kind'>,
  before: unknown,
): Promise<unknown> {
  const own = special[path]
  if (own) return own(page, box, before)
  switch (kind.name) {
    case 'text':
    case 'longText':
    case 'attributes':
    case 'attributeTexts':
      return fill('Anew', 'Anew')(page, box, before)
    case 'number':
      return fill('27', 27)(page, box, before)
    case 'colour':
      return fill('#123456', '#123456')(page, box, before)
    case 'html':
      await box.getByRole('textbox', { name: /^Description/ }).click()
      await page.keyboard.press('Control+a')
      await page.keyboard.type('Anew')
      return '<p>Anew</p>'
    case 'flag':
      return press(() => box.getByRole('switch'))(page, box, before)
    case 'choice': {
      const [value, label] = Object.entries(kind.choices).findLast(([one]) => one !== before) ?? []
      await pick(page, box, label ?? '')
      return value
    }
    case 'attributeShows':
      await box.getByRole('button').click()
      await page.getByRole('menuitem', { name: 'To nobody' }).click()
      return 'NOTSHOW'
    case 'list':
      return withNext(before, await anotherLine(page, box, path, kind))
    default:
      throw new Error(`Nobody said how ${path} is changed.`)
  }
}

/** Adds a line to a list; answers its entry. A switch in it stays as it is. */
async function anotherLine(page: Page, box: Locator, path: string, { list }: Kind): Promise<object> {
  const line = await box.locator('[data-line]').count()
  await box.getByRole('button', { name: /^Add/ }).click()
  await expect(box.locator('[data-line]')).toHaveCount(line + 1)
  const entry: Record<string, unknown> = {}
  for (const [name, { kind, empty }] of Object.entries(list?.fields ?? {})) {
    const at = `${path}.${line}.${name}`
    const control = box.locator(`[data-field="${at}"]`)
    if (kind.name === 'number') {
      // The last tier, and none above the price.
      const value = name === 'quantity' ? 28 : 26
      entry[name] = await fill(String(value), value)(page, control, empty)
    } else if (kind.name !== 'flag') entry[name] = await give(page, control, { path: at, kind }, empty)
  }
  return entry
}

/** All columns of the table of variations beside each other; those of attributes, such as `attribute`, come with the product types. */
export async function showAllColumns(page: Page, attribute: string): Promise<void> {
  await page.getByRole('button', { name: 'Columns' }).click()
  const menu = page.getByRole('dialog', { name: 'Columns' })
  await expect(menu.getByRole('checkbox', { name: attribute, exact: true })).toBeVisible()
  for (const box of await menu.getByRole('checkbox').all()) await box.check()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
}
