import { ActionIcon, Button, Indicator } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Popover } from '../../overlays/Popover'
import { loadFacets, useCatalogueStore } from '../../stores/catalogue-store'
import { setFilterOpen, useCatalogueViewStore } from '../../stores/catalogue-view-store'
import { FilterPanel } from './FilterPanel'
import { useFilterChips } from './use-filter-chips'

export function FilterButton({ isCompact }: { isCompact: boolean }) {
  const isOpen = useCatalogueViewStore((view) => view.isFilterOpen)
  const connectionId = useCatalogueStore((state) => state.connectionId)
  const count = useFilterChips().length
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const label = count === 0 ? 'Filter' : `Filter, ${count} in use`

  useEffect(() => {
    if (isOpen) void loadFacets()
  }, [isOpen, connectionId])

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || button.current?.contains(target)) return
      // Calendars and value lists open outside of the panel and belong to it all the same.
      if (!panel.current?.contains(target) && !target.closest('[data-portal]')) setFilterOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [isOpen])

  const props = { ref: button, onClick: () => setFilterOpen(!isOpen), 'aria-label': label, 'aria-expanded': isOpen }
  return (
    <Popover
      opened={isOpen}
      onChange={setFilterOpen}
      position="bottom-end"
      closeOnClickOutside={false}
      trapFocus
      returnFocus
    >
      {/* The mark is around the target, not the target: what a screen reader hears of the list belongs to the button. */}
      {isCompact ? (
        <Indicator disabled={count === 0} size={8} offset={4}>
          <Popover.Target>
            <ActionIcon variant="default" size={34} {...props}>
              <IconFilter size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
        </Indicator>
      ) : (
        <Popover.Target>
          <Button variant="default" h={34} leftSection={<IconFilter size={16} aria-hidden />} {...props}>
            {count === 0 ? 'Filter' : `Filter · ${count}`}
          </Button>
        </Popover.Target>
      )}
      <Popover.Dropdown p={0}>
        <FilterPanel ref={panel} onDone={() => setFilterOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
