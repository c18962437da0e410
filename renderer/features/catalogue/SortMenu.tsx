import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconArrowsSort, IconCheck } from '@tabler/icons-react'
import { setSort, useCatalogueStore } from '../../stores/catalogue-store'
import { effectiveSort, sortLabel, sortLabels } from './product-sorts'

/** Every order, also those that no column stands for. */
export function SortMenu() {
  const sort = useCatalogueStore((state) => state.sort)
  const isSearching = useCatalogueStore(({ filters }) => Boolean(filters.text ?? filters.keyword))
  const chosen = effectiveSort(sort, isSearching)

  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <Tooltip label={`Sorted by: ${sortLabel(chosen)}`}>
          <ActionIcon variant="default" size={34} aria-label={`Sort: ${sortLabel(chosen)}`}>
            <IconArrowsSort size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {sortLabels.map(({ sort: each, label }) => (
          <Menu.Item
            key={each}
            onClick={() => setSort(each)}
            role="menuitemradio"
            aria-checked={each === chosen}
            rightSection={each === chosen && <IconCheck size={14} aria-hidden />}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
