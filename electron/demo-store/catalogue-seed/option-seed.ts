import type { OptionChoice, ProductOption } from '../stored-catalogue'
import type { OptionSeed } from './product-seed'

const choice = (en: string, de: string, priceModifier = 0, hexCode?: string): OptionChoice => ({
  text: en,
  textTranslated: { en, de },
  priceModifier,
  priceModifierType: 'ABSOLUTE',
  ...(hexCode === undefined ? {} : { hexCodes: [hexCode] }),
})

const option = (type: string, en: string, de: string, choices?: readonly OptionChoice[]): ProductOption => ({
  type,
  name: en,
  nameTranslated: { en, de },
  ...(choices === undefined ? {} : { choices }),
  required: choices !== undefined && type !== 'CHECKBOX',
  ...(choices === undefined || type === 'CHECKBOX' ? {} : { defaultChoice: 0 }),
})

/** Shared by all products that have them: records are never changed in place. */
export const optionSeeds: Readonly<Record<OptionSeed, ProductOption>> = {
  color: option('SWATCHES', 'Color', 'Farbe', [
    choice('Sand', 'Sand', 0, '#d9c3a0'),
    choice('Slate', 'Schiefer', 0, '#5f7480'),
    choice('Sage', 'Salbei', 0, '#9db39a'),
  ]),
  'mug-volume': option('SIZE', 'Volume', 'Volumen', [choice('300 ml', '300 ml'), choice('450 ml', '450 ml', 3)]),
  size: option('SIZE', 'Size', 'Größe', [choice('S', 'S'), choice('M', 'M', 4), choice('L', 'L', 9)]),
  'towel-size': option('SIZE', 'Size', 'Größe', [
    choice('30 × 50 cm', '30 × 50 cm'),
    choice('50 × 100 cm', '50 × 100 cm', 10),
    choice('70 × 140 cm', '70 × 140 cm', 22),
  ]),
  'print-size': option('RADIO', 'Format', 'Format', [
    choice('A4', 'A4', -10),
    choice('A3', 'A3'),
    choice('A2', 'A2', 20),
  ]),
  engraving: option('TEXTFIELD', 'Engraving', 'Gravur'),
  'gift-wrap': option('CHECKBOX', 'Gift wrapping', 'Geschenkverpackung', [choice('Yes, please', 'Ja, bitte', 4.5)]),
  scent: option('SELECT', 'Strength', 'Stärke', [choice('Gentle', 'Zart'), choice('Strong', 'Kräftig')]),
}
