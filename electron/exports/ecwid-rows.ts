import { picksOne } from '../shared/fields/option-kind'
import type { RemoteProduct } from '../shared/remote-product'
import type { Row, WrittenPictures } from './row'

type Option = { name: string; type: string; required: boolean }
type Choice = Choosing & { isDefault: boolean }

/** Ecwid's files have a row for each choice of each option too; an option that shoppers fill in has one, without a choice. */
export type EcwidRow = Row & { option: Option | null; choice: Choice | null }

/** A product, its options, its variations: the order of Ecwid's own exports. */
export function ecwidRows(product: RemoteProduct, written: WrittenPictures): EcwidRow[] {
  const row = { product, variation: null, option: null, choice: null, written }
  return [
    row,
    ...optionRows(product).map((each) => ({ ...row, ...each })),
    ...(product.combinations ?? []).map((variation) => ({ ...row, variation })),
  ]
}

type Choosing = { text?: string; priceModifier?: number; priceModifierType?: string; hexCodes?: readonly string[] }

function optionRows(product: RemoteProduct): Pick<EcwidRow, 'option' | 'choice'>[] {
  return (product.options ?? []).flatMap((given): Pick<EcwidRow, 'option' | 'choice'>[] => {
    const option = { name: given.name, type: given.type ?? '', required: given.required === true }
    const choices: readonly Choosing[] = given.choices ?? []
    if (choices.length === 0) return [{ option, choice: null }]
    // Where nothing is said, the first of those of which one is picked.
    const chosen = given['defaultChoice'] === undefined && picksOne(option.type) ? 0 : given['defaultChoice']
    return choices.map((choice, at) => {
      return { option, choice: { ...choice, isDefault: at === chosen } }
    })
  })
}
