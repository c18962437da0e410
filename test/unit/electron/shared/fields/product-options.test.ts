import { describe, expect, it } from 'vitest'
import { noWords, type Entry } from '../../../../../electron/shared/fields/kind'
import { entriesOf } from '../../../../../electron/shared/fields/list-kind'
import { optionsKind } from '../../../../../electron/shared/fields/option-kind'
import { pairsIn } from '../../../../../electron/shared/fields/renamed-variations'
import { layField, readField, writeFields } from '../../../../../electron/shared/fields/product-fields'
import { validateProduct } from '../../../../../electron/shared/fields/validate-product'
import { inLanguages, remoteProductSchema } from '../../../../../electron/shared/remote-product'
import { euros } from '../../../../support/store-in-euros'

const words = { ...noWords, profile: euros }
const productWith = (...options: Entry[]) => inLanguages(remoteProductSchema.parse({ id: 7, options }), ['en', 'de'])
const read = (...options: Entry[]) => readField(productWith(...options), 'options') as Entry[]
const sent = (...options: Entry[]) => writeFields({ options }, productWith())['options'] as Entry[]

const size = {
  type: 'SIZE',
  name: 'Size',
  nameTranslated: { en: 'Size', de: 'Größe' },
  required: true,
  defaultChoice: 1,
  choices: [
    { text: 'S', textTranslated: { en: 'S' }, priceModifier: 0, priceModifierType: 'ABSOLUTE' },
    { text: 'M', textTranslated: { en: 'M' }, priceModifier: 2, priceModifierType: 'ABSOLUTE', imageId: '9' },
  ],
}
const colour = {
  type: 'SWATCHES',
  name: 'Color',
  required: false,
  defaultChoice: null,
  useImageAsSwatchSelector: false,
  choices: [{ text: 'Red', priceModifier: -5, priceModifierType: 'PERCENT', hexCodes: ['#cc0000', '#ffffff'] }],
}
const engraving = { type: 'TEXTFIELD', name: 'Engraving', required: false }
const later = { type: 'MADE_UP_LATER', name: 'Odd', required: false, something: { kept: true }, choices: [] }

