import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { holdsWords } from '../../electron/shared/holds-words'
import { categoryRows, type CategoryTree } from '../format/category-rows'

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
    <Select
      label={label}
      data={data}
      value={value === null ? null : String(value)}
      searchable
      data-autofocus={hasFocus}
      // What is typed takes the place of what is chosen.
      onFocus={(event) => event.currentTarget.select()}
      allowDeselect={false}
      limit={shownAtMost}
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && holdsWords(option.label, search)).slice(0, shownAtMost)
      }
      nothingFoundMessage="No category has these words"
      maxDropdownHeight={260}
      onChange={(id) => id !== null && onChange(Number(id))}
    />
  )
}
