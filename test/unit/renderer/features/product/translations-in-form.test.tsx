// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { newProductFields, type ProductFields } from '../../../../../electron/shared/fields/product-fields'
import { ProductPane } from '../../../../../renderer/features/product/ProductPane'
import { isEdited, valuesOf } from '../../../../../renderer/stores/product-edits'
import { openedProduct, undoEdit } from '../../../../../renderer/stores/product-store'
import { useStoreStore } from '../../../../../renderer/stores/store-store'
import { showLanguage, showProduct, useViewStore } from '../../../../../renderer/stores/view-store'
import { aSnapshot } from '../../../../support/a-snapshot'
import { aProductDetail } from '../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'
import { euros } from '../../../../support/store-in-euros'

const root = reactRoot()

const mug: ProductFields = {
  ...newProductFields,
  name: 'Mug',
  description: '<p>Of clay</p>',
  nameTranslated: { de: 'Becher', fr: 'Tasse' },
  descriptionTranslated: { de: '<p>Aus Ton</p>', fr: '<p>En argile</p>' },
  attributes: { 5: 'Matte', 6: '4006381333931' },
  attributesTranslated: { '5.fr': 'Mat' },
}

const attributes = [
  { id: 5, name: 'Glaze', type: 'CUSTOM', show: 'DESCR' },
  { id: 6, name: 'UPC', type: 'UPC', show: 'DESCR' },
]

beforeEach(async () => {
  installFakeBridge({
    'catalogue.product': () => aProductDetail({ fields: mug }),
    'catalogue.owner': () => null,
    'drafts.put': () => null,
    'drafts.remove': () => null,
  })
  useStoreStore.setState({
    snapshot: aSnapshot({
      profile: { ...euros, languages: ['en', 'de', 'fr'] },
      productTypes: [{ id: 0, name: 'General', attributes }],
    }),
  })
  useViewStore.setState({ connectionId: 'a' })
  showLanguage('de')
  showProduct(1, 'general')
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <ProductPane media={() => null} history={() => null} />
      </MantineProvider>,
    ),
  )
})

const boxOf = (path: string) =>
  document.querySelector<HTMLInputElement>(`[data-field="${path}"] :is(input:not([type="radio"]), [role="textbox"])`)!
const type = (path: string, text: string) =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(boxOf(path), text)
    boxOf(path).dispatchEvent(new Event('input', { bubbles: true }))
  })
const names = () => valuesOf(openedProduct()!.edits).nameTranslated

it('the editor of a description undoes nothing of another language', async () => {
  await act(async () => showLanguage('fr'))
  const undo = document.querySelector<HTMLElement>('[data-field="descriptionTranslated"] [aria-label="Undo"]')!
  await act(async () => undo.click())
  expect(boxOf('descriptionTranslated').textContent).toBe('En argile')
  expect(isEdited(openedProduct()!.edits)).toBe(false)
})

it('what is typed into a translation is one step of undo, language by language', async () => {
  for (const text of ['Bec', 'Beche', 'Humpen']) type('nameTranslated.de', text)
  await act(async () => showLanguage('fr'))
  for (const text of ['Mu', 'Mug']) type('nameTranslated.fr', text)
  act(() => undoEdit())
  expect(names()).toEqual({ de: 'Humpen', fr: 'Tasse' })
  act(() => undoEdit())
  expect(isEdited(openedProduct()!.edits)).toBe(false)
})

it('Shift+Escape takes back the language of its box only', async () => {
  type('nameTranslated.de', 'Humpen')
  await act(async () => showLanguage('fr'))
  type('nameTranslated.fr', 'Chope')
  const escape = new KeyboardEvent('keydown', { key: 'Escape', shiftKey: true, bubbles: true })
  act(() => boxOf('nameTranslated.fr').focus())
  act(() => void boxOf('nameTranslated.fr').dispatchEvent(escape))
  expect(names()).toEqual({ de: 'Humpen', fr: 'Tasse' })
})

it('says to spell checkers and screen readers which language a translation is in', async () => {
  const languages = () => ['nameTranslated', 'descriptionTranslated'].map((path) => boxOf(path).lang)
  expect(languages()).toEqual(['de', 'de'])
  await act(async () => showLanguage('fr'))
  expect(languages()).toEqual(['fr', 'fr'])
  expect(boxOf('name').lang).toBe('')
})

it('translates an attribute under its value, one language by itself, and no number', async () => {
  await act(async () => showProduct(1, 'attributes'))
  const boxes = () => [...document.querySelectorAll('[data-field^="attributesTranslated."]')]
  expect(boxes().map((each) => each.getAttribute('data-field'))).toEqual(['attributesTranslated.5.de'])
  expect(boxOf('attributesTranslated.5.de').closest('[data-field="attributes.5"]')).not.toBeNull()
  const said = () => [...document.querySelectorAll('button')].find((each) => each.textContent?.startsWith('Languages:'))
  expect(said()?.textContent).toMatch(/1 missing/)
  for (const text of ['Ma', 'Matt']) type('attributesTranslated.5.de', text)
  expect(valuesOf(openedProduct()!.edits).attributesTranslated).toEqual({ '5.de': 'Matt', '5.fr': 'Mat' })
  expect(said()?.textContent).not.toMatch(/missing/)
  act(() => undoEdit())
  expect(isEdited(openedProduct()!.edits)).toBe(false)
})

it('the translation of an attribute says what it was, and one click or Shift+Escape goes back to it alone', async () => {
  await act(async () => showProduct(1, 'attributes'))
  const texts = () => valuesOf(openedProduct()!.edits).attributesTranslated
  const former = () => [...document.querySelectorAll('button')].find((each) => each.textContent?.startsWith('was '))
  type('attributesTranslated.5.de', 'Matt')
  expect(former()?.textContent).toBe('was nothing: back to it, this attribute in German')
  await act(async () => showLanguage('fr'))
  expect(former()).toBeUndefined()
  type('attributesTranslated.5.fr', 'Mate')
  expect(former()?.textContent).toBe('was Mat: back to it, this attribute in French')
  act(() => former()?.click())
  expect(texts()).toEqual({ '5.de': 'Matt', '5.fr': 'Mat' })
  type('attributesTranslated.5.fr', 'Mate')
  const escape = new KeyboardEvent('keydown', { key: 'Escape', shiftKey: true, bubbles: true })
  act(() => boxOf('attributesTranslated.5.fr').focus())
  act(() => void boxOf('attributesTranslated.5.fr').dispatchEvent(escape))
  expect(texts()).toEqual({ '5.de': 'Matt', '5.fr': 'Mat' })
})
