import { Checkbox, TreeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import { useStoreStore } from '../../stores/store-store'
import { branchFilter, categoryName, categoryTree, frontPage } from '../../format/category-tree'

export function CategoryFilter() {
  const categories = useStoreStore((state) => state.snapshot?.categories)
  const chosen = useCatalogueStore((state) => state.filters.categoryIds)
  const withSubcategories = useCatalogueStore((state) => state.filters.includeSubcategories === true)
  const tree = useMemo(
    () => [{ value: String(frontPage), label: categoryName(frontPage, []) }, ...categoryTree(categories ?? [])],
    [categories],
  )
  const filter = useMemo(() => branchFilter(categories ?? []), [categories])

  const choose = (values: string[]) => {
    if (values.length === 0) return setFilters({ categoryIds: undefined, includeSubcategories: undefined })
    setFilters({ categoryIds: values.map(Number) })
  }
  return (
    <div>
      <TreeSelect
        mode="multiple"
        label="Category"
        placeholder={chosen ? undefined : 'Any category'}
        data={tree}
        value={(chosen ?? []).map(String)}
        onChange={choose}
        searchable
        filter={filter}
        openOnFocus={false}
        clearable
        clearButtonProps={{ 'aria-label': 'Any category' }}
        defaultExpandAll
        maxDropdownHeight={280}
        nothingFoundMessage="No such category"
      />
      <Checkbox
        mt={8}
        label="Include subcategories"
        disabled={!chosen}
        checked={withSubcategories}
        onChange={(event) => setFilters({ includeSubcategories: event.currentTarget.checked || undefined })}
      />
    </div>
  )
}
