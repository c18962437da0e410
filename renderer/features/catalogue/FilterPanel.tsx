import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState, type Ref } from 'react'
import { clearFilters, setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import { CategoryFilter } from './CategoryFilter'
import classes from './CatalogueToolbar.module.css'
import { DateFilter } from './DateFilter'
import { FieldFilters } from './FieldFilters'
import { NamedValuesFilter } from './NamedValuesFilter'
import { PicturesFilter } from './PicturesFilter'
import { PriceFilter } from './PriceFilter'
import { ProductIdsFilter } from './ProductIdsFilter'
import { SkuFilter } from './SkuFilter'
import { TranslationsFilter } from './TranslationsFilter'
import { YesNoFilter } from './YesNoFilter'
import { useFilterChips } from './use-filter-chips'

const orNothing = (text: string) => (text === '' ? undefined : text)

/** Every filter of the store's own search. Each works at once, as the list behind shows. */
export function FilterPanel({ ref, onDone }: { ref: Ref<HTMLDivElement>; onDone: () => void }) {
  const filters = useCatalogueStore((state) => state.filters)
  const facets = useCatalogueStore((state) => state.facets)
  const count = useFilterChips().length
  // An amount that is none yet is in its box only; a new box forgets it.
  const [clears, setClears] = useState(0)
  const clear = () => {
    clearFilters()
    setClears(clears + 1)
  }

  return (
    <div ref={ref} className={classes.panel}>
      <div className={classes.fields}>
        <CategoryFilter />
        <div className={classes.choices}>
          <YesNoFilter label="Available" filter="enabled" yes="Enabled" no="Hidden" />
          <YesNoFilter label="Stock" filter="inStock" yes="In stock" no="Out of stock" />
          <YesNoFilter label="On sale" filter="onSale" yes="On sale" no="Not on sale" />
          <PicturesFilter />
        </div>
        <div className={classes.pair}>
          <PriceFilter key={`from ${clears}`} label="Price from" filter="priceFrom" />
          <PriceFilter key={`to ${clears}`} label="Price to" filter="priceTo" />
          <DateFilter label="Created from" filter="createdFrom" />
          <DateFilter label="Created to" filter="createdTo" />
          <DateFilter label="Updated from" filter="updatedFrom" />
          <DateFilter label="Updated to" filter="updatedTo" />
        </div>
        <TranslationsFilter />
        <FieldFilters key={`fields ${clears}`} />
        <TextInput
          label="Keyword"
          description="Whole words in any text of a product. End a word with * to find its beginnings: mug*"
          value={filters.keyword ?? ''}
          onChange={(event) => setFilters({ keyword: orNothing(event.currentTarget.value) })}
        />
        <NamedValuesFilter label="Attributes" filter="attributes" facets={facets?.attributes} />
        <NamedValuesFilter label="Options" filter="options" facets={facets?.options} />
        <SkuFilter />
        <ProductIdsFilter />
        <Checkbox
          label="Only products changed here whose changes are not in the store yet"
          checked={filters.changed === true}
          onChange={(event) => setFilters({ changed: event.currentTarget.checked || undefined })}
        />
      </div>
      <div className={classes.panelFoot}>
        <Button variant="default" disabled={count === 0} onClick={clear}>
          Clear all
        </Button>
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  )
}
