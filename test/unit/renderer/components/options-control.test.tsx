// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act, useEffect, useState } from 'react'
import { describe, expect, it } from 'vitest'
import { noWords, type Entry } from '../../../../electron/shared/fields/kind'
import { optionsKind } from '../../../../electron/shared/fields/option-kind'
import { textsWithin, type TextsSet } from '../../../../renderer/components/controls/control'
import { SwatchPicturesContext } from '../../../../renderer/components/controls/options/swatch-pictures'
import { ControlOf } from '../../../../renderer/components/controls/ControlOf'
import { reactRoot } from '../../../support/react-root'
import { euros } from '../../../support/store-in-euros'

const root = reactRoot()
const pictures = [1, 2].map((n) => ({ key: `https://pictures/${n}.png`, src: `picture:${n}`, label: `Picture ${n}` }))
let now: { options: readonly Entry[]; typed: Record<string, string> }

const withTexts = (typed: Record<string, string>, changed: TextsSet): Record<string, string> => {
  const all = Object.entries({ ...typed, ...changed })
  return Object.fromEntries(all.flatMap(([path, text]) => (text === null ? [] : [[path, text]])))
}

function Options({ options }: { options: readonly Entry[] }) {
  const [value, setValue] = useState(options)
  const [typed, setTyped] = useState<Record<string, string>>({})
  useEffect(() => void (now = { options: value, typed }))
  return (
    <ControlOf
      {...{ kind: optionsKind, value, path: 'options', label: 'Options', saved: options, readOnly: false }}
      words={{ ...noWords, profile: { ...euros, defaultLanguage: 'en' } }}
      onChange={(next, changed = {}) => {
        setValue(next as Entry[])
        setTyped((before) => withTexts(before, changed))
      }}
      texts={{
        at: (path) => typed[path],
        set: (path, text) => setTyped((before) => withTexts(before, { [path]: text })),
        problemAt: () => undefined,
        isWrong: () => false,
        within: (path) => textsWithin(typed, path),
      }}
    />
  )
}

const show = (...options: Entry[]) =>
  act(() =>
    root.render(
      <MantineProvider env="test">
        <SwatchPicturesContext value={pictures}>
          <Options options={options} />
        </SwatchPicturesContext>
      </MantineProvider>,
    ),
  )

const named = (name: string) => document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)!
const key = (element: HTMLElement, pressed: KeyboardEventInit) =>
  act(() => void element.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true })))

