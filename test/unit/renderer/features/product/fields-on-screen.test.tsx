// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act, type ReactNode } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { sections } from '../../../../../electron/shared/fields/field'
import {
  fieldOf,
  newProductFields,
  productFieldNames,
  type ProductFields,
} from '../../../../../electron/shared/fields/product-fields'
import { ShownLanguageContext } from '../../../../../renderer/components/controls/languages/shown-language'
import { FormStateContext } from '../../../../../renderer/features/product/form-state'
import { problemsNow } from '../../../../../renderer/features/product/form-problems'
import { AttributesTab } from '../../../../../renderer/features/product/tabs/AttributesTab'
import { GeneralTab } from '../../../../../renderer/features/product/tabs/GeneralTab'
import { OptionsTab } from '../../../../../renderer/features/product/tabs/OptionsTab'
import { PricesTab } from '../../../../../renderer/features/product/tabs/PricesTab'
import { RelatedTab } from '../../../../../renderer/features/product/tabs/RelatedTab'
import { SeoTab } from '../../../../../renderer/features/product/tabs/SeoTab'
import { ShippingTab } from '../../../../../renderer/features/product/tabs/ShippingTab'
import { openProduct, setProductField, setUnparsed } from '../../../../../renderer/stores/product-store'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'
import { euros } from '../../../../support/store-in-euros'

const root = reactRoot()

beforeEach(() => {
  installFakeBridge({ 'drafts.get': () => null, 'drafts.remove': () => undefined as never })
})

const attributes = [{ id: 5, name: 'Brand', type: 'BRAND', show: 'DESCR' }]
const form = {
  connectionId: 'a',
  profile: { ...euros, languages: ['en', 'de', 'fr'] },
  categories: [],
  productTypes: [{ id: 0, name: '', attributes }],
  readOnly: false,
}

const tabs: Record<(typeof sections)[keyof typeof sections]['tab'], ReactNode> = {
  general: <GeneralTab />,
  prices: <PricesTab />,
  attributes: <AttributesTab />,
  options: <OptionsTab />,
  shipping: <ShippingTab />,
  seo: <SeoTab />,
  related: <RelatedTab />,
}

const show = (content: ReactNode, language: string | null = null) =>
  act(() =>
    root.render(
      <MantineProvider env="test">
        <ShownLanguageContext value={language}>
          <FormStateContext value={form}>{content}</FormStateContext>
        </ShownLanguageContext>
      </MantineProvider>,
    ),
  )

const unfold = () =>
  act(() => document.querySelectorAll<HTMLElement>('button[aria-expanded="false"]').forEach((each) => each.click()))

/** The innermost boxes that say it. */
const placesOf = (sentence: string) =>
  [...document.querySelectorAll('[data-field]')]
    .filter(({ textContent }) => textContent?.includes(sentence))
    .map((each) => each.getAttribute('data-field'))

describe('the form', () => {
  it.each<[string, Partial<ProductFields['shipping']>, string]>([
    ['shipping.flatRate', { type: 'FLAT_RATE', flatRate: -5 }, 'The flat rate cannot be below zero.'],
    // Its box is there as long as something is wrong with it.
    ['shipping.flatRate', { type: 'FREE_SHIPPING', flatRate: -5 }, 'The flat rate cannot be below zero.'],
    ['shipping.enabledMethods', { type: 'SELECTED_METHODS' }, 'Choose at least one shipping method'],
  ])('tells what is wrong with %s at its own box', async (path, wrong, sentence) => {
    await act(() => openProduct('a', 'new'))
    show(<ShippingTab />)
    expect(placesOf(sentence)).toEqual([])
    act(() => setProductField('shipping', { ...newProductFields.shipping, ...wrong }))
    expect(placesOf(sentence)).toEqual(['shipping', path])
    expect(problemsNow().map((problem) => problem.path)).toEqual([path])
  })

  it('keeps the box of what is wrong, also where another field makes it mean nothing', async () => {
    await act(() => openProduct('a', 'new'))
    act(() => setProductField('unlimited', false))
    act(() => setUnparsed('quantity', 'abc'))
    act(() => setProductField('unlimited', true))
    act(() => setUnparsed('dimensions.width', 'wide'))
    act(() => setProductField('shipping', { ...newProductFields.shipping, type: 'FLAT_RATE', flatRate: -5 }))
    act(() => setProductField('isShippingRequired', false))
    const has = (path: string) => document.querySelector(`[data-field="${path}"] input`) !== null
    show(<GeneralTab />)
    expect([has('quantity'), has('warningLimit')]).toEqual([true, false])
    show(<ShippingTab />)
    expect([has('dimensions.width'), has('shipping.flatRate')]).toEqual([true, true])
    act(() => setUnparsed('dimensions.width', null))
    act(() => setProductField('shipping', newProductFields.shipping))
    expect([has('dimensions.width'), has('shipping.type')]).toEqual([false, false])
  })

  it('leaves out what means nothing beside the other parts', async () => {
    await act(() => openProduct('a', 'new'))
    show(<ShippingTab />)
    const parts = () =>
      [...document.querySelectorAll('[data-field^="shipping."], [data-field^="tax."]')].map((each) =>
        each.getAttribute('data-field'),
      )
    expect(parts()).toEqual([
      'shipping.type',
      'shipping.methodMarkup',
      'tax.taxable',
      'tax.enabledManualTaxes',
      'tax.taxClassCode',
    ])
    act(() => setProductField('shipping', { ...newProductFields.shipping, type: 'FLAT_RATE' }))
    act(() => setProductField('tax', { ...newProductFields.tax, taxable: false }))
    expect(parts()).toEqual(['shipping.type', 'shipping.flatRate', 'tax.taxable', 'tax.taxClassCode'])
  })

  it('has each field once, in the tab that its entry names', async () => {
    await act(() => openProduct('a', 'new'))
    act(() => setProductField('unlimited', false))
    act(() => setProductField('attributes', { 5: 'Clay' }))
    for (const [tab, content] of Object.entries(tabs)) {
      show(content, 'de')
      unfold()
      const expected = productFieldNames.filter((name) => sections[fieldOf(name).section].tab === tab)
      const places = [...document.querySelectorAll('[data-field]')].map((each) => each.getAttribute('data-field') ?? '')
      const shown = [...new Set(places.map((path) => path.split('.')[0] ?? ''))]
      expect(shown.toSorted()).toEqual(expected.toSorted())
      expect(places).toHaveLength(new Set(places).size)
    }
  })

  it('shows the texts of another language where one is asked for, and nothing of them elsewhere', async () => {
    await act(() => openProduct('a', 'new'))
    const twins = () => [...document.querySelectorAll('[data-field*="Translated"]')]
    show(<SeoTab />)
    expect(twins()).toEqual([])
    show(<SeoTab />, 'fr')
    const boxes = twins().flatMap((each) => [...each.querySelectorAll('input, textarea:not([aria-hidden])')])
    const labels = [...document.querySelectorAll('label')].map(({ textContent }) => textContent)
    expect(labels).toEqual(expect.arrayContaining(['Page title in French', 'Meta description in French']))
    expect(new Set(boxes.map((box) => box.getAttribute('placeholder')))).toEqual(new Set(['As in English']))
  })
})
