import { useMemo } from 'react'
import { categoryRows, type CategoryTree } from '../format/category-rows'
import { SearchSelect } from './SearchSelect'

/** Enough to scroll through; whoever has more types a word. */
const shownAtMost = 200

type Props = {
  tree: CategoryTree
  label: string
  /** 0: the top of the tree, where it is offered; null: none is chosen yet. */
  value: number | null
  hasTop: boolean
  /** Not among them, nor what is below it. */
  without?: number
  hasFocus?: boolean
  onChange: (id: number) => void
}

/** One category by any word of its path. */
export function CategorySelect({ tree, label, value, hasTop, without, hasFocus, onChange }: Props) {
  const data = useMemo(() => {
    const rows = categoryRows(tree, (key) => key !== without, { text: '' }).filter(({ key }) => key !== without)
    const all = rows.map(({ category, path }) => ({ value: String(category.id), label: path.join(' › ') }))
    return hasTop ? [{ value: '0', label: 'None: at the top' }, ...all] : all
  }, [tree, without, hasTop])
  return (
    <SearchSelect
      label={label}
      data={data}
      value={value === null ? null : String(value)}
      data-autofocus={hasFocus}
      // What is typed takes the place of what is chosen.
      onFocus={(event) => event.currentTarget.select()}
      allowDeselect={false}
      limit={shownAtMost}
      nothingFoundMessage="No category has these words"
      // The list scrolls itself: around it, what scrolls would have no name and no focus.
      withScrollArea={false}
      styles={{ options: { maxHeight: 260, overflowY: 'auto' } }}
      onChange={(id) => id !== null && onChange(Number(id))}
    />
  )
}
