import { foldText } from '../shared/fold-text'
import type { OptionCell } from './find-variation'

/** An option by its place; the name may stand in the first row of its product alone. */
export type NumberedOption = { place: string; name: string; value: string }

/** Shopify’s name for no option at all. */
const isNone = ({ name, value }: OptionCell): boolean =>
  foldText(name) === 'title' && foldText(value) === 'default title'

/** Options of rows by the names that stood above them. */
export function createNamedOptions() {
  const names = new Map<string, string>()
  return (group: string, numbered: readonly NumberedOption[]): OptionCell[] =>
    numbered.flatMap(({ place, name: own, value }) => {
      const key = `${place} ${group}`
      if (own !== '' && group !== '') names.set(key, own)
      const name = own === '' && group !== '' ? (names.get(key) ?? '') : own
      return name === '' || value === '' || isNone({ name, value }) ? [] : [{ name, value }]
    })
}
