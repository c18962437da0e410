import type { Entry } from '../../../electron/shared/fields/kind'
import { entriesOf } from '../../../electron/shared/fields/list-kind'

/** The sizes with one more, which the product has from the first one on. */
export function withChoice(options: readonly Entry[], text: string): Entry[] {
  const choice = { text, priceModifier: 0, priceModifierType: 'ABSOLUTE' }
  const [sizes] = options
  const made = { type: 'SELECT', name: 'Size', required: false, choices: [], defaultChoice: 0 }
  const { choices, ...option } = sizes ?? made
  return [{ ...option, choices: [...entriesOf(choices), choice] }, ...options.slice(1)]
}
