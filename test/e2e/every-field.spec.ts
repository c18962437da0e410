import type { Page } from '@playwright/test'
import type { Kind } from '../../electron/shared/fields/kind'
import { isEqual } from '../../electron/shared/fields/equal'
import { sections, type SectionName } from '../../electron/shared/fields/field'
import { fieldOf, productFieldNames, type ProductField } from '../../electron/shared/fields/product-fields'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import { controlOf } from '../support/store-control'
import { comparable, readProduct, readProducts, readRequests } from '../support/stored-product'
import { open } from './pages/product-form'

const tabs: Record<(typeof sections)[SectionName]['tab'], string> = {
  general: 'General',
  prices: 'Prices',
  attributes: 'Attributes',
  options: 'Options & variations',
  shipping: 'Shipping & tax',
  seo: 'SEO',
  related: 'Related',
}

/** What this version does not know, within everything that holds more than one value. */
const madeLater = { madeLater: { deep: [1, { more: true }] } }
const planted = {
  dimensions: madeLater,
  lowestPriceSettings: madeLater,
  ribbon: madeLater,
  shipping: madeLater,
  shippingPreparationTime: madeLater,
  tax: madeLater,
  wholesalePrices: [
    { quantity: 5, price: 13, ...madeLater },
    { quantity: 20, price: 11.9, ...madeLater },
  ],
  customPriceTiers: [
    { value: 5, ...madeLater },
    { value: 10, ...madeLater },
  ],
  priceDefaultTier: 1,
  subscriptionSettings: {
    ...madeLater,
    recurringChargeSettings: [{ recurringInterval: 'MONTH', recurringIntervalCount: 1, ...madeLater }],
  },
}

const withLater = (options: unknown) =>
  (options as { choices?: object[] }[]).map((option) => ({
    ...option,
    ...madeLater,
    ...(option.choices && { choices: option.choices.map((choice) => ({ ...choice, ...madeLater })) }),
  }))

/** Others mean nothing, or something else, once these are changed. */
const last: ProductField[] = ['unlimited', 'isShippingRequired', 'productClassId']
const inTurn = [...productFieldNames.filter((name) => !last.includes(name)), ...last]

/** What is sent for a field that has another name, or more than one, in Ecwid's JSON. */
const sentAs: Partial<Record<ProductField, string[]>> = {
  quantity: ['quantityDelta'],
  customPriceTiers: ['customPriceTiers', 'priceDefaultTier'],
  relatedCategory: ['relatedProducts'],
  attributesTranslated: ['attributes'],
  // The values that go with the old type.
  productClassId: ['productClassId', 'attributes'],
}
/** What the store makes of it by itself. */
const alongside: Partial<Record<ProductField, string[]>> = { quantity: ['quantity'] }

test('each field is changed in the form, sent alone, and leaves the rest of the product as it is', async ({
  page,
  store,
}) => {
  test.setTimeout(240_000)
  const control = controlOf(store)
  const { id, options } = await readProduct(store, 'Stoneware mug')
  await control('POST', `/products/${id}`, { ...planted, options: withLater(options) })
  const stored = async () => {
    const product = (await readProducts(store)).find((each) => each.id === id)
    return new Map<string, unknown>(Object.entries(product ? comparable(product) : {}))
  }
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await page.getByRole('button', { name: /^Languages:/ }).click()
  await page.getByRole('menuitemradio', { name: /German/ }).click()

  for (const field of inTurn) {
    await test.step(field, async () => {
      const before = await stored()
      await control('DELETE', '/requests')
      await show(page, field)
      await change(page, field, fieldOf(field).kind)
      await page.keyboard.press('Control+s')
      const sent = async () => (await readRequests(store)).filter(({ method, status }) => method !== 'GET' && status)
      await expect
        .poll(async () => (await sent()).map(({ fields }) => fields), field)
        .toEqual([sentAs[field] ?? [field]])

      const after = await stored()
      const own = [...(sentAs[field] ?? [field]), `${field}Translated`, ...(alongside[field] ?? [])]
      const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
        (name) => !isEqual(before.get(name), after.get(name)),
      )
      expect(
        changed.filter((name) => !own.includes(name)),
        field,
      ).toEqual([])
      expect(countOf('madeLater', after), field).toBe(countOf('madeLater', before))
    })
  }
})

/** Opens the tab of a field, and its section. */
async function show(page: Page, field: ProductField): Promise<void> {
  const { tab, title } = sections[fieldOf(field).section]
  await page.getByRole('tab', { name: tabs[tab] }).click()
  const folded = page.getByRole('button', { name: new RegExp(`^${title.replace(/[()]/g, '\\$&')}`), expanded: false })
  if (await folded.count()) await folded.click()
}

/** Another value, typed or chosen as its owner would. */
async function change(page: Page, path: string, kind: Kind): Promise<void> {
  const box = page.locator(`[data-field="${path}"]`)
  switch (kind.name) {
    case 'text':
    case 'longText':
    case 'attributes':
      return box
        .locator('input, textarea')
        .first()
        .fill(path === 'customSlug' ? 'anew' : 'Anew')
    case 'colour':
      return box.locator('input').fill('#123456')
    case 'html':
      await box.getByRole('textbox', { name: 'Description' }).click()
      return page.keyboard.type('Anew')
    case 'flag':
      // The switch of this one stands in the header.
      return (path === 'enabled' ? page.getByRole('switch', { name: 'Enabled' }) : box.getByRole('switch')).press(
        'Space',
      )
    case 'number':
      return box.locator('input').fill('27')
    case 'choice':
    case 'productType':
    case 'category':
    case 'categories':
      await box.locator('input:not([type="hidden"])').first().click()
      return page.getByRole('option', { selected: false }).last().click()
    case 'record':
      for (const [name, part] of Object.entries(kind.parts).slice(0, 1))
        await change(page, `${path}.${name}`, part.kind)
      return
    case 'translations': {
      const texts = box.locator('[contenteditable="true"], input:not([type="radio"]), textarea').first()
      await texts.click()
      return page.keyboard.type('Anew')
    }
    case 'attributeTexts':
      // Each stands beside the value that it translates.
      return page.locator(`[data-field^="${path}."] input`).first().fill('Anew')
    case 'products':
      await box.getByRole('textbox', { name: /^Add to/ }).click()
      return page.getByRole('option').first().click()
    case 'options': {
      const next = box.getByRole('textbox', { name: /^New choice of/ }).first()
      await next.fill('Anew')
      return next.press('Enter')
    }
    case 'list': {
      await box.getByRole('button', { name: /^Add/ }).click()
      const line = (await box.locator('[data-line]').count()) - 1
      for (const [name, field] of Object.entries(kind.list?.fields ?? {})) {
        await change(page, `${path}.${line}.${name}`, field.kind)
      }
      return
    }
    default:
      throw new Error(`Nobody said how ${path} is changed.`)
  }
}

const countOf = (word: string, values: ReadonlyMap<string, unknown>): number =>
  JSON.stringify([...values]).split(word).length
