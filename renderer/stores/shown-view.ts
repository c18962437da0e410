import type { KeptView } from '../../electron/shared/kept-view'

/** What a view keeps of what is shown. */
export type Shown = Pick<KeptView, 'filters' | 'sort' | 'sheet'>

/** Whether both show the same products in the same way, however that was said: the order of values that are joined by “or” means nothing. */
export const isSameView = (one: Shown, other: Shown): boolean => {
  return (
    one.sort === other.sort &&
    plain(one.filters) === plain(other.filters) &&
    JSON.stringify(lookOf(one)) === JSON.stringify(lookOf(other))
  )
}

/** Whether there is something to be kept. `hasOwnLook`: its owner has arranged the sheet of all products. */
export const isMoreThanAll = ({ filters, sort, sheet }: Shown, hasOwnLook: boolean): boolean =>
  Object.keys(filters).length > 0 || sort !== null || (sheet !== null && hasOwnLook)

const lookOf = ({ sheet }: Shown) =>
  sheet && [sheet.columns.map(({ path, width }) => [path, width]), sheet.frozen, sheet.unfolded, sheet.flat]

/** The same text for the same filters. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).toSorted().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{${entries
    .map(([name, part]) => `${name}:${plain(part)}`)
    .toSorted()
    .join()}}`
}
