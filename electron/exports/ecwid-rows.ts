import type { RemoteProduct } from '../shared/remote-product'
import type { Row } from './row'

type Option = { name: string; type: string; required: boolean }
type Choice = { text: string; markup: number; isDefault: boolean; colour: string }

/** Ecwid's files have a row for each choice of each option too; an option that shoppers fill in has one, without a choice. */
export type EcwidRow = Row & { option: Option | null; choice: Choice | null }

/** A product, its options, its variations: the order of Ecwid's own exports. */
export function ecwidRows(product: RemoteProduct): EcwidRow[] {
  const row = { product, variation: null, option: null, choice: null }
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
    return choices.map((choice, at) => {
      const isDefault = given['defaultChoice'] === at
      const { text = '', hexCodes } = choice
      return { option, choice: { text, markup: markupOf(choice, product), isDefault, colour: hexCodes?.[0] ?? '' } }
    })
  })
}

/** An amount: how Ecwid's files write a percentage is not known. */
export function markupOf({ priceModifier = 0, priceModifierType }: Choosing, product: RemoteProduct): number {
  if (priceModifierType !== 'PERCENT') return priceModifier
  return Math.round((product.price ?? 0) * priceModifier) / 100
}
