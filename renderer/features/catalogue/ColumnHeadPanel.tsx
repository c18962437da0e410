import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect } from 'react'
import { fieldOf, type ProductField } from '../../../electron/shared/fields/product-fields'
import type { ProductSort } from '../../../electron/shared/product-query'
import { columnFilterOf, type ColumnHead } from '../../format/column-filter'
import { loadFacets, setSort, useCatalogueStore } from '../../stores/catalogue-store'
import { useStoreStore } from '../../stores/store-store'
import classes from './CatalogueToolbar.module.css'
import { CategoryFilter } from './CategoryFilter'
import { FieldFilterOf } from './FieldFilters'
import { ValuesOfName } from './NamedValuesFilter'
import { PriceFilter } from './PriceFilter'
import { sortsOf } from './product-sorts'
import { SkuFilter } from './SkuFilter'
import { YesNoFilter } from './YesNoFilter'

/** What the head of a column of the sheet offers: both orders by it, and the filter that the catalogue has for it. */
export function ColumnHeadPanel({ onDone, ...head }: ColumnHead & { onDone: () => void }) {
  return (
    <div className={classes.columnHead}>
      <Orders field={head.field} onDone={onDone} />
      <FilterOf {...head} />
      <Button variant="default" size="xs" onClick={onDone}>
        Done
      </Button>
    </div>
  )
}

function Orders({ field, onDone }: { field: ProductField; onDone: () => void }) {
  const sort = useCatalogueStore((state) => state.sort)
  const sorts = sortsOf(field)
  const { inOrder } = fieldOf(field).kind
  if (!sorts || !inOrder) return null
  const order = (to: ProductSort, label: string, Icon: typeof IconArrowUp) => (
    <Button
      variant={sort === to ? 'light' : 'subtle'}
      justify="flex-start"
      aria-pressed={sort === to}
      leftSection={<Icon size={16} aria-hidden />}
      onClick={() => {
        setSort(sort === to ? null : to)
        onDone()
      }}
    >
      {label}
    </Button>
  )
  return (
    <div className={classes.orders}>
      {order(sorts.up, `Sort ${inOrder.up}`, IconArrowUp)}
      {order(sorts.down, `Sort ${inOrder.down}`, IconArrowDown)}
    </div>
  )
}

function FilterOf({ field, attribute }: ColumnHead) {
  switch (columnFilterOf(field)) {
    case 'price':
      return (
        <div className={classes.pair}>
          <PriceFilter label="Price from" filter="priceFrom" />
          <PriceFilter label="Price to" filter="priceTo" />
        </div>
      )
    case 'on-sale':
      return <YesNoFilter label="On sale" filter="onSale" yes="On sale" no="Not on sale" />
    case 'in-stock':
      return <YesNoFilter label="Stock" filter="inStock" yes="In stock" no="Out of stock" />
    case 'enabled':
      return <YesNoFilter label="Available" filter="enabled" yes="Enabled" no="Hidden" />
    case 'categories':
      return <CategoryFilter />
    case 'sku':
      return <SkuFilter />
    case 'attribute':
      return <AttributeFilter attribute={attribute} />
    case 'field':
      return <FieldFilterOf field={field} />
    case null:
      return null
  }
}

function AttributeFilter({ attribute }: Pick<ColumnHead, 'attribute'>) {
  const facets = useCatalogueStore((state) => state.facets)
  const types = useStoreStore((state) => state.snapshot?.productTypes)
  const name = types?.flatMap(({ attributes }) => attributes).find(({ id }) => id === attribute)?.name
  useEffect(() => void loadFacets(), [])
  return name === undefined ? null : <ValuesOfName filter="attributes" name={name} facets={facets?.attributes} />
}