describe('the options of a product', () => {
  it('go back to the store as it sent them, with all that this version does not know', () => {
    const all = [size, colour, engraving, later]
    expect(sent(...read(...all))).toEqual(all)
    expect(layField(productWith(), 'options', read(...all)).options).toEqual(all)
  })

  it('are in the other languages what their maps say, and say in the first one what they are called', () => {
    const [option] = read(size)
    expect(option).toMatchObject({ nameTranslated: { de: 'Größe' }, choices: [{ textTranslated: {} }, {}] })
    const [small, medium] = entriesOf(option?.['choices'])
    const choices = [{ ...small, textTranslated: { de: 'K' } }, medium]
    const renamed = { ...option, name: 'Fit', formerly: ['Size'], choices }
    expect(sent(renamed)[0]).toMatchObject({
      nameTranslated: { en: 'Fit', de: 'Größe' },
      choices: [{ textTranslated: { en: 'S', de: 'K' } }, { textTranslated: { en: 'M' } }],
    })
    expect(optionsKind.apart?.([renamed], words)?.slice(1)).toEqual([
      { key: 'Fit in de', label: 'Fit in German', text: 'Größe' },
      { key: 'choices of Fit in de', label: 'Choices of Fit in German', text: 'K, –' },
    ])
  })

  it('hold the choice that comes first by what it is called, whatever is put before it', () => {
    const [option] = read(size)
    expect(option).toMatchObject({ defaultChoice: 'M' })
    const choices = [{ text: 'XS' }, ...size.choices]
    expect(sent({ ...option, choices })[0]).toMatchObject({ defaultChoice: 2 })
    expect(sent({ ...option, choices: choices.slice(0, 2) })[0]).toMatchObject({ defaultChoice: null })
    expect(sent({ ...option, defaultChoice: '' })[0]).toMatchObject({ defaultChoice: null })
  })

  it('begin with the first choice where the store does not say with which, and shoppers pick one', () => {
    const choices = [{ text: 'A' }, { text: 'B' }]
    expect(read({ type: 'SELECT', name: 'Kind', choices })).toMatchObject([{ defaultChoice: 'A' }])
    expect(read({ type: 'CHECKBOX', name: 'Extras', choices })[0]).not.toHaveProperty('defaultChoice')
    expect(sent({ type: 'SELECT', name: 'New', choices })[0]).not.toHaveProperty('defaultChoice')
    expect(sent({ type: 'CHECKBOX', name: 'Extras', choices, defaultChoice: '' })[0]).not.toHaveProperty(
      'defaultChoice',
    )
  })

  it('keep the choice that comes first, and the variations of one, where the store holds blanks at the ends of names', () => {
    for (const text of [' ', 'S ', '\u00a0S']) {
      const choices = [{ text: 'M' }, { text }]
      const option = { type: 'SELECT', name: ' Fit', required: true, defaultChoice: 1, choices }
      expect(sent(...read(option))).toMatchObject([{ name: ' Fit', defaultChoice: 1, choices }])
      expect(pairsIn(read(option), [{ name: ' Fit', value: text }])).toEqual([{ name: ' Fit', value: text }])
    }
  })

  it('send the colours of swatches as codes, however they were typed', () => {
    const typed = ['ff7f50', '#ABC', 'green'].map((code) => ({ text: code, hexCodes: [code] }))
    const [option = {}] = sent({ ...colour, choices: typed })
    expect((option['choices'] as Entry[]).map(({ hexCodes }) => hexCodes)).toEqual([
      ['#ff7f50'],
      ['#AABBCC'],
      ['#008000'],
    ])
    const wrong = [{ ...colour, choices: [{ text: 'Red', hexCodes: ['#cc0000', '#zzzzzz'] }] }]
    expect(Object.keys(validateProduct({ options: wrong }))).toEqual(['options.0.choices.0.hexCodes'])
  })

  it('are the same with the choice that comes first by itself, and with none said', () => {
    const kind = { name: 'Kind', type: 'SELECT', choices: [{ text: 'A' }, { text: 'B' }] }
    const [filled = {}] = read({ ...kind, defaultChoice: 0 })
    expect(filled).toMatchObject({ defaultChoice: 'A' })
    expect(optionsKind.isSame([kind], [filled])).toBe(true)
    expect(optionsKind.isSame([{ ...kind, defaultChoice: '' }], [filled])).toBe(false)
    expect(optionsKind.isSame([{ ...kind, type: 'CHECKBOX' }], [{ ...filled, type: 'CHECKBOX' }])).toBe(false)
    expect(optionsKind.isSame([kind], [{ ...filled, defaultChoice: 'B' }])).toBe(false)
  })

  it('send no names of before a rename, and know by them which choice came first', () => {
    const renamed = { ...read(size)[0], name: 'Fit', formerly: ['Size'] }
    const choices = [size.choices[0], { ...size.choices[1], text: 'Medium', formerly: ['M'] }]
    const [option] = sent({ ...renamed, choices })
    expect(option).toMatchObject({ name: 'Fit', defaultChoice: 1 })
    expect(JSON.stringify(option)).not.toContain('formerly')
  })

  it('give their variations the names that they were renamed to', () => {
    const choices = [size.choices[0], { text: 'Medium', formerly: ['M'] }]
    const combinations = ['S', 'M'].map((value, id) => ({ id, options: [{ name: 'Size', value }] }))
    const product = { ...productWith(size), combinations }
    const laid = layField(product, 'options', [{ ...size, name: 'Fit', formerly: ['Size'], choices }])
    expect(laid.combinations?.map(({ options }) => options)).toEqual([
      [{ name: 'Fit', value: 'S' }],
      [{ name: 'Fit', value: 'Medium' }],
    ])
  })

  it('give variations the name of another that was renamed too', () => {
    const choices = [
      { ...size.choices[0], text: 'M', formerly: ['S'] },
      { ...size.choices[1], text: 'S', formerly: ['M'] },
    ]
    const combinations = ['S', 'M'].map((value, id) => ({ id, options: [{ name: 'Size', value }] }))
    const named = (product: ReturnType<typeof productWith>) =>
      product.combinations?.map(({ options }) => options?.map(({ value }) => value))
    const laid = layField({ ...productWith(size), combinations }, 'options', [{ ...size, choices }])
    expect(named(laid)).toEqual([['M'], ['S']])
    expect(named(layField(laid, 'options', [{ ...size, required: false, choices }]))).toEqual([['M'], ['S']])
  })

  it('are shown in words, each by itself', () => {
    expect(optionsKind.apart?.(read({ ...size, nameTranslated: { en: 'Size' } }, colour, engraving), words)).toEqual([
      { key: 'Size', label: 'Size', text: 'Size buttons, S, M (+2,00 €), required, M chosen first' },
      { key: 'Color', label: 'Color', text: 'Swatches, Red (#cc0000, #ffffff, −5 %)' },
      { key: 'Engraving', label: 'Engraving', text: 'Text field' },
    ])
  })

  it('say at the box what the store would refuse', () => {
    const wrong = [
      { type: 'SELECT', name: ' ', choices: [] },
      { type: 'RADIO', name: 'Size', choices: [{ text: 'S' }, { text: '' }, { text: 'S ' }] },
      { type: 'TEXTFIELD', name: 'Size' },
    ]
    expect(Object.keys(validateProduct({ options: wrong })).toSorted()).toEqual([
      'options.0.choices',
      'options.0.name',
      'options.1.choices.1.text',
      'options.1.choices.2.text',
      'options.2.name',
    ])
    expect(validateProduct({ options: read(size, colour, engraving) })).toEqual({})
  })
})

