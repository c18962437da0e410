import { Button, CloseButton } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { productsText } from '../../../electron/shared/words/counts'
import { openAltTextsOfList } from '../../stores/alt-texts-store'
import { clearFilters, setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import classes from './CatalogueToolbar.module.css'
import { useFilterChips } from './use-filter-chips'

/** The name of what is shown, and what can be done with it as a view. */
export type ViewParts = { name: ReactNode; actions: ReactNode }

/** How many products are shown, why not all of them, and what can be done with that as a view. */
export function FilterLine({ view }: { view: ViewParts }) {
  const chips = useFilterChips()
  const total = useCatalogueStore((state) => state.total)
  const connectionId = useCatalogueStore((state) => state.connectionId)
  const pictures = useCatalogueStore((state) => state.filters.pictures)
  const count = total === null ? '' : productsText(total)

  return (
    <div className={classes.line}>
      {view.name}
      <span className={`${classes.count} tabular`}>{count}</span>
      {chips.map((chip) => (
        <span key={chip.key} className={classes.chip} data-overridden={chip.isOverridden}>
          <span
            className={classes.chipText}
            title={chip.isOverridden ? `${chip.label}: not used while SKU or product IDs are set` : chip.label}
          >
            {chip.label}
          </span>
          <CloseButton
            size={22}
            iconSize={12}
            radius="xl"
            aria-label={`Remove filter: ${chip.label}`}
            onClick={() => setFilters(chip.without)}
          />
        </span>
      ))}
      {chips.length > 1 && (
        <Button variant="subtle" size="compact-xs" onClick={clearFilters}>
          Clear all
        </Button>
      )}
      {pictures === 'withoutAlt' && connectionId !== null && total !== null && total > 0 && (
        <Button variant="light" size="compact-xs" onClick={() => openAltTextsOfList(connectionId)}>
          Write alt texts
        </Button>
      )}
      {view.actions}
      <SettledAnnouncement text={count} />
    </div>
  )
}

/** Reads the count out when it has come to rest, not with every letter. */
function SettledAnnouncement({ text }: { text: string }) {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 500)
    return () => clearTimeout(timer)
  }, [text])
  return <output className="visually-hidden">{settled}</output>
}
