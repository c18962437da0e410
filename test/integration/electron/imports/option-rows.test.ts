import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entriesOf } from '../../../../electron/shared/fields/list-kind'
import { readChoice, readOption } from '../../../../electron/shared/fields/option-kind'
import type { ImportMatched } from '../../../../electron/shared/import'
import { openImports, type OpenImports } from './an-import'
import { fullMug } from './full-mug'

let open: OpenImports
beforeEach(() => {
  open = openImports()
})
afterEach(() => open.close())

const header =
  'type,product_internal_id,product_sku,product_name,product_price,product_option_name,product_option_type,product_option_is_required,product_option_value,product_option_markup,product_option_is_default_option_selection,product_option_swatch_hex_value'
const option = (cells: string) => `product_option,1,M-1,,,${cells}`
const ofOptions = () =>
  open.bulk
    .rows()
    .flatMap(({ field, standing, after, reason }) => (field === 'options' ? [{ standing, after, reason }] : []))
/** Name, kind, required, chosen first; and of each choice its text, its price change and its colours. */
const shown = (value: unknown) =>
  entriesOf(value).map((entry) => {
    const { name, type, required, defaultChoice, choices } = readOption(entry)
    const all = choices.map(readChoice)
    return [
      [name, type, required, defaultChoice].join(' '),
      ...all.map(({ text, priceModifier, priceModifierType, hexCodes }) =>
        [text, priceModifier, priceModifierType, ...hexCodes].join(' '),
      ),
    ]
  })
const whys = ({ first }: ImportMatched) => first.map(({ why }) => why)