describe('the picture of a swatch', () => {
  const image = (id: string, n: number) => ({ id, imageOriginalUrl: `https://pictures/${n}.png` })
  const withPictures = (choices: Entry[], ...images: object[]) =>
    remoteProductSchema.parse({ id: 7, media: { images }, options: [{ ...colour, choices }] })
  const chosen = (options: unknown) => entriesOf(entriesOf(options)[0]?.['choices'])
  const [first, second] = [image('0', 1), image('77', 2)]
  const red = { text: 'Red', imageId: '0' }

  it('goes by its name, and is sent by the number that it has then', () => {
    const options = readField(withPictures([red], first, second), 'options') as Entry[]
    expect(chosen(options)).toMatchObject([{ picture: 'https://pictures/1.png' }])
    // The other one became the main picture meanwhile.
    const swapped = withPictures([], image('0', 2), image('4', 1))
    expect(chosen(writeFields({ options }, swapped)['options'])).toMatchObject([{ text: 'Red', imageId: '4' }])
    const other = [{ ...options[0], choices: [{ ...chosen(options)[0], picture: 'https://elsewhere/2.png' }] }]
    expect(chosen(writeFields({ options: other }, swapped)['options'])).toMatchObject([{ imageId: '0' }])
  })

  it('is none where it was taken away, or is no picture of the product any more', () => {
    for (const picture of ['', 'https://pictures/9.png']) {
      const options = [{ ...colour, choices: [{ ...red, picture }] }]
      const [sentChoice] = chosen(writeFields({ options }, withPictures([], first))['options'])
      expect(sentChoice).not.toHaveProperty('imageId')
      expect(sentChoice).not.toHaveProperty('picture')
    }
  })

  it('that this version does not find stays as the store has it', () => {
    const options = readField(withPictures([{ text: 'Red', imageId: '5' }], first), 'options') as Entry[]
    expect(chosen(options)[0]).not.toHaveProperty('picture')
    expect(chosen(writeFields({ options }, withPictures([], first))['options'])).toMatchObject([{ imageId: '5' }])
  })
})
