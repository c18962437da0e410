import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowsSort } from '@tabler/icons-react'
import { Menu } from '../../overlays/Menu'
import { setSort, useCatalogueStore } from '../../stores/catalogue-store'
import { effectiveSort, sortLabel, sortLabels } from './product-sorts'

/** Every order, also those that no column stands for. */
export function SortMenu() {
  const sort = useCatalogueStore((state) => state.sort)
  const isSearching = useCatalogueStore(({ filters }) => Boolean(filters.text ?? filters.keyword))
  const chosen = effectiveSort(sort, isSearching)
  const choose = (value: string) => setSort(sortLabels.find((choice) => choice.sort === value)?.sort ?? null)

  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Tooltip label={`Sorted by: ${sortLabel(chosen)}`}>
          <ActionIcon variant="default" size={34} aria-label={`Sort: ${sortLabel(chosen)}`}>
            <IconArrowsSort size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={chosen} onChange={choose}>
          {sortLabels.map(({ sort: each, label }) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