function type(name: string, text: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(named(name), text)
    named(name).dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const size = {
  name: 'Size',
  nameTranslated: { de: 'Größe' },
  type: 'SIZE',
  required: true,
  defaultChoice: 'M',
  choices: [{ text: 'S', imageId: '7' }, { text: 'M' }],
}
const textsOf = (option: Entry | undefined) => ((option?.['choices'] ?? []) as Entry[]).map(({ text }) => text)

describe('the options of a product in its form', () => {
  it('get a choice with each Enter, and none that is there already', () => {
    show(size)
    for (const text of ['L', ' S ']) {
      type('New choice of Size', text)
      key(named('New choice of Size'), { key: 'Enter' })
    }
    expect(textsOf(now.options[0])).toEqual(['S', 'M', 'L'])
    type('New choice of Size', 'XL')
    key(named('New choice of Size'), { key: 'Enter' })
    expect(textsOf(now.options[0])).toEqual(['S', 'M', 'L', 'XL'])
    expect(named('New choice of Size').value).toBe('')
  })

  it.each([
    ['L, XL, XXL', ['L', 'XL', 'XXL']],
    ['L,XL ; M;', ['L', 'XL']],
    ['1,5 l, 2,5 l', ['1,5 l', '2,5 l']],
    ['1,5 l', ['1,5 l']],
    ['"Oak, oiled"', ['Oak, oiled']],
    ['Made to measure, as agreed with you on the telephone', ['Made to measure, as agreed with you on the telephone']],
  ])('get the choices of a list that is typed in one line: %s', (typed, added) => {
    show(size)
    type('New choice of Size', typed)
    key(named('New choice of Size'), { key: 'Enter' })
    expect(textsOf(now.options[0])).toEqual(['S', 'M', ...added])
    expect(named('New choice of Size').value).toBe('')
  })

  it('say that a list is several choices, and keep it as one where that is meant', () => {
    show(size)
    type('New choice of Size', 'Oak, oiled')
    expect(document.body.textContent).toContain('Enter adds 2 choices. Shift+Enter adds one with the comma.')
    key(named('New choice of Size'), { key: 'Enter', shiftKey: true })
    expect(textsOf(now.options[0])).toEqual(['S', 'M', 'Oak, oiled'])
  })

  it('take a list from a spreadsheet, with what each changes of the price', () => {
    show(size)
    const pasted = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(pasted, { clipboardData: { getData: () => 'M\t1\r\nL\t+2,50\r\n\r\nXL\t-10 %\r\nXXL\tnone\r\n' } })
    act(() => void named('New choice of Size').dispatchEvent(pasted))
    expect(((now.options[0]?.['choices'] ?? []) as Entry[]).slice(2)).toEqual([
      { text: 'L', priceModifier: 2.5, priceModifierType: 'ABSOLUTE' },
      { text: 'XL', priceModifier: -10, priceModifierType: 'PERCENT' },
      { text: 'XXL' },
    ])
  })

  it('remember under which name variations know them, and keep what this version does not know', () => {
    show(size)
    for (const text of ['Siz', 'Fit']) type('Name of option 1', text)
    for (const text of ['', 'Small']) type('Choice 1', text)
    expect(now.options[0]).toMatchObject({
      name: 'Fit',
      formerly: ['Size'],
      nameTranslated: { de: 'Größe' },
      choices: [{ text: 'Small', formerly: ['S'], imageId: '7' }, { text: 'M' }],
    })
    type('Choice 1', 'S')
    type('Name of option 1', 'Size')
    expect(now.options).toEqual([size])
  })

  it('may change names with each other, and what comes first goes with its name', () => {
    show(size)
    for (const [choice, text] of [
      ['Choice 1', 'M'],
      ['Choice 1', 'Ma'],
      ['Choice 1', 'M'],
      ['Choice 2', ''],
      ['Choice 2', 'S'],
    ] as const)
      type(choice, text)
    expect(now.options[0]).toMatchObject({
      defaultChoice: 'S',
      choices: [
        { text: 'M', formerly: ['S'], imageId: '7' },
        { text: 'S', formerly: ['M'] },
      ],
    })
  })

  it('change the price by an amount or a percentage in one box, and what is neither stays as typed with its line', () => {
    show(size)
    type('Price change of M', '-2,5')
    type('Price change of S', '7 %')
    expect(now.options[0]).toMatchObject({
      choices: [
        { priceModifier: 7, priceModifierType: 'PERCENT' },
        { priceModifier: -2.5, priceModifierType: 'ABSOLUTE' },
      ],
    })
    type('Price change of M', 'dear')
    key(named('Choice 2'), { key: 'ArrowUp', altKey: true })
    expect(textsOf(now.options[0])).toEqual(['M', 'S'])
    expect(now.typed).toEqual({ 'options.0.choices.0.priceModifier': 'dear' })
    expect(document.activeElement).toBe(named('Choice 1'))
    expect(document.querySelector('output')?.textContent).toBe('M is at place 1 of 2.')
    act(() => named('Remove M').click())
    expect([textsOf(now.options[0]), now.typed]).toEqual([['S'], {}])
  })

  it('have colours that are written as codes once their box is left, and keep what is none with the problem below it', () => {
    show({ ...size, type: 'SWATCHES' })
    for (const [name, text] of [
      ['Colour of S', 'green'],
      ['Colour of M', '#zzzzzz'],
    ] as const) {
      act(() => named(name).focus())
      type(name, text)
      act(() => named(name).blur())
    }
    expect(now.options[0]).toMatchObject({ choices: [{ hexCodes: ['#008000'] }, { hexCodes: ['#zzzzzz'] }] })
    expect(named('Colour of M').value).toBe('#zzzzzz')
    expect(document.body.textContent).toContain('Write the colour as a code like #cc3300, or as a word like green.')
  })

  it('show a picture of the product as their swatch, another one, or none', async () => {
    show({ type: 'SWATCHES', name: 'Colour', choices: [{ text: 'Red', picture: pictures[0]!.key }, { text: 'Blue' }] })
    const box = (name: string) => document.querySelector<HTMLElement>(`[aria-label^="Picture of ${name}:"]`)!
    expect([box('Red'), box('Blue')].map((each) => each.getAttribute('aria-label'))).toEqual([
      'Picture of Red: Picture 1',
      'Picture of Blue: none',
    ])
    const choose = async (name: string, label: string) => {
      await act(async () => box(name).click())
      const shown = [...document.querySelectorAll<HTMLElement>(`[aria-label="Picture of ${name}"] [role="option"]`)]
      await act(async () => shown.find(({ textContent }) => textContent === label)?.click())
    }
    await choose('Blue', 'Picture 2')
    await choose('Red', 'No picture')
    expect(now.options[0]?.['choices']).toEqual([
      { text: 'Red', picture: '' },
      { text: 'Blue', picture: pictures[1]!.key },
    ])
  })

  it('are put into order, and keep the keyboard at what is moved', () => {
    show(size, { name: 'Engraving', type: 'TEXTFIELD', required: false, choices: [] })
    key(named('Move Engraving'), { key: 'ArrowUp', altKey: true })
    expect(now.options.map(({ name }) => name)).toEqual(['Engraving', 'Size'])
    expect(document.activeElement).toBe(named('Move Engraving'))
  })

  it('come with a name to type and go by one press', () => {
    show(size)
    act(() => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Add option')!.click())
    expect(document.activeElement).toBe(named('Name of option 2'))
    type('Name of option 2', 'Color')
    expect(now.options[1]).toMatchObject({ name: 'Color', type: 'SELECT' })
    act(() => named('Remove Size').click())
    expect(now.options.map(({ name }) => name)).toEqual(['Color'])
  })

  it('are one line each where there are many choices, and open by it', () => {
    const choices = Array.from({ length: 30 }, (_, at) => ({ text: `N${at}` }))
    show({ ...size, choices })
    expect(document.querySelectorAll('input')).toHaveLength(0)
    act(() => named('Open Size').click())
    expect(named('Choice 30').value).toBe('N29')
  })
})