describe('rows of options in Ecwid’s own files', () => {
  it('change what was changed in them in one edit, and leave what they do not name', async () => {
    open.mugs.put(1, fullMug)
    const matched = await open.imported(
      open.csv(
        header,
        'product,1,M-1,Mug "Blau"; groß,9.5,,,,,,,',
        option('Size,RADIOBUTTONS,false,L,0.95,true,'),
        option('size,,,XL,2.50,false,'),
      ),
    )
    expect(whys(matched)).toEqual([])
    const [edit, ...others] = ofOptions()
    expect(others).toEqual([])
    expect([edit?.standing, shown(edit?.after)]).toEqual([
      'in',
      [['Size RADIO false L', 'S 0 ABSOLUTE', 'L 10 PERCENT', 'XL 2.5 ABSOLUTE'], ['Your name TEXTFIELD false ']],
    ])
    expect(matched).toMatchObject({ products: 1, added: 0, unmatched: 0 })
  })

  it('say that a former choice stays beside a new one, where they may have renamed it', async () => {
    open.mugs.put(1, fullMug)
    const warned = async (...choices: string[]) => {
      await open.imported(open.csv(header, ...choices.map((choice) => option(`Size,,,${choice},,,`))))
      return open.bulk.rows().flatMap(({ field, warnings }) => (field === 'options' ? warnings : []))
    }
    expect(await warned('Small', 'L')).toEqual(['choice-stays'])
    expect(open.bulk.current()?.warnings).toEqual({ 'choice-stays': 1 })
    expect(await warned('s', 'L', 'XL')).toEqual([])
    expect(await warned('L')).toEqual([])
  })

  it('say nothing where they are as the product has them, whatever their letter case and their percentages', async () => {
    open.mugs.put(1, fullMug)
    await open.imported(
      open.csv(
        header,
        option('Size,RADIOBUTTONS,true,S,0,true,'),
        option('SIZE,radiobuttons,TRUE,l,0.95,FALSE,'),
        option('Your name,TEXTFIELD,false,,,,'),
      ),
    )
    expect(ofOptions().map(({ standing }) => standing)).toEqual(['same'])
    expect(open.bulk.current()).toMatchObject({ products: 0, fields: 0, refused: 0 })
  })

  it('belong to the product of their number, of their SKU, or of the row above', async () => {
    open.mugs.put(1)
    open.mugs.put(2)
    open.mugs.put(3)
    await open.imported(
      open.csv(
        header,
        'product_option,1,,,,Size,DROPDOWNLIST,,S,,,',
        'product_option,,M-2,,,Size,DROPDOWN,,M,,,',
        'product,3,M-3,,,,,,,,,',
        'product_option,,,,,Colour,SWATCHES,,Red,,,#ff0000',
        'product_option,,,,,Colour,SWATCHES,,Blue,,,#0000FF',
      ),
    )
    const made = open.bulk.rows().filter(({ field }) => field === 'options')
    expect(made.map(({ sku, after }) => [sku, ...shown(after)])).toEqual([
      ['M-1', ['Size SELECT false ', 'S 0 ABSOLUTE']],
      ['M-2', ['Size SELECT false ', 'M 0 ABSOLUTE']],
      ['M-3', ['Colour SWATCHES false ', 'Red 0 ABSOLUTE #ff0000', 'Blue 0 ABSOLUTE #0000FF']],
    ])
  })

  it('are refused cell by cell, and the rest of them is taken', async () => {
    open.mugs.put(1, fullMug)
    await open.imported(
      open.csv(
        header,
        option('Size,HOLOGRAM,,S,cheap,,nothing'),
        option('Your name,TEXTFIELD,true,Anna,,,'),
        option('Size,TEXTFIELD,,M,1,,'),
      ),
    )
    const rows = ofOptions()
    expect(rows.filter(({ standing }) => standing === 'in').map(({ after }) => shown(after))).toEqual([
      [['Size RADIO true S', 'S 0 ABSOLUTE', 'L 10 PERCENT', 'M 1 ABSOLUTE'], ['Your name TEXTFIELD true ']],
    ])
    expect(rows.flatMap(({ standing, after, reason }) => (standing === 'refused' ? [[after, reason]] : []))).toEqual([
      ['cheap', 'This is no number.'],
      ['HOLOGRAM', expect.stringContaining('Write one of these: Drop-down list')],
      ['TEXTFIELD', 'Its option “Size” has choices, which a text field would lose. Nothing is removed by a table.'],
      ['nothing', expect.stringContaining('colour')],
      ['Anna', 'Its option “Your name” has no choices: shoppers see a text field.'],
    ])
  })

  it('are no rows of a product without the name of their option, of a deleted one, or of none', async () => {
    open.mugs.put(1)
    const matched = await open.imported(
      open.csv(
        `${header},Command`,
        `${option(',,,S,,,')},`,
        `${option('Size,,,S,,,')},DELETE`,
        'product,1,M-1,,,,,,,,,,DELETE',
        `${option('Size,,,S,,,')},`,
      ),
    )
    expect(whys(matched)).toEqual([
      'The row names no option.',
      'It is an option. Only whole products are deleted by a table.',
      'An earlier row deletes its product, and this option with it.',
    ])
  })

  it.each([
    ['is not found', 'product,999,GONE,,1,,,,,,,,'],
    ['is ignored', 'product,2,M-2,,1,,,,,,,,IGNORE'],
    ['has a command that cannot be followed', 'product,2,M-2,,1,,,,,,,,PERHAPS'],
  ])('go to no earlier product where that above %s', async (_, above) => {
    open.mugs.put(1, fullMug)
    open.mugs.put(2)
    const matched = await open.imported(
      open.csv(`${header},Command`, 'product,1,M-1,,9.5,,,,,,,,', above, 'product_option,,,,,Size,,,XXL,,,,'),
    )
    expect(whys(matched).at(-1)).toBe('No row of a product stands above it.')
    expect(ofOptions()).toEqual([])
  })

  it('below a new product are its own', async () => {
    open.mugs.put(1, fullMug)
    await open.imported(
      open.csv(header, 'product,1,M-1,,9.5,,,,,,,', 'product,,NEW-9,New,1,,,,,,,', 'product_option,,,,,Size,,,XXL,,,'),
    )
    const made = open.bulk.rows().filter(({ field }) => field === 'options')
    expect(made.map(({ sku, after }) => [sku, ...shown(after)])).toEqual([
      ['NEW-9', ['Size SELECT false ', 'XXL 0 ABSOLUTE']],
    ])
  })

  it('are sent as one edit with the yes, and undone as one', async () => {
    const id = open.mugs.put(1, fullMug)
    await open.imported(open.csv(header, option('Size,,,XL,2,,')))
    const { changeSetId } = await open.bulk.applied()
    expect(open.mugs.openOf(id)).toMatchObject([{ field: 'options' }])
    await open.mugs.changes.revertInParts(changeSetId ?? 0)
    expect(open.mugs.openOf(id)).toEqual([])
  })
})
