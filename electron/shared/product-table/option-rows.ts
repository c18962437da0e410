import { choices, optionsKind, optionTypes } from '../fields/option-kind'
import { colour, text } from '../fields/text-kinds'
import { partsOfRows, type RowPart } from './parts-of-rows'

const { fields: ofOption } = optionsKind.list
const { fields: ofChoice } = choices.list

/** What a row of Ecwid's files says of one choice of an option, and of the option itself. */
export type OptionRow = {
  name?: string
  /** As it stands there. */
  type?: string
  required?: boolean
  choice?: string
  markup?: number
  isDefault?: boolean
  colour?: string
  usesPictures?: boolean
}

const parts: { [Name in keyof OptionRow]-?: RowPart } = {
  name: { column: 'product_option_name', title: 'Option: its name', kind: ofOption.name.kind },
  type: { column: 'product_option_type', title: 'Option: shown as', kind: { ...text, choices: optionTypes } },
  required: { column: 'product_option_is_required', title: 'Option: required', kind: ofOption.required.kind },
  choice: { column: 'product_option_value', title: 'Option: choice', kind: ofChoice.text.kind },
  markup: { column: 'product_option_markup', title: 'Option: price change', kind: ofChoice.priceModifier.kind },
  isDefault: {
    column: 'product_option_is_default_option_selection',
    title: 'Option: chosen first',
    kind: ofOption.required.kind,
  },
  colour: { column: 'product_option_swatch_hex_value', title: 'Option: colour', kind: colour },
  usesPictures: {
    column: 'product_option_swatch_selector_is_image',
    title: 'Option: pictures as swatches',
    kind: ofOption.useImageAsSwatchSelector.kind,
  },
}

export const {
  isOf: isOfOptionRow,
  partAt: optionRowPart,
  kindAt: kindOfOptionRow,
  targetsIn: optionRowTargets,
  pathsByColumn: inOptionRows,
} = partsOfRows('optionRow.', parts)

/** What Ecwid's files call the kinds of options, where its API has another word. */
export const typesInFiles: Readonly<Record<string, string>> = { RADIO: 'RADIOBUTTONS', SELECT: 'DROPDOWNLIST' }
